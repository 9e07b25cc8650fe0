import type { Booking } from '@tapaamo/contracts';
import { newArrivals } from './new-arrivals.js';

const booking = (id: string) => ({ id }) as Booking;
const known = (scope: 'own' | 'team', ...ids: string[]) => ({ scope, ids: new Set(ids) });
const idsOf = (bookings: readonly Booking[]) => bookings.map(({ id }) => id);

describe('new arrivals', () => {
  const arrived = [booking('early'), booking('new')];

  it('are those who were not waiting at the last reading', () => {
    expect(idsOf(newArrivals(known('own', 'early'), 'own', arrived))).toEqual(['new']);
    expect(newArrivals(known('own', 'early', 'new'), 'own', arrived)).toEqual([]);
  });

  it('are nobody at the first reading, of one’s own or of the team', () => {
    expect(newArrivals(undefined, 'own', arrived)).toEqual([]);
    expect(newArrivals(known('own', 'early'), 'team', arrived)).toEqual([]);
  });
});
