import type { Clock } from '@tapaamo/common';

/** Longest a timer can wait, in milliseconds; what is due later is asked for once more on the way. */
const LONGEST_MS = 2 ** 31 - 1;

/** Clocks of two machines differ: what is not otherwise yet is looked at again after so long, in milliseconds. */
const SHORTEST_MS = 100;

/** Reads again when something is otherwise by the clock alone: nobody tells of a session that runs out. */
export class NextReading {
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly read: () => void,
  ) {}

  /** Takes the place of what was asked for before. Keeps no process alive. */
  at(instant: Date): void {
    this.cancel();
    const waitMs = instant.getTime() - this.clock.nowMs();
    this.#timer = setTimeout(
      this.read,
      Math.min(LONGEST_MS, Math.max(SHORTEST_MS, waitMs)),
    ).unref();
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }
}
