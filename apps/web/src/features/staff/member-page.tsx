import type { StaffMember } from '@tapaamo/contracts';
import { useParams } from 'react-router';
import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { MEETS_CLIENTS, useMe } from '../sign-in/index.js';
import { StaffHandOverPart } from '../team/index.js';
import { AccountPart } from './account-part.js';
import { InvitationPart } from './invitation-part.js';
import { PersonForm } from './person-form.js';
import { useChangeMember, useMember } from './queries.js';
import { ResetPart } from './reset-part.js';
import { StaffFrame } from './staff-frame.js';
import { StateBadge } from './state-badge.js';
import styles from './staff.module.css';

/** One member of the staff: what they may do, and what an admin does to their account. */
export function MemberPage() {
  const { t } = useTexts();
  const { staffId = '' } = useParams();
  const { data, isPending, error, refetch } = useMember(staffId);
  return (
    <StaffFrame testId="member-page">
      {data !== undefined ? (
        <Member key={data.id} member={data} />
      ) : (
        <>
          <PageHeading>{t('staff.member')}</PageHeading>
          {isPending ? <Loading /> : <Failure error={error} onRetry={() => void refetch()} />}
        </>
      )}
    </StaffFrame>
  );
}

function Member({ member }: { member: StaffMember }) {
  const { t } = useTexts();
  const isOwn = useMe().data?.id === member.id;
  return (
    <>
      <PageHeading>{member.displayName}</PageHeading>
      {isOwn && <p data-testid="own-account">{t('staff.own')}</p>}
      <dl className={styles.facts}>
        <dt>{t('staff.email')}</dt>
        <dd>{member.email}</dd>
        <dt>{t('staff.state')}</dt>
        <dd>
          <StateBadge member={member} />
        </dd>
      </dl>
      {member.state === 'invited' && <InvitationPart member={member} />}
      <Stack surface="card">
        <h2>{t('staff.nameAndRoles')}</h2>
        <ChangeForm member={member} />
      </Stack>
      {member.state === 'active' && !isOwn && <ResetPart member={member} />}
      {member.state !== 'invited' && member.roles.some((role) => MEETS_CLIENTS.includes(role)) && (
        <StaffHandOverPart member={member} />
      )}
      {member.state !== 'invited' && <AccountPart member={member} isOwn={isOwn} />}
    </>
  );
}

function ChangeForm({ member }: { member: StaffMember }) {
  const { t } = useTexts();
  const { change, reload } = useChangeMember(member.id);
  return (
    <PersonForm
      member={member}
      save={({ displayName, roles }, base) =>
        change({ displayName, roles, version: (base ?? member).version })
      }
      reload={reload}
      texts={{ save: t('settings.save'), saving: t('settings.saving') }}
    />
  );
}
