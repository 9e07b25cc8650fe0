import type { RecordAttempt, RecordSystemSettings } from '@tapaamo/contracts';
import { useTexts } from '../../../i18n/index.js';
import { formatDateAndTime } from '../../../time/format.js';
import { CardTable } from '../../../ui/card-table.js';
import { Notice } from '../../../ui/notice.js';
import { Stack } from '../../../ui/stack.js';

/** What waits, and what was tried lately. No visit is named. */
export function DeliveryLog({ settings }: { settings: RecordSystemSettings }) {
  const { t, language } = useTexts();
  const { waiting, oldestWaitingSince, attempts } = settings;
  const time = oldestWaitingSince === null ? '' : formatDateAndTime(oldestWaitingSince, language);
  const columns = (['at', 'target', 'what', 'result'] as const).map((column) =>
    t(`recordSystem.${column}`),
  );
  return (
    <Stack testId="delivery-log">
      <h2>{t('recordSystem.waitingHeading')}</h2>
      <Notice status={waiting === 0 ? 'neutral' : 'warning'} testId="receipts-waiting">
        {t('recordSystem.waiting', { count: waiting, time })}
      </Notice>
      <p>{t('recordSystem.waitingHint')}</p>
      <h2>{t('recordSystem.log')}</h2>
      {attempts.length === 0 ? (
        <p>{t('recordSystem.logNone')}</p>
      ) : (
        <CardTable
          testId="attempts"
          label={t('recordSystem.log')}
          columns={columns}
          rows={attempts.map((attempt) => ({
            key: attempt.id,
            cells: [
              formatDateAndTime(attempt.at, language),
              t(`recordSystem.target_${attempt.target}`),
              t(`recordSystem.event.${attempt.event}`),
              <Result key="result" {...attempt} />,
            ],
          }))}
        />
      )}
    </Stack>
  );
}

function Result({ failure, status }: RecordAttempt) {
  const { t } = useTexts();
  if (failure === null) {
    return t('recordSystem.taken', { status });
  }
  const why = t(`recordSystem.failure_${failure}`);
  return status === null ? why : `${why} (${String(status)})`;
}
