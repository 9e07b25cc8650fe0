import type { RecordSystemSettings } from '@tapaamo/contracts';
import { useId, useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { problemText } from '../../../api/problem-text.js';
import { useTexts } from '../../../i18n/index.js';
import { formatDateAndTime } from '../../../time/format.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { Notice } from '../../../ui/notice.js';
import { Actions, Stack } from '../../../ui/stack.js';
import { useTestWebhook, useWebhookSecret } from './record-system-queries.js';
import styles from './record-system.module.css';

/** The secret of notifications: made, replaced, and tried. */
export function WebhookSecretSection({ settings }: { settings: RecordSystemSettings }) {
  const { t, language } = useTexts();
  const { make, end } = useWebhookSecret();
  const [asks, setAsks] = useState(false);
  const { hasWebhookSecret, previousSecretUntil, webhookAddress } = settings;
  const error = make.error ?? end.error;
  return (
    <Stack testId="webhook-secret">
      <h2>{t('recordSystem.secret')}</h2>
      <p>{t('recordSystem.secretLead')}</p>
      {make.data !== undefined && <ShownSecret secret={make.data.secret} />}
      {previousSecretUntil !== null && (
        <Stack gap="s">
          <p>
            {t('recordSystem.secretBoth', {
              time: formatDateAndTime(previousSecretUntil, language),
            })}
          </p>
          <div>
            <Button
              variant="secondaryNoBorder"
              onClick={() => end.mutate()}
              data-testid="end-secret"
            >
              {t('recordSystem.secretEnd')}
            </Button>
          </div>
        </Stack>
      )}
      {error !== null && <Notice status="error">{problemText(error, language)}</Notice>}
      <Actions>
        <Button
          variant="secondary"
          onClick={() => (hasWebhookSecret ? setAsks(true) : make.mutate())}
          data-testid="make-secret"
        >
          {t(hasWebhookSecret ? 'recordSystem.secretRenew' : 'recordSystem.secretMake')}
        </Button>
        {hasWebhookSecret && webhookAddress !== null && <TestButton />}
      </Actions>
      {asks && (
        <ConfirmDialog
          heading={t('recordSystem.secretQuestion')}
          confirmText={t('recordSystem.secretRenew')}
          cancelText={t('recordSystem.secretKeep')}
          testId="confirm-secret"
          onConfirm={() => {
            setAsks(false);
            make.mutate();
          }}
          onCancel={() => setAsks(false)}
        >
          {t('recordSystem.secretQuestionText')}
        </ConfirmDialog>
      )}
    </Stack>
  );
}

function TestButton() {
  const { t, language } = useTexts();
  const test = useTestWebhook();
  const { data } = test;
  return (
    <>
      <Button
        variant="secondary"
        aria-disabled={test.isPending}
        onClick={() => test.mutate()}
        data-testid="test-webhook"
      >
        {test.isPending ? t('recordSystem.testing') : t('recordSystem.test')}
      </Button>
      {data !== undefined && (
        <Notice status={data.failure === null ? 'neutral' : 'warning'} testId="webhook-tested">
          {data.failure === null
            ? t('recordSystem.testTaken')
            : t(`recordSystem.failure_${data.failure}`)}
        </Notice>
      )}
      {test.isError && <Notice status="error">{problemText(test.error, language)}</Notice>}
    </>
  );
}

/** A secret, shown this once; who reloads the page makes a new one. */
function ShownSecret({ secret }: { secret: string }) {
  const { t } = useTexts();
  const id = useId();
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const copy = () =>
    void navigator.clipboard.writeText(secret).then(
      () => setCopied('yes'),
      () => setCopied('refused'),
    );
  return (
    <Stack gap="s">
      <label htmlFor={id}>{t('recordSystem.secretShown')}</label>
      <input
        id={id}
        className={styles.secret}
        readOnly
        value={secret}
        aria-describedby={`${id}-hint`}
        onFocus={({ target }) => target.select()}
        data-testid="shown-secret"
      />
      <p id={`${id}-hint`}>{t('recordSystem.secretShownHint')}</p>
      <div>
        <Button variant="secondary" onClick={copy} data-testid="copy-secret">
          {t('recordSystem.copy')}
        </Button>
      </div>
      <p role="status">{copied !== 'no' && t(`recordSystem.copied_${copied}`)}</p>
    </Stack>
  );
}
