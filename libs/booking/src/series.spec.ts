import fc from 'fast-check';
import { arbitraryInstant } from '../../../test/support/arbitrary-instant.js';
import { dayOf, instantsOf, timeOf, wallOf } from '../../../test/support/helsinki-by-intl.js';
import { BookingTimeDoesNotExistError } from './booking.errors.js';
import { seriesTimes } from './series.js';

const WEEK_MS = 7 * 86_400_000;

describe('the times of a series', () => {
  it('show the same time of day each week, over every change of clocks, month and year', () => {
    const rhythm = fc.record({
      everyWeeks: fc.constantFrom(1 as const, 2 as const),
      times: fc.integer({ min: 2, max: 26 }),
    });
    fc.assert(
      fc.property(arbitraryInstant, rhythm, (near, repeat) => {
        const first = Math.floor(wallOf(near) / 60_000) * 60_000;
        const walls = Array.from(
          { length: repeat.times },
          (_, index) => first + index * repeat.everyWeeks * WEEK_MS,
        );
        const wish = { date: dayOf(first), time: timeOf(first), durationMinutes: 30, repeat };
        const now = new Date(near.getTime() - 2 * 86_400_000);
        const skipped = walls.find((wall) => instantsOf(wall).length === 0);
        // The end of a series that begins near now lies within the year that can be booked.
        fc.pre((walls.at(-1) ?? 0) - first < 360 * 86_400_000);
        if (skipped !== undefined) {
          expect(() => seriesTimes(wish, now)).toThrow(BookingTimeDoesNotExistError);
          return;
        }
        const times = seriesTimes(wish, now);
        expect(times.map(({ startsAt }) => startsAt)).toEqual(
          walls.map((wall) => instantsOf(wall)[0]),
        );
        expect(times.map(({ day }) => day)).toEqual(walls.map(dayOf));
        for (const { startsAt, endsAt } of times) {
          expect(endsAt.getTime() - startsAt.getTime()).toBe(30 * 60_000);
        }
      }),
    );
  });
});
