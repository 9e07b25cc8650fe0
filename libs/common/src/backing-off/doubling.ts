/**
 * Time until the next attempt, in milliseconds: doubles with each one that failed.
 *
 * @param attempts - How many there were, 1 or more.
 * @param bounds - The first pause and the longest, in seconds.
 */
export function doublingMs(attempts: number, bounds: { first: number; longest: number }): number {
  return Math.min(bounds.first * 2 ** (attempts - 1), bounds.longest) * 1_000;
}
