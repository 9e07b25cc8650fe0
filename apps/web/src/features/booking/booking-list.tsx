import type { Booking } from '@tapaamo/contracts';
import { BookingRow } from './booking-row.js';
import styles from './booking-day.module.css';

interface BookingListProps {
  bookings: readonly Booking[];
  now: number;
  /** Whether each says of which day it is. */
  withDay?: boolean;
  onAct: (booking: Booking) => void;
}

/** Bookings under each other. */
export function BookingList({ bookings, now, withDay = false, onAct }: BookingListProps) {
  return (
    <ol className={styles.list}>
      {bookings.map((booking) => (
        <BookingRow
          key={booking.id}
          booking={booking}
          now={now}
          withDay={withDay}
          onAct={() => onAct(booking)}
        />
      ))}
    </ol>
  );
}
