import fc from 'fast-check';
import { PLACE_KEPT_MS, presenceAt, waitingOrder, type KnownPlace } from './waiting-order.js';

const NOW = Date.parse('2027-02-10T08:00:00.000Z');
const instant = (before: number) => new Date(NOW - before).toISOString();
const place = (id: string, waitedMs: number, more: Partial<KnownPlace> = {}): KnownPlace => ({
  id,
  admission: 'waiting',
  waitingSince: instant(waitedMs),
  presence: 'here',
  lineLostAt: null,
  ...more,
});
const lost = (ms: number) => ({ presence: 'lost', lineLostAt: instant(ms) }) as const;

describe('waitingOrder', () => {
  it('is by since when they wait, with a lost line in its place and without who is away or does not wait', () => {
    const order = waitingOrder(
      [
        place('late', 1_000),
        place('lost', 60_000, lost(PLACE_KEPT_MS - 1)),
        place('away', 90_000, lost(PLACE_KEPT_MS)),
        place('long away', 95_000, { presence: 'away' }),
        place('let in', 99_000, { admission: 'admitted' }),
        place('first', 120_000),
      ],
      NOW,
    );
    expect(order).toEqual(['first', 'lost', 'late']);
  });

  it('is the same however they are listed', () => {
    const anyPlace = fc.record({ id: fc.uuid(), waited: fc.nat({ max: 3 }) });
    fc.assert(
      fc.property(fc.uniqueArray(anyPlace, { selector: ({ id }) => id }), (people) => {
        const places = people.map(({ id, waited }) => place(id, waited));
        return waitingOrder(places, NOW).join() === waitingOrder(places.toReversed(), NOW).join();
      }),
    );
  });
});

describe('presenceAt', () => {
  it('becomes away by itself, to the millisecond, and never here', () => {
    const one = place('one', 0, lost(0));
    expect(presenceAt(one, NOW + PLACE_KEPT_MS - 1)).toBe('lost');
    expect(presenceAt(one, NOW + PLACE_KEPT_MS)).toBe('away');
    // A device whose clock is behind has no line come back.
    expect(presenceAt(one, NOW - 60_000)).toBe('lost');
  });
});
