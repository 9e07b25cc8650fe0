import { ALARM_TEXTS, type Forgetting } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { formatDateAndTime } from '../../time/format.js';
import { Notice } from '../../ui/notice.js';
import { Stack } from '../../ui/stack.js';

/** What is the matter with forgetting, since when; and why, where erasing is paused. */
export function AlarmNotices({ forgetting }: { forgetting: Forgetting }) {
  const { t, language } = useTexts();
  const { alarms, paused } = forgetting;
  const since = (instant: string) =>
    t('forgetting.since', { time: formatDateAndTime(instant, language) });
  if (paused === null && alarms.length === 0) {
    return null;
  }
  return (
    <Stack gap="s" testId="alarms">
      {paused !== null && (
        <Notice status="error" label={since(paused.since)} testId="paused">
          {ALARM_TEXTS['forgetting-paused'][language]} {t(`forgetting.pausedFor.${paused.reason}`)}
        </Notice>
      )}
      {alarms
        .filter(({ code }) => paused === null || code !== 'forgetting-paused')
        .map(({ code, since: instant }) => (
          <Notice key={code} status="error" label={since(instant)} testId={`alarm-${code}`}>
            {ALARM_TEXTS[code][language]}
          </Notice>
        ))}
    </Stack>
  );
}
