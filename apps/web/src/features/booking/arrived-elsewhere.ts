import type { Booking } from '@tapaamo/contracts';
import { addDays, localDayOf, mondayOf } from '../../time/local-day.js';
import type { Agenda } from './use-agenda.js';

/**
 * Who is there though their visit is of another day than today, and not on the days that are shown. Around midnight who
 * waits for the first visit of tomorrow, and who is still in the last one of yesterday, would else be seen by nobody.
 */
export function arrivedElsewhere(
  arrived: readonly Booking[],
  { view, day }: Pick<Agenda, 'view' | 'day'>,
  today: string,
): Booking[] {
  const first = view === 'week' ? mondayOf(day) : day;
  const last = view === 'day' ? day : view === 'week' ? addDays(first, 6) : addDays(day, 1);
  return arrived.filter(({ startsAt }) => {
    const of = localDayOf(startsAt);
    return of !== today && (of < first || of > last);
  });
}
