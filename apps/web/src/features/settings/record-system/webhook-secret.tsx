import type { RecordSystemSettings } from '@tapaamo/contracts';
import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { problemText } from '../../../api/problem-text.js';
import { useTexts } from '../../../i18n/index.js';
import { formatDateAndTime } from '../../../time/format.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { Notice } from '../../../ui/notice.js';
import { ShownOnce } from '../../../ui/shown-once.js';
import { Actions, Stack } from '../../../ui/stack.js';
import { useTestWebhook, useWebhookSecret } from './record-system-queries.js';

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
      {make.data !== undefined && (
        <ShownOnce
          value={make.data.secret}
          label={t('recordSystem.secretShown')}
          hint={t('recordSystem.secretShownHint')}
          copyText={t('recordSystem.copy')}
          copiedText={{
            yes: t('recordSystem.copied_yes'),
            refused: t('recordSystem.copied_refused'),
          }}
          testIds={{ value: 'shown-secret', copy: 'copy-secret' }}
        />
      )}
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
