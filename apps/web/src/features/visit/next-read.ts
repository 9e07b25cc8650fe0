import type { Visit } from '@tapaamo/contracts';
import { FALLBACK_INTERVAL_MS } from '../../api/use-visit-changes.js';

/** After an end that nobody announces, so that the server's clock is over it, too. */
const AFTER_MS = 1_000;

/** How often it is looked whether a talk of somebody else may be ended. */
const BETWEEN_ASKING_MS = 30_000;

/** Shortest time between two readings: a device whose clock runs ahead reads until the server agrees. */
const SHORTEST_MS = 5_000;

/**
 * In how many milliseconds the visit is read again by itself. Changes are told over the line; that what came back in another
 * browser is not answered any more comes about by the clock, and is told by nobody.
 *
 * @param isLive - Whether the line is there.
 * @returns False for not at all.
 */
export function nextRead(
  visit: Pick<Visit, 'participants' | 'alone'> | undefined,
  isLive: boolean,
  present: number,
): number | false {
  const ends = (visit?.participants ?? []).flatMap(({ handBackOpenUntil }) =>
    handBackOpenUntil === null ? [] : [Date.parse(handBackOpenUntil)],
  );
  const untilEnd = Math.max(Math.min(...ends) - present + AFTER_MS, SHORTEST_MS);
  // Whether somebody else's talk may be ended comes about by the clock, too.
  const untilMayEnd = visit?.alone?.mayEnd === false ? BETWEEN_ASKING_MS : Infinity;
  const wait = Math.min(untilEnd, untilMayEnd, isLive ? Infinity : FALLBACK_INTERVAL_MS);
  return Number.isFinite(wait) && wait;
}
