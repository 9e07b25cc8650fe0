import type { Booking } from '@tapaamo/contracts';

/** Who was there when it was last read, and whose bookings these were. */
export interface KnownArrivals {
  scope: 'own' | 'team';
  ids: ReadonlySet<string>;
}

/**
 * Who came since it was last read. Nobody at the first reading, and nobody whom a wider look shows for the first time: they
 * were waiting already.
 *
 * @param arrived - Who is there now.
 */
export function newArrivals(
  known: KnownArrivals | undefined,
  scope: KnownArrivals['scope'],
  arrived: readonly Booking[],
): Booking[] {
  return known?.scope === scope ? arrived.filter(({ id }) => !known.ids.has(id)) : [];
}
