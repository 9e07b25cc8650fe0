import { bookingStatusSchema } from '@tapaamo/contracts';
import { mayFollow, outcomeOf } from './booking-status.js';

const ALL = bookingStatusSchema.options;

describe('states of a booking', () => {
  it.each([
    ['booked', ['arrived', 'noshow', 'cancelled']],
    ['arrived', ['fulfilled']],
    ['fulfilled', []],
    ['cancelled', []],
    ['noshow', []],
  ] as const)('after %s come %j and nothing else', (from, following) => {
    expect(ALL.filter((to) => mayFollow(from, to)).sort()).toEqual([...following].sort());
  });

  it.each([
    ['booked', 'noshow'],
    ['arrived', 'fulfilled'],
    ['fulfilled', 'fulfilled'],
    ['cancelled', 'cancelled'],
    ['noshow', 'noshow'],
  ] as const)('a visit that is over in state %s counts as %s', (status, outcome) => {
    expect(outcomeOf(status)).toBe(outcome);
  });

  it('decides an outcome that may follow, or that is already reached', () => {
    for (const status of ALL) {
      const outcome = outcomeOf(status);
      expect(outcome === status || mayFollow(status, outcome)).toBe(true);
    }
  });
});
