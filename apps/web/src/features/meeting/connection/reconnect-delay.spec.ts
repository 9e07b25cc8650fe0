import { reconnectDelayMs } from './reconnect-delay.js';

/** Waits of a line that is lost and then fails again and again, as long as they may be. */
const waits = (isNodeSilent: boolean) =>
  [0, 1, 2, 3, 4, 5, 6].map((failures) => reconnectDelayMs(failures, isNodeSilent, 1));

describe('wait before a line is tried again', () => {
  it('grows from the second try on', () => {
    expect(waits(false)).toEqual([500, 500, 1_000, 2_000, 4_000, 4_000, 4_000]);
  });

  it('stays short until it is known whether a node that gives no answer is dead, and grows then', () => {
    expect(waits(true)).toEqual([500, 500, 500, 500, 500, 1_000, 2_000]);
  });

  it('leaves time enough for that', () => {
    const soonest = [0, 1, 2, 3, 4].map((failures) => reconnectDelayMs(failures, true, 0));
    expect(soonest.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(1_250);
  });
});
