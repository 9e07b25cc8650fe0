import fc from 'fast-check';
import { RecentPlacements, chooseNode, type NodeLoad } from './node-choice.js';

const TOLD_AT = new Date('2027-02-10T08:00:00.000Z');

const node = (id: string, load: number, more: Partial<NodeLoad> = {}): NodeLoad => ({
  id,
  load,
  visits: 0,
  workers: 1,
  takesVisits: true,
  heartbeatAt: TOLD_AT,
  ...more,
});
const choose = (...nodes: NodeLoad[]) => chooseNode(nodes, new RecentPlacements())?.id;

describe('chooseNode', () => {
  it.each([
    ['nobody', undefined, []],
    ['the calmer one', 'b', [node('a', 0.5), node('b', 0.2)]],
    ['who has fewer visits', 'b', [node('a', 0.2, { visits: 9 }), node('b', 0.2, { visits: 1 })]],
    ['who still has place', 'a', [node('a', 0.79), node('b', 0.1, { takesVisits: false })]],
    ['nobody of the full', undefined, [node('a', 0.8), node('b', 0.75, { takesVisits: false })]],
  ] as const)('takes %s', (_, expected, nodes) => {
    expect(choose(...nodes)).toBe(expected);
  });

  it('never takes a full node, and always one with place', () => {
    const any = fc.record({
      load: fc.double({ min: 0, max: 1, noNaN: true }),
      visits: fc.nat(200),
      workers: fc.integer({ min: 1, max: 64 }),
      takesVisits: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (described) => {
        const nodes = described.map((one, index) => node(String(index), one.load, one));
        const free = nodes.filter(({ takesVisits, load }) => takesVisits && load < 0.8);
        const chosen = chooseNode(nodes, new RecentPlacements());
        expect(free.length === 0 ? chosen === undefined : free.includes(chosen!)).toBe(true);
        expect(free.every(({ load }) => load >= chosen!.load)).toBe(true);
      }),
    );
  });

  it('spreads a rush over equals, and sends none of it to who would be full', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 4 }),
        (rush, many) => {
          const nodes = Array.from({ length: many }, (_, index) => node(String(index), 0.3));
          const recent = new RecentPlacements();
          const sent = new Map<string, number>();
          for (let visit = 0; visit < rush; visit += 1) {
            const chosen = chooseNode(nodes, recent);
            if (chosen !== undefined) {
              recent.note(chosen);
              sent.set(chosen.id, (sent.get(chosen.id) ?? 0) + 1);
            }
          }
          const counts = nodes.map(({ id }) => sent.get(id) ?? 0);
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
          expect(Math.max(...counts)).toBeLessThanOrEqual(51);
        },
      ),
    );
  });

  it('counts what it sent until the node has told its load again', () => {
    const recent = new RecentPlacements();
    const before = node('a', 0.3, { workers: 2 });
    recent.note(before);
    recent.note(before);
    expect(recent.loadOf(before)).toBeCloseTo(0.31);
    const after = { ...before, heartbeatAt: new Date(TOLD_AT.getTime() + 2_000) };
    expect(recent.loadOf(after)).toBe(0.3);
    recent.keepOnly([]);
    expect(recent.loadOf(before)).toBe(0.3);
  });
});
