import type { Randomness } from '@tapaamo/common';

/** The greatest multiple of 90 that one byte holds. */
const FAIR_BELOW = 180;

/** Two digits from 10 to 99, each as likely: no leading zero that somebody might leave out. */
export function matchNumber(randomness: Randomness): string {
  for (;;) {
    const [byte = FAIR_BELOW] = randomness.bytes(1);
    if (byte < FAIR_BELOW) {
      return String(10 + (byte % 90));
    }
  }
}
