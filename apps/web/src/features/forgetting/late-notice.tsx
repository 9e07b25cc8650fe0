import type { Forgetting } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { formatDateAndTime } from '../../time/format.js';
import { Badge } from '../../ui/badge.js';
import { Notice } from '../../ui/notice.js';
import { Stack } from '../../ui/stack.js';

/** Whether anything is late: alarming in words and sign when it is, calm when not. */
export function LateNotice({ forgetting }: { forgetting: Forgetting }) {
  const { t, language } = useTexts();
  const { late, oldestLateSeconds, failed, remaining, lastSweepAt } = forgetting;
  return (
    <Stack gap="s">
      {late > 0 ? (
        <Notice status="error" label={t('forgetting.lateLabel', { count: late })} testId="late">
          <LateAge seconds={oldestLateSeconds ?? 0} />
        </Notice>
      ) : (
        <p data-testid="late">
          <Badge mood="good">{t('forgetting.noneLate')}</Badge>
        </p>
      )}
      {failed > 0 && (
        <Notice status="warning" testId="failed">
          {t('forgetting.failed', { count: failed })}
        </Notice>
      )}
      {remaining > 0 && (
        <Notice status="warning" testId="remaining">
          {t('forgetting.remaining', { count: remaining })}
        </Notice>
      )}
      <p data-testid="last-sweep">
        {lastSweepAt === null
          ? t('forgetting.neverSwept')
          : t('forgetting.lastSweep', { time: formatDateAndTime(lastSweepAt, language) })}
      </p>
    </Stack>
  );
}

function LateAge({ seconds }: { seconds: number }) {
  const { t } = useTexts();
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const age =
    hours >= 48
      ? t('shared.days', { count: Math.floor(hours / 24) })
      : hours >= 1
        ? t('shared.hours', { count: hours })
        : t('shared.minutes', { count: minutes });
  return t('forgetting.lateText', { age });
}
