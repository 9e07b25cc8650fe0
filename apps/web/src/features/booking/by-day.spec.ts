import type { Booking } from '@tapaamo/contracts';
import { byDay } from './by-day.js';

const booking = (id: string, startsAt: string) => ({ id, startsAt }) as Booking;

describe('bookings by day', () => {
  it('stand under their day in Finland, earliest first', () => {
    const days = byDay(
      [
        booking('late', '2026-12-14T12:00:00.000Z'),
        booking('next day', '2026-12-14T22:30:00.000Z'),
        booking('early', '2026-12-14T08:00:00.000Z'),
      ],
      '2026-12-14',
    );
    expect(days.map(({ day, bookings }) => [day, bookings.map(({ id }) => id)])).toEqual([
      ['2026-12-14', ['early', 'late']],
      ['2026-12-15', ['next day']],
    ]);
  });

  it('show the chosen day even when it is empty, and no earlier ones', () => {
    const days = byDay([booking('past', '2026-12-10T08:00:00.000Z')], '2026-12-14');
    expect(days).toEqual([{ day: '2026-12-14', bookings: [] }]);
  });
});
