import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Failure } from '../../ui/failure.js';
import { Actions } from '../../ui/stack.js';
import { useSendLink } from './queries.js';

/** What is said when each has been done. */
const DONE = {
  resend: 'visit.linkResent',
  renew: 'visit.linkRenewed',
  'call-in': 'visit.calledIn',
} as const;

function done(act: keyof typeof DONE, isWrittenTo: boolean) {
  return act === 'renew' && !isWrittenTo ? 'visit.codeRenewed' : DONE[act];
}

interface ParticipantLinkProps {
  visitId: string;
  participantId: string;
  /** Whether messages can reach them. */
  isWrittenTo: boolean;
  /** Whether the client could come in now, and is not there. */
  isAwaited: boolean;
}

/** Messages to the client: come now, the link again when it is lost, another one when it is in wrong hands. */
export function ParticipantLink(props: ParticipantLinkProps) {
  const { visitId, participantId, isWrittenTo, isAwaited } = props;
  const { t } = useTexts();
  const navigate = useNavigate();
  const sheet = `/visits/${visitId}/sheet?participant=${participantId}`;
  const [asking, setAsking] = useState(false);
  const send = useSendLink(visitId, participantId);
  const renew = () => {
    setAsking(false);
    send.mutate('renew');
  };
  return (
    <>
      {!isWrittenTo && <p>{t('visit.invitedOnPaper')}</p>}
      <Actions>
        {isWrittenTo && isAwaited && (
          <Button
            variant="secondary"
            aria-disabled={send.isPending}
            onClick={() => send.isPending || send.mutate('call-in')}
            data-testid="call-in"
          >
            {t('visit.callIn')}
          </Button>
        )}
        {isWrittenTo && (
          <Button
            variant="secondary"
            aria-disabled={send.isPending}
            onClick={() => send.isPending || send.mutate('resend')}
            data-testid="resend-link"
          >
            {send.isPending ? t('visit.linkSending') : t('visit.linkResend')}
          </Button>
        )}
        <Button
          variant={isWrittenTo ? 'secondaryNoBorder' : 'secondary'}
          onClick={() => void navigate(sheet)}
          data-testid="open-sheet"
        >
          {t('visit.openSheet')}
        </Button>
        <Button
          variant="secondaryNoBorder"
          onClick={() => setAsking(true)}
          data-testid="renew-link"
        >
          {t('visit.linkRenew')}
        </Button>
      </Actions>
      <div role="status" data-testid="link-sent">
        {send.isSuccess && <p>{t(done(send.variables, isWrittenTo))}</p>}
      </div>
      {send.isError && <Failure error={send.error} />}
      {asking && (
        <ConfirmDialog
          heading={t('visit.linkRenewHeading')}
          confirmText={t('visit.linkRenew')}
          cancelText={t('visit.linkKeep')}
          testId="confirm-renew"
          onConfirm={renew}
          onCancel={() => setAsking(false)}
        >
          <p>{t('visit.linkRenewText')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
