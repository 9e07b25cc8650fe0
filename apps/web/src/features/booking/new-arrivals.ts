import type { Booking } from '@tapaamo/contracts';

/** Who was waiting when bookings were last read, and whose bookings these were. */
export interface KnownArrivals {
  scope: 'own' | 'team';
  ids: ReadonlySet<string>;
}

/** The bookings whose client has come and not left. */
export function waitingIn(bookings: readonly Booking[]): Booking[] {
  return bookings.filter(({ status }) => status === 'arrived');
}

/**
 * Who came since bookings were last read. Nobody at the first reading, and nobody whom a wider look shows for the first
 * time: they were waiting already.
 */
export function newArrivals(
  known: KnownArrivals | undefined,
  scope: KnownArrivals['scope'],
  bookings: readonly Booking[],
): Booking[] {
  return known?.scope === scope ? waitingIn(bookings).filter(({ id }) => !known.ids.has(id)) : [];
}
