import type { Booking } from '@tapaamo/contracts';

/**
 * Why a booking names no client, as the key of its text. `forgotten` is said only when the due instant has passed: before
 * it, what cannot be opened is still there.
 *
 * @param now - In milliseconds.
 */
export function whyClientIsMissing(
  { purgeDueAt }: Pick<Booking, 'purgeDueAt'>,
  now: number,
): 'clientForgotten' | 'clientSealed' {
  return Date.parse(purgeDueAt) <= now ? 'clientForgotten' : 'clientSealed';
}
