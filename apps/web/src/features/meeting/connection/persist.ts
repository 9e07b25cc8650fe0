import { pauseBeforeRetry } from '../../../time/pause-before-retry.js';
import { randomChance, retryDelayMs } from '../../../time/retry-delay.js';
import { isTemporary } from './signalling-refusal.js';

interface Persistence {
  /** Ends every wait and all further attempts. */
  signal: AbortSignal;
  /** Whether there is still reason to try. */
  isWanted?: () => boolean;
  pause?: typeof pauseBeforeRetry;
}

/**
 * Tries, and tries again with growing waits as long as the node refuses for now only.
 *
 * @throws What an attempt failed with, unless the same request can succeed a moment later.
 */
export async function persist(
  attempt: () => Promise<unknown>,
  { signal, isWanted = () => true, pause = pauseBeforeRetry }: Persistence,
): Promise<void> {
  for (let failures = 0; isWanted() && !signal.aborted; failures += 1) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (!isTemporary(error)) {
        throw error;
      }
      await pause(retryDelayMs(failures, randomChance()), signal);
    }
  }
}
