import type { Booking } from '@tapaamo/contracts';
import { newArrivals, waitingIn } from './new-arrivals.js';

const booking = (id: string, status: Booking['status']) => ({ id, status }) as Booking;
const known = (scope: 'own' | 'team', ...ids: string[]) => ({ scope, ids: new Set(ids) });
const idsOf = (bookings: readonly Booking[]) => bookings.map(({ id }) => id);

describe('new arrivals', () => {
  const today = [booking('early', 'arrived'), booking('late', 'booked'), booking('new', 'arrived')];

  it('are those who were not waiting at the last reading', () => {
    expect(idsOf(waitingIn(today))).toEqual(['early', 'new']);
    expect(idsOf(newArrivals(known('own', 'early'), 'own', today))).toEqual(['new']);
    expect(newArrivals(known('own', 'early', 'new'), 'own', today)).toEqual([]);
  });

  it('are nobody at the first reading, of one’s own or of the team', () => {
    expect(newArrivals(undefined, 'own', today)).toEqual([]);
    expect(newArrivals(known('own', 'early'), 'team', today)).toEqual([]);
  });
});
