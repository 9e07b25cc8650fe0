import { Worker } from 'node:worker_threads';

/** Bounds of a thread. */
export interface ThreadBounds {
  longestMs: number;
  memoryMb: number;
}

/**
 * Runs a program once in a thread of its own, which is ended when it takes too long or too much: what somebody else wrote
 * must not hold up our own work.
 *
 * @param program - Beside the caller, without its ending: a test runs the source, the product what was built of it.
 * @returns What it answered; undefined when it was ended.
 */
export async function inThread<T>(
  program: string,
  caller: string,
  workerData: unknown,
  { longestMs, memoryMb }: ThreadBounds,
): Promise<T | undefined> {
  const ending = caller.endsWith('.ts') ? '.ts' : '.js';
  const worker = new Worker(new URL(`${program}${ending}`, caller), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    execArgv: [],
    env: {},
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<T | undefined>((done) => {
      const giveUp = (): void => done(undefined);
      timer = setTimeout(giveUp, longestMs);
      worker.once('message', done).once('error', giveUp).once('exit', giveUp);
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
