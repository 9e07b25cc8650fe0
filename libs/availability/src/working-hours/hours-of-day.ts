import { localDateOf } from '@tapaamo/common';
import type { TimeSpan, WorkingHours } from '@tapaamo/contracts';
import { holidayOn } from '../holidays/holidays.js';
import { daysBetween, spansOn } from '../spans/local-spans.js';
import { merged, type Span } from '../spans/spans.js';

/** What somebody keeps; null for who never said anything. */
export type KeptHours = Pick<WorkingHours, 'weekdays' | 'exceptions'> | null;

/**
 * When somebody works on a local day: as they said for that day, else as in their usual week, but not on a holiday. The
 * eves are working days of who does not say otherwise.
 *
 * @returns Null where they have said nothing, so that nothing can be told.
 */
export function hoursOn(hours: KeptHours, date: string): readonly TimeSpan[] | null {
  const exception = hours?.exceptions.find((one) => one.date === date);
  if (exception !== undefined) {
    return exception.spans;
  }
  if (hours?.weekdays.some((spans) => spans.length > 0) !== true) {
    return null;
  }
  return holidayOn(date)?.eve === false ? [] : (hours.weekdays[weekdayOf(date)] ?? []);
}

/**
 * When somebody works during a stretch of time, as instants. A day of which they have said nothing counts as working
 * time whole.
 */
export function workingSpans(hours: KeptHours, { startsAt, endsAt }: Span): Span[] {
  const days = daysBetween(localDateOf(startsAt), localDateOf(endsAt));
  return merged(days.flatMap((date) => spansOn(date, hoursOn(hours, date) ?? [WHOLE_DAY])));
}

const WHOLE_DAY: TimeSpan = { from: '00:00', to: '00:00' };

/** Weekday of a local day: 0 is Monday. */
function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}
