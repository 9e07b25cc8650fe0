import fc from 'fast-check';
import { arbitraryInstant } from '../../../../test/support/arbitrary-instant.js';
import { monthsLater, wallOf } from '../../../../test/support/helsinki-by-intl.js';
import { addPeriod, localDateOf } from './local-date.js';

/** Local times of Helsinki with their offset, so that a case reads as people see it. */
const ONE_MONTH: readonly [string, string, string][] = [
  ['an ordinary day', '2027-01-15T10:00:00+02:00', '2027-02-15T10:00:00+02:00'],
  ['29 January', '2027-01-29T10:00:00+02:00', '2027-02-28T10:00:00+02:00'],
  ['30 January', '2027-01-30T10:00:00+02:00', '2027-02-28T10:00:00+02:00'],
  ['31 January', '2027-01-31T10:00:00+02:00', '2027-02-28T10:00:00+02:00'],
  ['28 January of a leap year', '2028-01-28T10:00:00+02:00', '2028-02-28T10:00:00+02:00'],
  ['29 January of a leap year', '2028-01-29T10:00:00+02:00', '2028-02-29T10:00:00+02:00'],
  ['31 January of a leap year', '2028-01-31T10:00:00+02:00', '2028-02-29T10:00:00+02:00'],
  ['28 February', '2027-02-28T10:00:00+02:00', '2027-03-28T10:00:00+03:00'],
  ['leap day', '2028-02-29T10:00:00+02:00', '2028-03-29T10:00:00+03:00'],
  ['31 March', '2027-03-31T10:00:00+03:00', '2027-04-30T10:00:00+03:00'],
  ['31 May', '2027-05-31T10:00:00+03:00', '2027-06-30T10:00:00+03:00'],
  ['31 July', '2027-07-31T10:00:00+03:00', '2027-08-31T10:00:00+03:00'],
  ['31 October', '2027-10-31T10:00:00+02:00', '2027-11-30T10:00:00+02:00'],
  ['31 December', '2027-12-31T23:59:59+02:00', '2028-01-31T23:59:59+02:00'],
  ['New Year', '2028-01-01T00:00:00+02:00', '2028-02-01T00:00:00+02:00'],
  ['a second before midnight', '2027-02-28T23:59:59+02:00', '2027-03-28T23:59:59+03:00'],
  ['midnight', '2027-03-01T00:00:00+02:00', '2027-04-01T00:00:00+03:00'],
  ['a second after midnight', '2027-03-01T00:00:01+02:00', '2027-04-01T00:00:01+03:00'],
  ['half past midnight', '2027-03-01T00:30:00+02:00', '2027-04-01T00:30:00+03:00'],
  ['into summer time', '2027-03-15T10:00:00+02:00', '2027-04-15T10:00:00+03:00'],
  ['into winter time', '2027-10-15T10:00:00+03:00', '2027-11-15T10:00:00+02:00'],
  ['before the skipped hour', '2027-02-28T02:59:00+02:00', '2027-03-28T02:59:00+02:00'],
  ['into the skipped hour', '2027-02-28T03:30:00+02:00', '2027-03-28T02:30:00+02:00'],
  ['after the skipped hour', '2027-02-28T04:00:00+02:00', '2027-03-28T04:00:00+03:00'],
  ['into the repeated hour', '2026-09-25T03:30:00+03:00', '2026-10-25T03:30:00+03:00'],
  ['from the repeated hour', '2026-10-25T03:30:00+03:00', '2026-11-25T03:30:00+02:00'],
  ['from it the second time', '2026-10-25T03:30:00+02:00', '2026-11-25T03:30:00+02:00'],
];

describe('addPeriod', () => {
  it.each(ONE_MONTH)('adds one calendar month: %s, %s gives %s', (_, from, to) => {
    expect(addPeriod(new Date(from), 'P1M')).toEqual(new Date(to));
  });

  it.each([
    ['P14D', '2027-03-20T10:00:00+02:00', '2027-04-03T10:00:00+03:00'],
    ['P7D', '2027-10-28T10:00:00+03:00', '2027-11-04T10:00:00+02:00'],
    ['P1Y', '2028-02-29T10:00:00+02:00', '2029-02-28T10:00:00+02:00'],
    ['-P1D', '2027-03-28T10:00:00+03:00', '2027-03-27T10:00:00+02:00'],
    ['-P12M', '2028-02-29T10:00:00+02:00', '2027-02-28T10:00:00+02:00'],
  ])('adds %s to %s and gives %s', (period, from, to) => {
    expect(addPeriod(new Date(from), period)).toEqual(new Date(to));
  });

  it('agrees with a reckoning on Intl alone, for any instant and any number of months', () => {
    const months = fc.integer({ min: 1, max: 24 });
    fc.assert(
      fc.property(arbitraryInstant, months, (instant, count) => {
        const due = addPeriod(instant, `P${String(count)}M`);
        expect(due.toISOString()).toBe(monthsLater(instant, count).toISOString());
      }),
      { numRuns: 1_000 },
    );
  });

  it('never puts a later instant on an earlier local day', () => {
    fc.assert(
      fc.property(arbitraryInstant, arbitraryInstant, (one, other) => {
        const [first, second] = one < other ? [one, other] : [other, one];
        expect(localDateOf(addPeriod(first, 'P1M')) <= localDateOf(addPeriod(second, 'P1M'))).toBe(
          true,
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('is never later on the clock than the time it began from', () => {
    fc.assert(
      fc.property(arbitraryInstant, (instant) => {
        const timeOfDay = (moment: Date): number => wallOf(moment) % 86_400_000;
        expect(timeOfDay(addPeriod(instant, 'P1M'))).toBeLessThanOrEqual(timeOfDay(instant));
      }),
    );
  });
});
