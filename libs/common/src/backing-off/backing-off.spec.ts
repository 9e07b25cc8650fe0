import { BackingOff } from './backing-off.js';

describe('something that is fetched with pauses', () => {
  let now: number;
  let attempts: number;
  let isDown: boolean;
  let thing: BackingOff<string>;

  beforeEach(() => {
    now = 0;
    attempts = 0;
    isDown = true;
    thing = new BackingOff(
      async () => {
        attempts += 1;
        if (isDown) {
          throw new Error(`attempt ${String(attempts)}`);
        }
        return 'there';
      },
      () => now,
    );
  });

  it('is fetched once and kept for five seconds', async () => {
    isDown = false;
    expect(await Promise.all([thing.get(), thing.get()])).toEqual(['there', 'there']);
    now += 4_999;
    expect(await thing.get()).toBe('there');
    expect(attempts).toBe(1);
  });

  it('is asked for anew after that, so that an outage is not hidden', async () => {
    isDown = false;
    await thing.get();
    now += 5_000;
    isDown = true;
    await expect(thing.get()).rejects.toThrow('attempt 2');
    now += 500;
    isDown = false;
    expect(await thing.get()).toBe('there');
  });

  it('is not asked for during a pause, which doubles up to ten seconds', async () => {
    for (const pause of [500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]) {
      const attempt = `attempt ${String(attempts + 1)}`;
      await expect(thing.get()).rejects.toThrow(attempt);
      now += pause - 1;
      await expect(thing.get()).rejects.toThrow(attempt);
      now += 1;
    }
    expect(attempts).toBe(7);
  });

  it('starts with a short pause again after a success', async () => {
    await expect(thing.get()).rejects.toThrow();
    now += 500;
    isDown = false;
    await thing.get();
    thing.forget();
    isDown = true;
    await expect(thing.get()).rejects.toThrow('attempt 3');
    now += 500;
    await expect(thing.get()).rejects.toThrow('attempt 4');
  });
});
