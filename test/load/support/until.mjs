import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 25;

/**
 * Waits until a condition holds.
 *
 * @template T
 * @param {() => T | Promise<T>} condition Asked again and again; anything truthy ends the waiting.
 * @param {string} what Is waited for, for the message.
 * @param {number} [withinMs]
 * @returns {Promise<T>} What the condition gave.
 */
export async function until(condition, what, withinMs = 20_000) {
  const end = performance.now() + withinMs;
  for (;;) {
    const value = await condition();
    if (value) {
      return value;
    }
    if (performance.now() > end) {
      throw new Error(`Waited in vain for ${what}.`);
    }
    await sleep(LOOK_EVERY_MS);
  }
}
