import { doublingMs } from '@tapaamo/common';

/**
 * After so many failures that are not its operator's outage a message is given up; with the back-off below that is after
 * eight hours.
 */
export const MOST_ATTEMPTS = 18;

/** After so many failures, five minutes, staff is told that a message is held up. */
export const HELD_UP_ATTEMPTS = 6;

const BACK_OFF_SECONDS = { first: 5, longest: 3_600 } as const;

/** How long a message in hand is nobody else's: longer than any sender takes before it gives up. */
export const IN_HAND_MS = 120_000;

/** Time until the next attempt: doubles from five seconds up to an hour. */
export function backOffMs(attempts: number): number {
  return doublingMs(attempts, BACK_OFF_SECONDS);
}

/**
 * Time that an operator asks to wait, as it says it: seconds, or an instant (`Retry-After`, RFC 9110 section 10.2.3). No
 * longer than our own longest, whatever it says; none where it says nothing that can be understood.
 */
export function waitAskedMs(retryAfter: string | null, nowMs: number): number {
  const asked = /^\d{1,9}$/.test(retryAfter ?? '')
    ? Number(retryAfter) * 1_000
    : Date.parse(retryAfter ?? '') - nowMs;
  return Math.min(Math.max(Number.isNaN(asked) ? 0 : asked, 0), BACK_OFF_SECONDS.longest * 1_000);
}
