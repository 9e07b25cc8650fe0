import type { StaffMember } from '@tapaamo/contracts';
import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Actions, Stack } from '../../ui/stack.js';
import { PersonForm } from './person-form.js';
import { useInvite } from './queries.js';
import { StaffFrame } from './staff-frame.js';

/** Invites one person, and says what happens next. */
export function InvitePage() {
  const [invited, setInvited] = useState<StaffMember>();
  return (
    <StaffFrame testId="invite-page">
      {invited === undefined ? (
        <InviteForm onInvited={setInvited} />
      ) : (
        <Invited member={invited} onAnother={() => setInvited(undefined)} />
      )}
    </StaffFrame>
  );
}

function InviteForm({ onInvited }: { onInvited: (member: StaffMember) => void }) {
  const { t } = useTexts();
  const invite = useInvite();
  return (
    <>
      <Stack gap="s">
        <PageHeading>{t('staff.inviteHeading')}</PageHeading>
        <p>{t('staff.inviteLead')}</p>
      </Stack>
      <Stack surface="card">
        <PersonForm
          member={undefined}
          save={async (values) => {
            const invited = await invite(values);
            onInvited(invited);
            return invited;
          }}
          texts={{ save: t('staff.invite'), saving: t('staff.inviting') }}
        />
      </Stack>
    </>
  );
}

function Invited({ member, onAnother }: { member: StaffMember; onAnother: () => void }) {
  const { t } = useTexts();
  return (
    <>
      <PageHeading key="invited">
        {t('staff.invitedHeading', { name: member.displayName })}
      </PageHeading>
      <Notice testId="staff-invited">{t('staff.invitedText', { email: member.email })}</Notice>
      <Actions>
        <Button onClick={onAnother} data-testid="invite-another">
          {t('staff.inviteAnother')}
        </Button>
        <Link to={`/staff/${member.id}`}>{t('staff.toMember')}</Link>
      </Actions>
    </>
  );
}
