import type { Booking, BookingStatus } from '@tapaamo/contracts';
import { Badge, type BadgeMood } from '../../ui/badge.js';
import { useArrivalText } from './use-arrival-text.js';

const MOODS: Record<BookingStatus, BadgeMood> = {
  booked: 'quiet',
  arrived: 'good',
  fulfilled: 'quiet',
  cancelled: 'quiet',
  noshow: 'doubtful',
};

/** Whether the client has arrived, or how it ended. */
export function ArrivalBadge({ booking }: { booking: Booking }) {
  const text = useArrivalText();
  return (
    <Badge mood={MOODS[booking.status]} testId="arrival">
      {text(booking)}
    </Badge>
  );
}
