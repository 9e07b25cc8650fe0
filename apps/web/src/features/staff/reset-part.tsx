import type { StaffMember } from '@tapaamo/contracts';
import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Stack } from '../../ui/stack.js';
import { useStaffAct } from './queries.js';
import { Refusal } from './refusal.js';

/** Helps somebody who has lost every means of signing in: all of them are taken away, and the person is invited anew. */
export function ResetPart({ member }: { member: StaffMember }) {
  const { t } = useTexts();
  const act = useStaffAct(member.id);
  const [asks, setAsks] = useState(false);
  const reset = () => act.mutate('reset-sign-in', { onSettled: () => setAsks(false) });
  return (
    <Stack surface="card">
      <h2>{t('staff.means')}</h2>
      <p>{t('staff.meansText')}</p>
      {act.isError && <Refusal error={act.error} />}
      <div>
        <Button variant="secondary" onClick={() => setAsks(true)} data-testid="reset-sign-in">
          {t('staff.reset')}
        </Button>
      </div>
      {asks && (
        <ConfirmDialog
          heading={t('staff.resetQuestion', { name: member.displayName })}
          confirmText={t('staff.reset')}
          cancelText={t('staff.cancel')}
          busy={act.isPending}
          testId="confirm-reset-sign-in"
          onConfirm={reset}
          onCancel={() => setAsks(false)}
        >
          <Stack gap="s">
            <p>{t('staff.resetCheck')}</p>
            <p>{t('staff.endsAtOnce')}</p>
            <ul>
              <li>{t('staff.endsMeans')}</li>
              <li>{t('staff.endsSignIn')}</li>
              <li>{t('staff.endsCalls')}</li>
            </ul>
            <p>{t('staff.resetInvites', { email: member.email })}</p>
          </Stack>
        </ConfirmDialog>
      )}
    </Stack>
  );
}
