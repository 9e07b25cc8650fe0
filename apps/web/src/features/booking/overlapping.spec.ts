import type { Booking } from '@tapaamo/contracts';
import { overlapping } from './overlapping.js';

const visit = (id: string, startsAt: string, endsAt: string, more: Partial<Booking> = {}) =>
  ({
    ...{ id, startsAt, endsAt, status: 'booked' },
    professional: { id: 'own', displayName: 'Sanna' },
    ...more,
  }) as Booking;
const wish = { date: '2026-12-14', time: '10:00', durationMinutes: 45 };
const found = (...bookings: Booking[]) =>
  overlapping(bookings, { wish, professionalId: 'own', except: 'moved' }).map(({ id }) => id);

describe('what is in the way of a time', () => {
  it('is what shares a minute with it', () => {
    expect(
      found(
        visit('before', '2026-12-14T07:30:00Z', '2026-12-14T08:00:00Z'),
        visit('begun', '2026-12-14T07:30:00Z', '2026-12-14T08:01:00Z'),
        visit('within', '2026-12-14T08:15:00Z', '2026-12-14T08:30:00Z'),
        visit('after', '2026-12-14T08:45:00Z', '2026-12-14T09:30:00Z'),
      ),
    ).toEqual(['begun', 'within']);
  });

  it('is neither the visit itself, nor another’s, nor one that does not take place', () => {
    const [from, to] = ['2026-12-14T08:00:00Z', '2026-12-14T08:30:00Z'];
    const colleague = { professional: { id: 'other', displayName: 'Bo' } };
    expect(
      found(
        visit('moved', from, to),
        visit('of another', from, to, colleague as Partial<Booking>),
        visit('cancelled', from, to, { status: 'cancelled' }),
      ),
    ).toEqual([]);
  });
});
