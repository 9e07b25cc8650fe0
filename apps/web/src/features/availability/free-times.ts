import type { BusyTimes, TimeSpan } from '@tapaamo/contracts';
import { helsinkiTime, milliseconds } from '../../time/helsinki.js';
import { localDayOf, twoDigits } from '../../time/local-day.js';

/** Hours of a day in which free times are shown, in minutes from midnight: nobody is asked for a visit at night. */
const DAY = { from: 7 * 60, to: 20 * 60 };

/** Free time that is too short for any visit is not shown. */
const SHORTEST_MINUTES = 5;

/** When somebody is free on a local day (`YYYY-MM-DD`) between 7 and 20, as local times. */
export function freeTimesOn(day: string, { busy }: BusyTimes): TimeSpan[] {
  const free: TimeSpan[] = [];
  let from = DAY.from;
  const until = (to: number) => {
    if (to - from >= SHORTEST_MINUTES) {
      free.push({ from: timeOf(from), to: timeOf(to) });
    }
  };
  for (const { startsAt, endsAt } of busy) {
    const [start, end] = [minuteOn(day, startsAt), minuteOn(day, endsAt)];
    until(Math.min(start, DAY.to));
    from = Math.max(from, end);
  }
  until(DAY.to);
  return free;
}

/** Whether somebody is busy at some time between two instants. */
export function isBusyDuring(
  { startsAt, endsAt }: { startsAt: string; endsAt: string },
  { busy }: BusyTimes,
): boolean {
  return busy.some(
    (one) =>
      milliseconds(one.startsAt) < milliseconds(endsAt) &&
      milliseconds(startsAt) < milliseconds(one.endsAt),
  );
}

/** Minutes from a day's midnight to an instant; of other days the nearest. */
function minuteOn(day: string, instant: string): number {
  const its = localDayOf(instant);
  if (its !== day) {
    return its < day ? 0 : 24 * 60;
  }
  const { hour, minute } = helsinkiTime(instant);
  return hour * 60 + minute;
}

function timeOf(minutes: number): string {
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}
