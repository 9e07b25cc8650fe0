import type { Booking } from '@tapaamo/contracts';

/**
 * Whether the reader may move the visit or call it off, as far as the page knows: the server decides, and knows also
 * whether they have met.
 */
export function mayChange({
  status,
  endedAt,
  relation,
}: Pick<Booking, 'status' | 'endedAt' | 'relation'>): boolean {
  return (status === 'booked' || status === 'arrived') && endedAt === null && relation !== 'shared';
}
