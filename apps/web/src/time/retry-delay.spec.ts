import { retryDelayMs } from './retry-delay.js';

describe('wait before the next attempt', () => {
  it('doubles with each failure', () => {
    expect([0, 1, 2, 3].map((attempt) => retryDelayMs(attempt, 1))).toEqual([
      500, 1000, 2000, 4000,
    ]);
  });

  it('never exceeds four seconds', () => {
    expect(retryDelayMs(40, 1)).toBe(4_000);
  });

  it('is spread over half of its length', () => {
    expect(retryDelayMs(3, 0)).toBe(2_000);
  });
});
