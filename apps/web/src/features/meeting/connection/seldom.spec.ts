import { Seldom } from './seldom.js';

const GAP_MS = 60;
const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('what is done seldom', () => {
  let times: number[];
  let seldom: Seldom;

  beforeEach(() => {
    times = [];
    seldom = new Seldom(() => times.push(performance.now()), GAP_MS);
  });

  it('is done once for all that ask at the same time', async () => {
    seldom.request();
    seldom.request();
    await after(GAP_MS / 4);
    expect(times).toHaveLength(1);
  });

  it('waits when it was done a moment ago', async () => {
    seldom.request();
    await after(GAP_MS / 4);
    seldom.request();
    await after(2 * GAP_MS);
    const [first = NaN, second = NaN] = times;
    expect(second - first).toBeGreaterThanOrEqual(GAP_MS - 1);
  });

  it('can be taken back', async () => {
    seldom.request();
    seldom.cancel();
    await after(GAP_MS / 4);
    expect(times).toEqual([]);
  });
});
