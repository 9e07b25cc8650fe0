import { retryDelayMs } from '../../../time/retry-delay.js';

/** A line that was lost or refused is tried for the second time as soon as for the first. */
const TRIES = 2;

/** It takes the API a second and a quarter to know that a node is dead; so many tries do not grow rarer meanwhile. */
const TRIES_OF_SILENT_NODE = 5;

/**
 * Wait before the line to a node is tried again.
 *
 * @param failures - Attempts in a row that failed; 0 when a line that stood was lost.
 * @param isNodeSilent - Whether the last attempt was given no answer at all.
 * @param chance - From 0 to 1.
 */
export function reconnectDelayMs(failures: number, isNodeSilent: boolean, chance: number): number {
  const soon = isNodeSilent ? TRIES_OF_SILENT_NODE : TRIES;
  return retryDelayMs(Math.max(0, failures + 1 - soon), chance);
}
