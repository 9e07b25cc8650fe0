import type { Booking } from '@tapaamo/contracts';
import { Link } from 'react-router';
import { useTexts } from '../../i18n/index.js';
import { formatDateAndTime } from '../../time/format.js';
import { Stack } from '../../ui/stack.js';
import { useBookingsToReview } from './queries.js';
import { useClientName } from './use-client-name.js';

/** Above the bookings: clients of whom nobody has said for half a year whether the client relationship goes on. */
export function RelationshipsToReview({ now }: { now: number }) {
  const { t } = useTexts();
  const bookings = useBookingsToReview().data ?? [];
  return (
    bookings.length > 0 && (
      <Stack gap="s" surface="card" testId="relationships-to-review">
        <h2>{t('bookings.toReview', { count: bookings.length })}</h2>
        <p>{t('bookings.toReviewText')}</p>
        <ul>
          {bookings.map((booking) => (
            <ToReview key={booking.id} booking={booking} now={now} />
          ))}
        </ul>
      </Stack>
    )
  );
}

function ToReview({ booking, now }: { booking: Booking; now: number }) {
  const { language } = useTexts();
  const clientName = useClientName();
  return (
    <li>
      <Link to={`/visits/${booking.visitId}`}>
        {clientName(booking, now)}, {formatDateAndTime(booking.startsAt, language)}
      </Link>
    </li>
  );
}
