import type { Delay, DelayWord } from '@tapaamo/contracts';
import type { VisitRow } from '../visit.entity.js';

type DelayOfRow = Pick<VisitRow, 'delay' | 'delayUntil'>;

/** A visit of whose delay nothing is told. */
export const NO_DELAY: DelayOfRow = { delay: null, delayUntil: null };

const MINUTES: Record<DelayWord, number | null> = {
  'minutes-5': 5,
  'minutes-10': 10,
  'minutes-15': 15,
  'minutes-20': 20,
  'as-soon-as-possible': null,
};

/** A delay as it is kept: of the agreed time or, once that has passed, from now on. */
export function delayFrom(
  word: DelayWord,
  { startsAt, now }: { startsAt: Date; now: Date },
): DelayOfRow {
  const minutes = MINUTES[word];
  const from = Math.max(startsAt.getTime(), now.getTime());
  return { delay: word, delayUntil: minutes === null ? null : new Date(from + minutes * 60_000) };
}

/** The delay of which those who wait are told; none any more once its time has passed. */
export function delayOf({ delay, delayUntil }: DelayOfRow, now: Date): Delay | null {
  return delay === null || (delayUntil !== null && delayUntil <= now)
    ? null
    : { word: delay, until: delayUntil?.toISOString() ?? null };
}
