import type { Booking } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { formatTime } from '../../time/format.js';
import { Badge } from '../../ui/badge.js';

/** Whether the client has arrived, or how it ended. */
export function ArrivalBadge({ booking: { status, arrivedAt, endedAt } }: { booking: Booking }) {
  const { t, language } = useTexts();
  const at = (instant: string | null) => (instant === null ? '' : formatTime(instant, language));
  switch (status) {
    case 'booked':
      return (
        <Badge mood="quiet" testId="arrival">
          {t('bookings.notArrived')}
        </Badge>
      );
    case 'arrived':
      return (
        <Badge mood="good" testId="arrival">
          {t('bookings.arrivedAt', { time: at(arrivedAt) })}
        </Badge>
      );
    case 'fulfilled':
      return (
        <Badge mood="quiet" testId="arrival">
          {t('bookings.endedAt', { time: at(endedAt) })}
        </Badge>
      );
    case 'cancelled':
      return (
        <Badge mood="quiet" testId="arrival">
          {t('bookings.cancelled')}
        </Badge>
      );
    case 'noshow':
      return (
        <Badge mood="doubtful" testId="arrival">
          {t('bookings.noshow')}
        </Badge>
      );
  }
}
