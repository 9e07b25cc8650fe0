import { bookingStatusSchema } from '@tapaamo/contracts';
import { mayFollow, outcomeOf } from './booking-status.js';

const ALL = bookingStatusSchema.options;

describe('states of a booking', () => {
  it.each([
    ['booked', ['arrived', 'noshow', 'cancelled']],
    ['arrived', ['booked', 'cancelled', 'fulfilled']],
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
    expect(outcomeOf(status, false)).toBe(outcome);
  });

  it('was cancelled and missed by nobody when it was ended before its time', () => {
    expect(outcomeOf('booked', true)).toBe('cancelled');
    expect(outcomeOf('arrived', true)).toBe('fulfilled');
  });

  it('decides an outcome that may follow, or that is already reached', () => {
    for (const status of ALL) {
      for (const endedEarly of [false, true]) {
        const outcome = outcomeOf(status, endedEarly);
        expect(outcome === status || mayFollow(status, outcome)).toBe(true);
      }
    }
  });
});
