import type { LineReading, LineSample } from './line-reading.js';

/** From this share of lost packets on next to nothing arrives; below the second it does again. */
const LITTLE = 0.4;
const ENOUGH = 0.2;

/** The node tells of what is sent about once a second; a line over which that came lately is not to blame. */
const TOLD_WITHIN_MS = 1_600;

/**
 * Knows a line over which far more goes than it takes: next to nothing arrives, and what the node tells of the other way
 * is lost too. When only what somebody else sends is missing, the line that suffers is theirs.
 */
export class Overrun {
  #isOverrun = false;
  #toldAt: number | null = null;
  #toldSeenAt = -Infinity;

  /** @param sample - Of what happened since the reading before. @returns Whether the line is overrun. */
  look({ toldAt }: LineReading, { lossReceived }: LineSample, nowMs: number): boolean {
    if (toldAt !== this.#toldAt) {
      this.#toldAt = toldAt;
      this.#toldSeenAt = nowMs;
    }
    // Who sends nothing is told nothing.
    const isTold = toldAt !== null && nowMs - this.#toldSeenAt < TOLD_WITHIN_MS;
    this.#isOverrun = this.#isOverrun ? lossReceived >= ENOUGH : lossReceived >= LITTLE && !isTold;
    return this.#isOverrun;
  }
}
