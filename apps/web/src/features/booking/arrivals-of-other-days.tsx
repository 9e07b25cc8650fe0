import type { Booking } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { Stack } from '../../ui/stack.js';
import { BookingRow } from './booking-row.js';
import styles from './booking-day.module.css';

interface ArrivalsOfOtherDaysProps {
  bookings: readonly Booking[];
  now: number;
  onAct: (booking: Booking) => void;
}

/** Above the bookings: who is there though their visit is of a day that is not shown. */
export function ArrivalsOfOtherDays({ bookings, now, onAct }: ArrivalsOfOtherDaysProps) {
  const { t } = useTexts();
  return (
    <Stack gap="s" testId="arrivals-of-other-days">
      <p>{t('bookings.arrivedElsewhere')}</p>
      <ol className={styles.list}>
        {bookings.map((booking) => (
          <BookingRow
            key={booking.id}
            booking={booking}
            now={now}
            withDay
            onAct={() => onAct(booking)}
          />
        ))}
      </ol>
    </Stack>
  );
}
