import { restartDelayMs } from './restart-delay.js';

describe('restartDelayMs', () => {
  it('replaces the first dead worker at once', () => {
    expect(restartDelayMs(1)).toBe(0);
  });

  it('waits longer each time workers keep dying young, two seconds at most', () => {
    expect([2, 3, 4, 5].map(restartDelayMs)).toEqual([250, 500, 1_000, 2_000]);
    expect(restartDelayMs(1_000)).toBe(2_000);
  });
});
