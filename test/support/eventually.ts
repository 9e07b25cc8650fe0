import { setTimeout as delay } from 'node:timers/promises';

const EVERY_MS = 20;
const LONGEST_MS = 10_000 * Number(process.env.TEST_PATIENCE ?? '1');

/**
 * Waits until something is so, instead of for a time.
 *
 * @param what - Said when it never comes to be.
 * @param probe - Looks; anything but false, null and undefined ends the waiting. It may throw while it is not so yet.
 */
export async function eventually<T>(
  what: string,
  probe: () => T | Promise<T>,
): Promise<NonNullable<T>> {
  const until = performance.now() + LONGEST_MS;
  let last: unknown;
  while (performance.now() < until) {
    try {
      const seen = await probe();
      if (seen !== false && seen !== null && seen !== undefined) {
        return seen;
      }
    } catch (error) {
      last = error;
    }
    await delay(EVERY_MS);
  }
  throw new Error(`It never came to be that ${what}.`, { cause: last });
}
