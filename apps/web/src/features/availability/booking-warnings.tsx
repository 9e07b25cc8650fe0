import type { BookingWarning, CheckBookingRequest, TimeSpan } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { formatLocalTime, formatTimeSpan } from '../../time/format.js';
import { Notice } from '../../ui/notice.js';
import { useBookingCheck } from './queries.js';

interface BookingWarningsProps {
  time: CheckBookingRequest | null;
  /** The booking that would be moved there. */
  movedBookingId?: string;
}

/** What speaks against a time before it is booked. But for a visit that is there already it keeps nobody from booking. */
export function BookingWarnings({ time, movedBookingId }: BookingWarningsProps) {
  const { t } = useTexts();
  const wish = time === null || movedBookingId === undefined ? time : { ...time, movedBookingId };
  const warnings = useBookingCheck(wish).data ?? [];
  const textOf = useWarningText();
  return time === null || warnings.length === 0 ? null : (
    <Notice status="warning" label={t('availability.warnings')} testId="booking-warnings">
      {warnings.map((warning) => (
        <p key={JSON.stringify(warning)}>{textOf(warning)}</p>
      ))}
      {warnings.every(({ kind }) => kind !== 'taken') && <p>{t('availability.warningsHint')}</p>}
    </Notice>
  );
}

function useWarningText(): (warning: BookingWarning) => string {
  const { t, language } = useTexts();
  const timeOf = (time: string) => formatLocalTime(time, language);
  const spanOf = ({ from, to }: TimeSpan) =>
    `${timeOf(from)}–${timeOf(to === '00:00' ? '24:00' : to)}`;
  return (warning) => {
    switch (warning.kind) {
      case 'taken':
        return t('availability.warning_taken', {
          span: formatTimeSpan(warning.startsAt, warning.endsAt, language),
        });
      case 'holiday': {
        const name = warning.name[language];
        const [first = ''] = name;
        return t('availability.warning_holiday', {
          name: `${first.toLocaleUpperCase(language)}${name.slice(first.length)}`,
        });
      }
      case 'away':
      case 'busy-elsewhere':
        return t(`availability.warning_${warning.kind}`);
      case 'outside-hours':
        return warning.spans.length === 0
          ? t('availability.warning_noWork')
          : t('availability.warning_outside-hours', {
              spans: warning.spans.map(spanOf).join(', '),
            });
      case 'break':
        return t('availability.warning_break', {
          from: timeOf(warning.from),
          to: timeOf(warning.to),
        });
    }
  };
}
