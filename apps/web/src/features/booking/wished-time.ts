import { formatDay } from '../../time/format.js';
import { isLocalDay, readTime } from '../../time/local-day.js';

/** A time that was chosen in the calendar: local, with a length when one was drawn. */
export interface WishedTime {
  day: string;
  /** `HH:MM` */
  time?: string;
  minutes?: number;
}

/** Address of the form with the time filled in. It says nothing of a client, so it may be an address. */
export function newBookingPath({ day, time, minutes }: WishedTime): string {
  const query = new URLSearchParams({ date: day });
  if (time !== undefined) {
    query.set('time', time);
  }
  if (minutes !== undefined) {
    query.set('minutes', String(minutes));
  }
  return `/bookings/new?${query.toString()}`;
}

/** The same as it is written into the form of a move. */
export function writtenWish({ day, time, minutes }: Required<WishedTime>) {
  return {
    date: formatDay(day, 'fi'),
    time: time.replace(/^0/, '').replace(':', '.'),
    durationMinutes: String(minutes),
  };
}

/** What an address wishes, as the form is written; what it cannot mean is left out. */
export function wishedFields(query: URLSearchParams): {
  date?: string;
  time?: string;
  durationMinutes?: string;
} {
  const [date, time, minutes] = ['date', 'time', 'minutes'].map((name) => query.get(name) ?? '');
  const read = readTime(time ?? '');
  return {
    ...(date !== undefined && isLocalDay(date) ? { date: formatDay(date, 'fi') } : {}),
    ...(read === undefined ? {} : { time: read.replace(':', '.') }),
    ...(minutes !== undefined && /^\d{1,3}$/.test(minutes) ? { durationMinutes: minutes } : {}),
  };
}
