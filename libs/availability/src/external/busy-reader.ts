import { Injectable } from '@nestjs/common';
import type { BusyOutcome, BusyWork } from './busy-worker.js';
import { inThread } from './in-thread.js';

/** Longest time that a calendar is read in, and most memory; an ordinary one takes a hundredth of it. */
const BOUNDS = { longestMs: 5_000, memoryMb: 192 };

/** Reads calendars of others, each in a thread of its own. */
@Injectable()
export class BusyReader {
  /** @returns Busy times in milliseconds since 1970, or why there are none. */
  async read(work: BusyWork): Promise<BusyOutcome> {
    const outcome = await inThread<BusyOutcome>('./busy-worker', import.meta.url, work, BOUNDS);
    return outcome ?? { failure: 'too-complex' };
  }
}
