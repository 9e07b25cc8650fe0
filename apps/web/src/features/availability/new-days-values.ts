import { EXCEPTIONS_MAX } from '@tapaamo/contracts';
import { addDays, readDay } from '../../time/local-day.js';

/** Days as they are written: the first, and the last where there are several. */
export interface WrittenDays {
  firstDay: string;
  lastDay: string;
}

/** What is wrong with them, and where. */
export interface DaysProblem {
  field: keyof WrittenDays;
  what: 'unreadable' | 'daysInPast' | 'daysInOrder' | 'tooManyDays';
}

/** Reads which days are meant. */
export function readDays(
  { firstDay, lastDay }: WrittenDays,
  today: string,
): { days: string[] } | { problem: DaysProblem } {
  const first = readDay(firstDay, today);
  const last = lastDay.trim() === '' ? first : readDay(lastDay, today);
  if (first === undefined || last === undefined) {
    const field = first === undefined ? 'firstDay' : 'lastDay';
    return { problem: { field, what: 'unreadable' } };
  }
  if (first < today) {
    return { problem: { field: 'firstDay', what: 'daysInPast' } };
  }
  if (last < first) {
    return { problem: { field: 'lastDay', what: 'daysInOrder' } };
  }
  return last >= addDays(first, EXCEPTIONS_MAX)
    ? { problem: { field: 'lastDay', what: 'tooManyDays' } }
    : { days: daysBetween(first, last) };
}

function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    days.push(day);
  }
  return days;
}
