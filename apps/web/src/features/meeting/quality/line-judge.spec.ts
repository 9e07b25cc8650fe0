import type { LineState } from '@tapaamo/contracts';
import fc from 'fast-check';
import { GOOD_LINE, judge, stateOf, type LineJudgement } from './line-judge.js';
import type { LineSample } from './line-reading.js';

const FINE: LineSample = {
  lossReceived: 0,
  lossSent: 0,
  roundTripMs: 40,
  availableBps: 2_000_000,
  hasArrived: true,
  path: 'udp',
};

function judged(states: readonly LineState[]): LineJudgement[] {
  let judgement = GOOD_LINE;
  return states.map((state) => (judgement = judge(judgement, state)));
}

describe('state of a line', () => {
  it.each([
    [{}, 'good'],
    [{ lossReceived: 0.06 }, 'weak'],
    [{ lossSent: 0.06 }, 'weak'],
    [{ roundTripMs: 500 }, 'weak'],
    [{ roundTripMs: null, availableBps: null }, 'good'],
    [{ availableBps: 200_000 }, 'weak'],
    [{ lossSent: 0.2 }, 'very-weak'],
    [{ roundTripMs: 1_500 }, 'very-weak'],
  ] as const)('with %j is %s', (change, state) => {
    expect(stateOf({ ...FINE, ...change }, true)).toBe(state);
  });

  it('of who sends no picture does not go by the room for one', () => {
    expect(stateOf({ ...FINE, availableBps: 60_000 }, false)).toBe('good');
  });

  it('is worse after three samples, and better after six', () => {
    expect(judged(['weak', 'weak']).at(-1)?.state).toBe('good');
    expect(judged(['weak', 'weak', 'weak']).at(-1)?.state).toBe('weak');
    const back = judged([...Array(3).fill('weak'), ...Array(6).fill('good')] as LineState[]);
    expect(back.at(-2)?.state).toBe('weak');
    expect(back.at(-1)?.state).toBe('good');
  });

  it('is as bad as the mildest of the samples that speak for it', () => {
    expect(judged(['very-weak', 'weak', 'very-weak']).at(-1)?.state).toBe('weak');
  });

  it('does not change more often than every third sample, whatever is measured', () => {
    const any = fc.array(fc.constantFrom<LineState>('good', 'weak', 'very-weak'));
    fc.assert(
      fc.property(any, (states) => {
        const seen = ['good', ...judged(states).map(({ state }) => state)];
        const changes = seen.flatMap((state, at) => (at > 0 && state !== seen[at - 1] ? [at] : []));
        changes.forEach((at, index) =>
          expect(at - (changes[index - 1] ?? 0)).toBeGreaterThanOrEqual(3),
        );
      }),
    );
  });
});
