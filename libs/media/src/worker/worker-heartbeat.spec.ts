import { WorkerHeartbeat } from './worker-heartbeat.js';

describe('WorkerHeartbeat', () => {
  const beat = (ask: () => Promise<number>) => {
    const silence = Promise.withResolvers<undefined>();
    const loads: number[] = [];
    const heartbeat = new WorkerHeartbeat({
      ask,
      onLoad: (load) => loads.push(load),
      onSilence: () => silence.resolve(undefined),
      intervalMs: 5,
      limitMs: 20,
    });
    heartbeat.start();
    return { heartbeat, loads, silence: silence.promise };
  };

  it('tells of a worker that never answers', async () => {
    await beat(() => new Promise(() => undefined)).silence;
  });

  it('tells of a worker that refuses to answer', async () => {
    await beat(() => Promise.reject(new Error('object serialization must not be nested'))).silence;
  });

  it('measures the load between beats, never above one core', async () => {
    let answers = 0;
    const { loads, silence } = beat(() =>
      ++answers > 3 ? Promise.reject(new Error()) : Promise.resolve(answers * 10_000),
    );
    await silence;
    expect(loads).toEqual([1, 1]);
  });

  it('says nothing after it was stopped', async () => {
    const asked = Promise.withResolvers<undefined>();
    const answer = Promise.withResolvers<number>();
    const { heartbeat, silence, loads } = beat(() => {
      asked.resolve(undefined);
      return answer.promise;
    });
    await asked.promise;
    heartbeat.stop();
    answer.reject(new Error());
    const told = await Promise.race([
      silence.then(() => 'told'),
      answer.promise.catch(() => 'not'),
    ]);
    expect(told).toBe('not');
    expect(loads).toEqual([]);
  });
});
