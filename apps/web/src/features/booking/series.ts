import { addDays } from '../../time/local-day.js';

/** Most visits of a series. As in the contract, whose schemas stay out of where only the number is needed. */
export const LONGEST_SERIES = 52;

/**
 * Local days of a series, the first one first; empty while it is not written in full.
 *
 * @param weeks - Weeks from one to the next; empty when it does not repeat.
 * @param times - As it is written.
 */
export function seriesDays(first: string | undefined, weeks: string, times: string): string[] {
  const count = /^\d{1,2}$/.test(times.trim()) ? Number(times) : 0;
  if (first === undefined || weeks === '' || count < 2 || count > LONGEST_SERIES) {
    return [];
  }
  return Array.from({ length: count }, (_, index) => addDays(first, index * Number(weeks) * 7));
}
