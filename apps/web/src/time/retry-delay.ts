const FIRST_MS = 500;
const LONGEST_MS = 4_000;

/**
 * Wait before the next attempt: doubles up to four seconds, with chance in it so that the people of a lost node
 * do not all come back at the same moment.
 *
 * @param attempt - Failed attempts so far, from 0.
 * @param chance - From 0 to 1.
 */
export function retryDelayMs(attempt: number, chance: number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return Math.round(longest * (0.5 + chance / 2));
}

/** Spreads retries; nothing secret hangs on it. */
export function randomChance(): number {
  return (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) / 255;
}
