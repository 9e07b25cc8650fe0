import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until something is true.
 *
 * @param {() => boolean} condition
 * @param {number} deadlineMs
 * @param {number} [everyMs]
 * @returns {Promise<boolean>} Whether it became true in time.
 */
export async function waitUntil(condition, deadlineMs, everyMs = 10) {
  const until = performance.now() + deadlineMs;
  while (!condition()) {
    if (performance.now() > until) {
      return false;
    }
    await sleep(everyMs);
  }
  return true;
}
