import fc from 'fast-check';
import { arbitraryInstant } from '../../../../test/support/arbitrary-instant.js';
import { dayOf, instantsOf, timeOf, wallOf } from '../../../../test/support/helsinki-by-intl.js';
import { addDays, instantOfLocal, localDateOf, startOfLocalDate } from './local-date.js';

describe('localDateOf', () => {
  it.each([
    ['2027-02-28T21:59:59.999Z', '2027-02-28'],
    ['2027-02-28T22:00:00.000Z', '2027-03-01'],
    ['2027-07-31T20:59:59.999Z', '2027-07-31'],
    ['2027-07-31T21:00:00.000Z', '2027-08-01'],
    ['2027-12-31T22:00:00.000Z', '2028-01-01'],
    ['2028-02-28T22:00:00.000Z', '2028-02-29'],
  ])('is the day that calendars in Helsinki show: %s is %s', (instant, day) => {
    expect(localDateOf(new Date(instant))).toBe(day);
  });

  it('agrees with Intl for any instant', () => {
    fc.assert(
      fc.property(arbitraryInstant, (instant) => {
        expect(localDateOf(instant)).toBe(dayOf(wallOf(instant)));
      }),
    );
  });
});

describe('startOfLocalDate', () => {
  it.each([
    ['2027-02-10', '2027-02-09T22:00:00.000Z'],
    ['2027-03-28', '2027-03-27T22:00:00.000Z'],
    ['2027-03-29', '2027-03-28T21:00:00.000Z'],
    ['2027-10-31', '2027-10-30T21:00:00.000Z'],
    ['2027-11-01', '2027-10-31T22:00:00.000Z'],
  ])('of %s is %s', (day, instant) => {
    expect(startOfLocalDate(day)).toEqual(new Date(instant));
  });

  it('begins the day an instant lies in, and the next day begins after it', () => {
    fc.assert(
      fc.property(arbitraryInstant, (instant) => {
        const day = localDateOf(instant);
        expect(startOfLocalDate(day).getTime()).toBeLessThanOrEqual(instant.getTime());
        expect(startOfLocalDate(addDays(day, 1)).getTime()).toBeGreaterThan(instant.getTime());
      }),
    );
  });
});

describe('addDays', () => {
  it('goes there and back, one calendar day a step', () => {
    const days = fc.integer({ min: -800, max: 800 });
    fc.assert(
      fc.property(arbitraryInstant, days, (instant, count) => {
        const day = localDateOf(instant);
        expect(addDays(addDays(day, count), -count)).toBe(day);
        expect(Date.parse(addDays(day, count)) - Date.parse(day)).toBe(count * 86_400_000);
      }),
    );
  });
});

describe('instantOfLocal', () => {
  it.each([
    ['2027-02-10', '10:15', '2027-02-10T08:15:00.000Z'],
    ['2027-03-28', '02:59', '2027-03-28T00:59:00.000Z'],
    ['2027-03-28', '04:00', '2027-03-28T01:00:00.000Z'],
    ['2027-10-31', '02:59', '2027-10-30T23:59:00.000Z'],
    ['2027-10-31', '04:00', '2027-10-31T02:00:00.000Z'],
  ])('of %s at %s is %s', (date, time, instant) => {
    expect(instantOfLocal(date, time)).toEqual(new Date(instant));
  });

  it.each(['03:00', '03:30', '03:59'])('is null for %s on the night that skips it', (time) => {
    expect(instantOfLocal('2027-03-28', time)).toBeNull();
  });

  it.each([
    ['03:00', '2027-10-31T00:00:00.000Z'],
    ['03:59', '2027-10-31T00:59:00.000Z'],
  ])('is the earlier of two for %s on the night that repeats it', (time, instant) => {
    expect(instantOfLocal('2027-10-31', time)).toEqual(new Date(instant));
  });

  it('is the first instant at which clocks show that time, or none', () => {
    fc.assert(
      fc.property(arbitraryInstant, (near) => {
        const wall = Math.floor(wallOf(near) / 60_000) * 60_000;
        expect(instantOfLocal(dayOf(wall), timeOf(wall))).toEqual(instantsOf(wall)[0] ?? null);
      }),
    );
  });
});
