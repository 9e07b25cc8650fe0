import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import type { ExternalCalendarFailure } from '@tapaamo/contracts';
import type { BusyOutcome, BusyWork } from './busy-worker.js';

/** Longest time that a calendar is read in, in milliseconds; an ordinary one takes a hundredth of it. */
const LONGEST_MS = 5_000;

/** Most memory of the thread that reads, in megabytes. */
const MEMORY_MB = 192;

/** A test runs the source, the product what was built of it. */
const PROGRAM = new URL(
  import.meta.url.endsWith('.ts') ? './busy-worker.ts' : './busy-worker.js',
  import.meta.url,
);

/**
 * Reads calendars of others, each in a thread that is ended when it takes too long or too much: what somebody else wrote
 * must not hold up our own work.
 */
@Injectable()
export class BusyReader {
  /** @returns Busy times in milliseconds since 1970, or why there are none. */
  async read(work: BusyWork): Promise<BusyOutcome | { failure: ExternalCalendarFailure }> {
    const worker = new Worker(PROGRAM, {
      workerData: work,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      execArgv: [],
      env: {},
    });
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<BusyOutcome>((done) => {
        const giveUp = (): void => done({ failure: 'too-complex' });
        timer = setTimeout(giveUp, LONGEST_MS);
        worker.once('message', done).once('error', giveUp).once('exit', giveUp);
      });
    } finally {
      clearTimeout(timer);
      await worker.terminate();
    }
  }
}
