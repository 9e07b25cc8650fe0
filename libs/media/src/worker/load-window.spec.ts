import fc from 'fast-check';
import { FREE_AGAIN_BELOW, FULL_LOAD, LoadWindow } from './load-window.js';

const SECONDS = 5;
const load = fc.double({ min: 0, max: 1, noNaN: true });

/** A window that has seen these loads, one a second. */
function after(...loads: number[]): LoadWindow {
  const window = new LoadWindow();
  loads.forEach((one) => window.measured(one));
  return window;
}

describe('LoadWindow', () => {
  it('is not full before it knows anything', () => {
    expect(new LoadWindow()).toMatchObject({ load: 0, isFull: false });
  });

  it('is not full for one busy second, and is for several', () => {
    expect(after(0.5, 0.5, 0.5, 0.5, 1).isFull).toBe(false);
    expect(after(0.5, 1, 1, 1, 1).isFull).toBe(true);
  });

  it('stays full between the two bounds, and is free below the lower one', () => {
    const window = after(0.9, 0.9, 0.9, 0.9, 0.9);
    [0.75, 0.75, 0.75, 0.75, 0.75].forEach((one) => window.measured(one));
    expect(window.isFull).toBe(true);
    [0.6, 0.6, 0.6].forEach((one) => window.measured(one));
    expect(window.isFull).toBe(false);
    expect(after(0.75, 0.75, 0.75, 0.75, 0.75).isFull).toBe(false);
  });

  it('is full earlier where its operator says so', () => {
    const window = new LoadWindow(0.3);
    [0.3, 0.3].forEach((one) => window.measured(one));
    expect(window.isFull).toBe(true);
    [0.25, 0.25, 0.25, 0.25, 0.25].forEach((one) => window.measured(one));
    expect(window.isFull).toBe(true);
    [0.1, 0.1, 0.1, 0.1].forEach((one) => window.measured(one));
    expect(window.isFull).toBe(false);
  });

  it('is filled by rooms that no measurement has seen, and believes the measurements afterwards', () => {
    const window = after(0.5, 0.5, 0.5, 0.5, 0.5);
    Array.from({ length: 29 }, () => window.roomCame());
    expect(window.isFull).toBe(false);
    window.roomCame();
    window.roomCame();
    expect(window.isFull).toBe(true);
    [0.5, 0.5, 0.5, 0.5, 0.5].forEach((one) => window.measured(one));
    expect(window).toMatchObject({ load: 0.5, isFull: false });
  });

  it('is full only after a load that is, and free only after one that is', () => {
    fc.assert(
      fc.property(fc.array(load, { minLength: 1, maxLength: 60 }), (loads) => {
        const window = new LoadWindow();
        for (const one of loads) {
          const before = window.isFull;
          window.measured(one);
          const bound = before ? FULL_LOAD - FREE_AGAIN_BELOW : FULL_LOAD;
          expect(window.isFull).toBe(window.load >= bound);
        }
      }),
    );
  });

  it('forgets what is older than the window', () => {
    fc.assert(
      fc.property(
        fc.array(load, { maxLength: 30 }),
        fc.array(load, { minLength: SECONDS, maxLength: SECONDS }),
        (earlier, latest) => {
          expect(after(...earlier, ...latest).load).toBeCloseTo(after(...latest).load);
        },
      ),
    );
  });
});
