import type { Hold } from '@tapaamo/contracts';
import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Failure } from '../../ui/failure.js';
import { Actions } from '../../ui/stack.js';
import { ExtendHold } from './extend-hold.js';
import { useHoldAct } from './queries.js';
import { ReleaseHold } from './release-hold.js';

/** What can be done to a hold as it stands. */
export function HoldActs({ hold }: { hold: Hold }) {
  const { t } = useTexts();
  switch (hold.state) {
    case 'requested':
      return <RequestedActs hold={hold} />;
    case 'held':
      return <HeldActs hold={hold} />;
    case 'releasing':
      return <p>{t('holds.releasingText')}</p>;
  }
}

/** Who did not ask for it confirms it, and anybody takes it back. */
function RequestedActs({ hold: { id, isOwn } }: { hold: Hold }) {
  const { t } = useTexts();
  const [asking, setAsking] = useState<'confirm' | 'withdraw'>();
  const send = useHoldAct(id);
  const close = () => setAsking(undefined);
  return (
    <>
      <p data-testid="who-confirms">
        {t(isOwn ? 'holds.anotherConfirms' : 'holds.confirmIfRight')}
      </p>
      {send.isError && <Failure error={send.error} />}
      <Actions>
        {!isOwn && (
          <Button
            aria-disabled={send.isPending}
            onClick={() => !send.isPending && setAsking('confirm')}
            data-testid="confirm-hold"
          >
            {t(send.isPending ? 'holds.sending' : 'holds.confirm')}
          </Button>
        )}
        <Button
          variant="secondary"
          aria-disabled={send.isPending}
          onClick={() => !send.isPending && setAsking('withdraw')}
          data-testid="withdraw-hold"
        >
          {t('holds.withdraw')}
        </Button>
      </Actions>
      {asking !== undefined && (
        <ConfirmDialog
          heading={t(`holds.${asking}Heading`)}
          confirmText={t(`holds.${asking}`)}
          cancelText={t('holds.cancel')}
          busy={send.isPending}
          testId={`sure-${asking}`}
          onConfirm={() => {
            close();
            send.mutate({ act: asking });
          }}
          onCancel={close}
        >
          <p>{t(`holds.${asking}Text`)}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

/** A review: it goes on for a while, or ends. */
function HeldActs({ hold }: { hold: Hold }) {
  const { t } = useTexts();
  const [asking, setAsking] = useState<'extend' | 'release'>();
  const close = () => setAsking(undefined);
  const mayGoOn = hold.extensionsLeft > 0;
  return (
    <>
      {!mayGoOn && <p>{t('holds.extendedEnough')}</p>}
      <Actions>
        {mayGoOn && (
          <Button variant="secondary" onClick={() => setAsking('extend')} data-testid="extend-hold">
            {t('holds.extend')}
          </Button>
        )}
        <Button variant="secondary" onClick={() => setAsking('release')} data-testid="release-hold">
          {t('holds.release')}
        </Button>
      </Actions>
      {asking === 'extend' && <ExtendHold hold={hold} onClose={close} />}
      {asking === 'release' && <ReleaseHold hold={hold} onClose={close} />}
    </>
  );
}
