import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import type { ListedPerson } from './csv/read-people.js';
import { ListPreview } from './list-preview.js';
import { ListProblemNotice } from './list-problem-notice.js';
import { ListSource } from './list-source.js';
import { StaffFrame } from './staff-frame.js';
import { useList } from './use-list.js';

/** Invites many from a list: it is read here, shown row by row, and sent only when all of it is right. */
export function ImportPage() {
  const { t } = useTexts();
  const [text, setText] = useState('');
  const list = useList();
  if (list.invited !== undefined) {
    return <InvitedMany count={list.invited} />;
  }
  return (
    <StaffFrame testId="import-page" width="wide">
      <Stack gap="s">
        <PageHeading>{t('staff.importHeading')}</PageHeading>
        <p>{t('staff.importLead')}</p>
      </Stack>
      <ListSource text={text} isChecking={list.isChecking} onText={setText} onCheck={list.check} />
      {list.error !== null && (
        <Failure error={list.error} onRetry={() => list.check(list.checkedText ?? text)} />
      )}
      {list.problem !== undefined && <ListProblemNotice problem={list.problem} />}
      {list.people !== undefined && (
        <Checked
          people={list.people}
          isStale={list.checkedText !== text}
          isInviting={list.isInviting}
          onInvite={list.invite}
        />
      )}
    </StaffFrame>
  );
}

interface CheckedProps {
  people: readonly ListedPerson[];
  /** Whether the list was changed after it was checked. */
  isStale: boolean;
  isInviting: boolean;
  onInvite: () => void;
}

function Checked({ people, isStale, isInviting, onInvite }: CheckedProps) {
  const { t } = useTexts();
  const wrong = people.filter(({ problems }) => problems.length > 0).length;
  return (
    <Stack>
      <h2>{t('staff.previewHeading')}</h2>
      {isStale ? (
        <Notice status="warning" testId="list-stale">
          {t('staff.stale')}
        </Notice>
      ) : wrong > 0 ? (
        <Notice status="error" label={t('staff.wrongRows', { count: wrong })} testId="list-wrong">
          {t('staff.allOrNothing')}
        </Notice>
      ) : (
        <>
          <p role="status" data-testid="list-right">
            {t('staff.allRight', { count: people.length })}
          </p>
          <div>
            <Button aria-disabled={isInviting} onClick={onInvite} data-testid="invite-all">
              {isInviting ? t('staff.inviting') : t('staff.inviteAll', { count: people.length })}
            </Button>
          </div>
        </>
      )}
      <ListPreview people={people} />
    </Stack>
  );
}

function InvitedMany({ count }: { count: number }) {
  const { t } = useTexts();
  return (
    <StaffFrame testId="import-done">
      <PageHeading key="done">{t('staff.importedHeading', { count })}</PageHeading>
      <Notice testId="staff-invited">{t('staff.importedText')}</Notice>
      <p>
        <Link to="/staff" state={{ filters: { state: 'invited' } }}>
          {t('staff.toInvited')}
        </Link>
      </p>
    </StaffFrame>
  );
}
