import { ApiProblem } from '../../api/api-problem.js';
import { pauseBeforeRetry } from '../../time/pause-before-retry.js';
import { randomChance, retryDelayMs } from '../../time/retry-delay.js';
import type { Door } from './door-state.js';

/** Whether where the person stands was not found out for now only. */
export function isForNow(door: Door): boolean {
  return door.at === 'failed' && door.error instanceof ApiProblem && door.error.retriable;
}

/**
 * Asks again, with growing waits, until the door answers: nobody has to find a button to press while a server rests for a
 * moment.
 *
 * @returns What it answered; null when the asking was ended.
 */
export async function keepAsking(
  ask: () => Promise<Door>,
  signal: AbortSignal,
  pause: typeof pauseBeforeRetry = pauseBeforeRetry,
): Promise<Door | null> {
  const isOver = () => signal.aborted;
  for (let failures = 0; ; failures += 1) {
    await pause(retryDelayMs(failures, randomChance()), signal);
    const found = isOver() ? null : await ask();
    if (found === null || isOver()) {
      return null;
    }
    if (!isForNow(found)) {
      return found;
    }
  }
}
