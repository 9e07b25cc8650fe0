import { Coalesced } from './coalesced.js';

/** Work whose runs are ended by the test. */
const heldWork = () => {
  const runs: PromiseWithResolvers<undefined>[] = [];
  const coalesced = new Coalesced(() => {
    const run = Promise.withResolvers<undefined>();
    runs.push(run);
    return run.promise;
  });
  return { coalesced, runs };
};

describe('Coalesced', () => {
  it('gives everyone who asks during a run the same next one', async () => {
    const { coalesced, runs } = heldWork();
    const first = coalesced.run();
    const [second, third] = [coalesced.run(), coalesced.run()];
    expect(runs).toHaveLength(1);
    runs[0]!.resolve(undefined);
    await first;
    await Promise.resolve(undefined);
    expect(runs).toHaveLength(2);
    runs[1]!.resolve(undefined);
    await Promise.all([second, third]);
    expect(runs).toHaveLength(2);
  });

  it('runs again after a failed run, and tells only who asked for it', async () => {
    const { coalesced, runs } = heldWork();
    const first = coalesced.run();
    const second = coalesced.run();
    runs[0]!.reject(new Error('database away'));
    await expect(first).rejects.toThrow('database away');
    await Promise.resolve(undefined);
    await Promise.resolve(undefined);
    runs[1]!.resolve(undefined);
    await expect(second).resolves.toBeUndefined();
  });

  it('runs at once when nothing runs', async () => {
    const { coalesced, runs } = heldWork();
    const first = coalesced.run();
    runs[0]!.resolve(undefined);
    await first;
    void coalesced.run();
    expect(runs).toHaveLength(2);
  });
});
