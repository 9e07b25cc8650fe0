import type { Delay, DelayWord } from '@tapaamo/contracts';
import type { VisitRow } from '../visit.entity.js';

type DelayOfRow = Pick<VisitRow, 'delay' | 'delayUntil' | 'delayToldAt'>;

/** A visit of whose delay nothing is told. */
export const NO_DELAY: DelayOfRow = { delay: null, delayUntil: null, delayToldAt: null };

/** How long each is told. What nobody can say the length of has an end, too: who is told nothing new in half an hour is forgotten about. */
const MINUTES: Record<DelayWord, number> = {
  'minutes-5': 5,
  'minutes-10': 10,
  'minutes-15': 15,
  'minutes-20': 20,
  'as-soon-as-possible': 30,
};

/** A delay as it is kept: of the agreed time or, once that has passed, from now on. */
export function delayFrom(
  word: DelayWord,
  { startsAt, now }: { startsAt: Date; now: Date },
): DelayOfRow {
  const from = Math.max(startsAt.getTime(), now.getTime());
  return { delay: word, delayUntil: new Date(from + MINUTES[word] * 60_000), delayToldAt: now };
}

/** The delay of which those who wait are told; none any more once its time has passed. */
export function delayOf({ delay, delayUntil, delayToldAt }: DelayOfRow, now: Date): Delay | null {
  return delay === null || delayUntil === null || delayToldAt === null || delayUntil <= now
    ? null
    : { word: delay, until: delayUntil.toISOString(), toldAt: delayToldAt.toISOString() };
}
