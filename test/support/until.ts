import { setTimeout as delay } from 'node:timers/promises';

const LOOK_EVERY_MS = 50;

/**
 * Waits until a condition holds.
 *
 * @param condition - Asked again and again; a value other than false, null and undefined ends the waiting.
 * @param options - `what` is waited for, for the message; `withinMs` at most.
 * @returns What the condition gave.
 * @throws Error when it did not hold in time.
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  options: { what: string; withinMs?: number },
): Promise<NonNullable<T>> {
  const end = performance.now() + (options.withinMs ?? 10_000);
  for (;;) {
    const value = await condition();
    if (value !== false && value !== null && value !== undefined) {
      return value;
    }
    if (performance.now() > end) {
      throw new Error(`Waited in vain for ${options.what}.`);
    }
    await delay(LOOK_EVERY_MS);
  }
}
