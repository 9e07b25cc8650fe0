import { helsinkiTime } from './helsinki.js';
import { addDays } from './local-day.js';

/**
 * How clocks change on a local day (`YYYY-MM-DD`) in Finland: `forward` leaves an hour out and `back` has one twice.
 */
export function clockChangeOn(day: string): 'forward' | 'back' | undefined {
  // Hours are counted from one noon of UTC to the next: the change is in the night between.
  const [before, after] = [addDays(day, -1), day].map(
    (each) => helsinkiTime(`${each}T12:00:00Z`).hour,
  );
  if (before === after || before === undefined || after === undefined) {
    return undefined;
  }
  return before < after ? 'forward' : 'back';
}
