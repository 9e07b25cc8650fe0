import { HandshakeLimits } from './handshake-limits.js';

describe('HandshakeLimits', () => {
  const opens = (limits: HandshakeLimits, times: number, now: number): boolean[] =>
    Array.from({ length: times }, () => limits.allows('client', now));

  it('lets a page come back thirty times at once, and once a second for ever', () => {
    const limits = new HandshakeLimits();
    expect(opens(limits, 32, 0).filter(Boolean)).toHaveLength(30);
    expect(opens(limits, 5, 2_000)).toEqual([true, true, false, false, false]);
  });

  it('counts each participant alone', () => {
    const limits = new HandshakeLimits();
    opens(limits, 40, 0);
    expect(limits.allows('professional', 0)).toBe(true);
  });

  it('remembers nobody for longer than it takes to be whole again', () => {
    const limits = new HandshakeLimits();
    Array.from({ length: 100 }, (_, index) => limits.allows(String(index), 0));
    opens(limits, 1, 20_000);
    limits.allows('somebody', 30_000);
    expect(limits.size).toBe(2);
  });
});
