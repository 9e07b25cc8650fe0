import type { Booking } from '@tapaamo/contracts';
import { localDayOf } from '../../time/local-day.js';

/** The bookings of one local day, earliest first. */
export interface DayOfBookings {
  day: string;
  bookings: readonly Booking[];
}

/**
 * Sorts bookings by local day.
 *
 * @param first - This day is in the answer even when it has no bookings; earlier ones are left out.
 */
export function byDay(bookings: readonly Booking[], first: string): readonly DayOfBookings[] {
  const days = new Map<string, Booking[]>([[first, []]]);
  for (const booking of bookings) {
    const day = localDayOf(booking.startsAt);
    if (day >= first) {
      days.set(day, [...(days.get(day) ?? []), booking]);
    }
  }
  return [...days]
    .map(([day, list]) => ({
      day,
      bookings: list.sort((a, b) => a.startsAt.localeCompare(b.startsAt)),
    }))
    .sort((a, b) => a.day.localeCompare(b.day));
}
