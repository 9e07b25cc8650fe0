import fc from 'fast-check';
import { addPeriod, localDateOf } from '@tapaamo/common';
import { RETENTION_PERIODS, retentionAnchorSchema } from '@tapaamo/contracts';
import { arbitraryInstant } from '../../../test/support/arbitrary-instant.js';
import { timeOf, wallOf } from '../../../test/support/helsinki-by-intl.js';
import { dueUnder, isShorter, longestOf, nightOfShortening, ruleOf } from './policy-change.js';
import { purgeDueAt } from './purge-due-at.js';

describe('a period', () => {
  it.each([
    ['P14D', 'P1M', true],
    ['P1M', 'P14D', false],
    ['P1M', 'P1M', false],
    ['P30D', 'P1M', true],
    ['P1M', 'P30D', true],
    ['P28D', 'P1M', true],
    ['P1M', 'P28D', false],
    ['P3M', 'P1M', false],
    ['P12M', 'P1Y', false],
  ])('of %s, instead of %s, is a shortening: %s', (period, than, shorter) => {
    expect(isShorter(period, than)).toBe(shorter);
  });

  it('of the list is longer than those before it', () => {
    const shortenings = RETENTION_PERIODS.slice(1).map((period, index) =>
      isShorter(RETENTION_PERIODS[index] ?? '', period),
    );
    expect(shortenings).toEqual(shortenings.map(() => true));
  });
});

describe('the night of a shortening', () => {
  it.each([
    ['2027-02-10T08:00:00Z', '2027-02-12T00:00:00.000Z'],
    ['2027-02-10T00:00:00Z', '2027-02-11T00:00:00.000Z'],
    ['2027-02-10T00:00:01Z', '2027-02-12T00:00:00.000Z'],
    ['2027-03-27T08:00:00Z', '2027-03-28T23:00:00.000Z'],
  ])('confirmed at %s is %s', (now, night) => {
    expect(nightOfShortening(new Date(now)).toISOString()).toBe(night);
  });

  it('is two o’clock in Helsinki, from one to two days ahead', () => {
    fc.assert(
      fc.property(arbitraryInstant, (now) => {
        const night = nightOfShortening(now);
        expect(timeOf(wallOf(night))).toBe('02:00');
        expect(night >= addPeriod(now, 'P1D')).toBe(true);
        expect(localDateOf(night) <= localDateOf(addPeriod(now, 'P2D'))).toBe(true);
      }),
    );
  });
});

describe('the ratchet', () => {
  const period = fc.constantFrom(...RETENTION_PERIODS);
  const rule = fc
    .record({ anchor: fc.constantFrom(...retentionAnchorSchema.options), period })
    .map(ruleOf);
  /** A policy, and what somebody may have said of the client relationship before it. */
  const change = fc.record({
    next: rule,
    from: arbitraryInstant,
    relationshipEndedAt: fc.option(arbitraryInstant),
  });

  it('takes whatever counts from the visit’s end for shorter than what counts from the relationship’s', () => {
    const long = longestOf(ruleOf({ anchor: 'relationship-end', period: 'P7D' }));
    const short = longestOf(ruleOf({ anchor: 'visit-end', period: 'P3M' }));
    expect([isShorter(short, long), isShorter(long, short)]).toEqual([true, false]);
  });

  it('never moves a due instant to later, whatever policies follow one another', () => {
    fc.assert(
      fc.property(arbitraryInstant, rule, fc.array(change), (scheduledEnd, first, changes) => {
        const visit = { scheduledEnd, actualEnd: null };
        let present = purgeDueAt(first, visit);
        for (const { next, from, relationshipEndedAt } of changes) {
          const due = dueUnder(next, { ...visit, relationshipEndedAt }, { present, from });
          expect(due <= present).toBe(true);
          present = due;
        }
      }),
    );
  });

  it('makes nothing due before its night that was not due by then, and keeps nothing longer than the policy', () => {
    fc.assert(
      fc.property(arbitraryInstant, period, arbitraryInstant, (scheduledEnd, next, from) => {
        const end = { scheduledEnd, actualEnd: null };
        const present = purgeDueAt({ period: 'P1Y' }, end);
        const due = dueUnder({ period: next }, end, { present, from });
        expect(due >= from || due.getTime() === present.getTime() || due >= present).toBe(true);
        const asked = purgeDueAt({ period: next }, end);
        expect(due <= asked || due <= from).toBe(true);
      }),
    );
  });
});
