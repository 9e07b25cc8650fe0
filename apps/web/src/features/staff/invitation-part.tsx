import type { StaffMember } from '@tapaamo/contracts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Notice } from '../../ui/notice.js';
import { Actions, Stack } from '../../ui/stack.js';
import { HandedLink } from './handed-link.js';
import { useInvitationLink, useStaffAct } from './queries.js';
import { Refusal } from './refusal.js';

/** An invitation that was not accepted yet: sent again, handed over as a link, or taken back. */
export function InvitationPart({ member }: { member: StaffMember }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const act = useStaffAct(member.id);
  const link = useInvitationLink(member.id);
  const [asks, setAsks] = useState(false);
  const renew = () => {
    link.reset();
    act.mutate('invitation/renew');
  };
  const makeLink = () => {
    act.reset();
    link.mutate();
  };
  const withdraw = () =>
    act.mutate('invitation/withdraw', {
      onSuccess: () => void navigate('/staff', { state: { withdrawn: true } }),
      onError: () => setAsks(false),
    });
  const isByMail = member.invitation?.byMailOnly === true;
  const error = act.error ?? link.error;
  return (
    <Stack surface="card">
      <h2>{t('staff.invitation')}</h2>
      <Advice member={member} />
      {error !== null && <Refusal error={error} />}
      {act.isSuccess && <Notice testId="invitation-renewed">{t('staff.renewed')}</Notice>}
      {link.data !== undefined && <HandedLink link={link.data} />}
      <Actions>
        <Button
          variant="secondary"
          aria-disabled={act.isPending}
          onClick={renew}
          data-testid="renew-invitation"
        >
          {t('staff.renew')}
        </Button>
        {!isByMail && (
          <Button
            variant="secondary"
            aria-disabled={link.isPending}
            onClick={makeLink}
            data-testid="make-link"
          >
            {t('staff.makeLink')}
          </Button>
        )}
        <Button
          variant="secondaryNoBorder"
          onClick={() => setAsks(true)}
          data-testid="withdraw-invitation"
        >
          {t('staff.withdraw')}
        </Button>
      </Actions>
      {asks && (
        <ConfirmDialog
          heading={t('staff.withdrawQuestion', { name: member.displayName })}
          confirmText={t('staff.withdraw')}
          cancelText={t('staff.cancel')}
          busy={act.isPending}
          testId="confirm-withdraw"
          onConfirm={withdraw}
          onCancel={() => setAsks(false)}
        >
          <p>{t('staff.withdrawText')}</p>
        </ConfirmDialog>
      )}
    </Stack>
  );
}

function Advice({ member: { invitation } }: { member: StaffMember }) {
  const { t } = useTexts();
  const state = invitation?.state ?? 'queued';
  if (invitation?.byMailOnly !== true) {
    return <p>{t(`staff.advice_${state}`)}</p>;
  }
  return (
    <>
      <p>{state === 'sent' ? t('staff.adviceSentByMail') : t(`staff.advice_${state}`)}</p>
      <p data-testid="by-mail-only">{t('staff.byMailOnly')}</p>
    </>
  );
}
