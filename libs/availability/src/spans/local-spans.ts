import { addDays, instantOfLocal, startOfLocalDate } from '@tapaamo/common';
import type { TimeSpan } from '@tapaamo/contracts';
import type { Span } from './spans.js';

/** As the end of a span: the midnight that ends its day. */
export const MIDNIGHT = '00:00';

const MINUTES_A_DAY = 24 * 60;

/**
 * The instants of local times of a day. A time that daylight saving skips is the instant of the jump; in a repeated hour
 * the earlier instant is meant.
 *
 * @param date - `YYYY-MM-DD` in Europe/Helsinki.
 */
export function spansOn(date: string, spans: readonly TimeSpan[]): Span[] {
  return spans.map(({ from, to }) => ({
    startsAt: instantAt(date, minutesOf(from)),
    endsAt: instantAt(date, endOf(to)),
  }));
}

/** Minutes from midnight to the end of a span: 1 to 1,440. */
export function endOf(to: string): number {
  return to === MIDNIGHT ? MINUTES_A_DAY : minutesOf(to);
}

/** Minutes from midnight to a local time: 0 to 1,439. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Local days from one to another, both included. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    days.push(date);
  }
  return days;
}

/** Instants of whole local days, both included. */
export function wholeDays(from: string, to: string): Span {
  return { startsAt: startOfLocalDate(from), endsAt: startOfLocalDate(addDays(to, 1)) };
}

/** The first instant at which clocks show these minutes of a day, or more. */
function instantAt(date: string, minutes: number): Date {
  for (let late = minutes; late < MINUTES_A_DAY; late += 1) {
    const [hour, minute] = [Math.floor(late / 60), late % 60].map((n) =>
      String(n).padStart(2, '0'),
    );
    const instant = instantOfLocal(date, `${hour ?? ''}:${minute ?? ''}`);
    if (instant !== null) {
      return instant;
    }
  }
  return startOfLocalDate(addDays(date, 1));
}
