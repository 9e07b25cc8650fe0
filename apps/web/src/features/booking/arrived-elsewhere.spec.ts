import type { Booking } from '@tapaamo/contracts';
import { arrivedElsewhere } from './arrived-elsewhere.js';

const booking = (startsAt: string) => ({ id: startsAt, startsAt }) as Booking;
const daysOf = (bookings: readonly Booking[]) => bookings.map(({ id }) => id.slice(8));

describe('who is there for a visit of another day', () => {
  // A Sunday, in the night on which clocks go forward; Helsinki is two hours ahead before it.
  const arrived = [
    booking('2027-03-27T21:55:00Z'),
    booking('2027-03-27T22:00:00Z'),
    booking('2027-03-28T21:00:00Z'),
  ];
  const seen = (view: 'day' | 'week' | 'list', day: string, today: string) =>
    daysOf(arrivedElsewhere(arrived, { view, day }, today));

  it('is shown beside the day on which one looks', () => {
    expect(seen('day', '2027-03-28', '2027-03-28')).toEqual(['27T21:55:00Z', '28T21:00:00Z']);
    expect(seen('day', '2027-03-27', '2027-03-28')).toEqual(['28T21:00:00Z']);
  });

  it('is not shown twice', () => {
    expect(seen('week', '2027-03-28', '2027-03-28')).toEqual(['28T21:00:00Z']);
    expect(seen('list', '2027-03-28', '2027-03-28')).toEqual(['27T21:55:00Z']);
    expect(seen('list', '2027-03-27', '2027-03-28')).toEqual(['28T21:00:00Z']);
  });
});
