import type { StaffMember } from '@tapaamo/contracts';
import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Stack } from '../../ui/stack.js';
import { useStaffAct } from './queries.js';
import { Refusal } from './refusal.js';

/** Closes an account, after a question that says what ends with it, or opens it again. */
export function AccountPart({ member, isOwn }: { member: StaffMember; isOwn: boolean }) {
  const { t } = useTexts();
  const act = useStaffAct(member.id);
  const [asks, setAsks] = useState(false);
  const isClosed = member.state === 'deactivated';
  const close = () => act.mutate('deactivate', { onSettled: () => setAsks(false) });
  return (
    <Stack surface="card">
      <h2>{t('staff.account')}</h2>
      <p>{isClosed ? t('staff.closedText') : t('staff.openText')}</p>
      {act.isError && <Refusal error={act.error} />}
      <div>
        {isClosed ? (
          <Button
            variant="secondary"
            aria-disabled={act.isPending}
            onClick={() => act.mutate('reactivate')}
            data-testid="reactivate"
          >
            {t('staff.reactivate')}
          </Button>
        ) : (
          <Button variant="secondary" onClick={() => setAsks(true)} data-testid="deactivate">
            {t('staff.deactivate')}
          </Button>
        )}
      </div>
      {asks && (
        <ConfirmDialog
          heading={t('staff.deactivateQuestion', { name: member.displayName })}
          confirmText={t('staff.deactivate')}
          cancelText={t('staff.cancel')}
          busy={act.isPending}
          testId="confirm-deactivate"
          onConfirm={close}
          onCancel={() => setAsks(false)}
        >
          <Stack gap="s">
            <p>{t('staff.endsAtOnce')}</p>
            <ul>
              <li>{t('staff.endsSignIn')}</li>
              <li>{t('staff.endsCalls')}</li>
              <li>{t('staff.endsReturn')}</li>
            </ul>
            <p>{t('staff.staysBooked')}</p>
            {isOwn && <p>{t('staff.closesOwn')}</p>}
          </Stack>
        </ConfirmDialog>
      )}
    </Stack>
  );
}
