import type { EventInput } from '@fullcalendar/react';
import type { Booking, BookingStatus } from '@tapaamo/contracts';
import { helsinkiTime } from '../../../time/helsinki.js';
import { twoDigits } from '../../../time/local-day.js';
import { mayChange } from '../may-change.js';

/** Hours that are shown although nothing is booked then. */
const USUAL_HOURS = { first: 7, end: 18 };

/** Ground and writing of each state; signs and words say the same. */
const COLOURS: Record<BookingStatus, readonly [ground: string, writing: string]> = {
  booked: ['var(--highlight-light)', 'var(--text)'],
  arrived: ['var(--success-light)', 'var(--text)'],
  fulfilled: ['var(--ground)', 'var(--text-soft)'],
  cancelled: ['var(--surface)', 'var(--text-soft)'],
  noshow: ['var(--warning-light)', 'var(--text)'],
};

/** Bookings as the picture takes them; it knows nothing more of them than it draws. */
export function entriesOf(bookings: readonly Booking[]): EventInput[] {
  return bookings.map((booking) => {
    const { id, startsAt, endsAt, status } = booking;
    const [color, contrastColor] = COLOURS[status];
    const editable = mayChange(booking);
    return { id, start: startsAt, end: endsAt, color, contrastColor, editable };
  });
}

/** The part of the day that is drawn: the usual hours, and those of work and of what is booked outside of them. */
export function hoursOf(bookings: readonly Pick<Booking, 'startsAt' | 'endsAt'>[]): {
  slotMinTime: string;
  slotMaxTime: string;
} {
  let { first, end } = USUAL_HOURS;
  for (const { startsAt, endsAt } of bookings) {
    const [start, stop] = [helsinkiTime(startsAt), helsinkiTime(endsAt)];
    first = Math.min(first, start.hour);
    end = Math.max(end, stop.day === start.day ? stop.hour + (stop.minute > 0 ? 1 : 0) : 24);
  }
  return { slotMinTime: `${twoDigits(first)}:00`, slotMaxTime: `${twoDigits(end)}:00` };
}

/** A moment of the picture as local day and time. @param text - As the library writes it: local, with its offset. */
export function wallTime(text: string): { day: string; time: string } {
  return { day: text.slice(0, 10), time: text.slice(11, 16) };
}
