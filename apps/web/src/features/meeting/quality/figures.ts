import type { LineFigures } from '@tapaamo/contracts';
import type { LineSample } from './line-reading.js';

/** Adds up what was measured since the node was last told. */
export class Figures {
  #samples: LineSample[] = [];
  #gapMs = 0;
  #longestGapMs = 0;

  /**
   * @param isAwaited - Whether something is sent that should arrive.
   * @param lastedMs - Time since the sample before.
   */
  add(sample: LineSample, isAwaited: boolean, lastedMs: number): void {
    this.#samples.push(sample);
    this.#gapMs = isAwaited && !sample.hasArrived ? this.#gapMs + lastedMs : 0;
    this.#longestGapMs = Math.max(this.#longestGapMs, this.#gapMs);
  }

  /** What was measured, and begins anew. Undefined when it was nothing. */
  take(): LineFigures | undefined {
    const samples = this.#samples;
    const path = samples.at(-1)?.path;
    if (path === undefined) {
      return undefined;
    }
    const mean = (read: (sample: LineSample) => number) =>
      samples.reduce((sum, sample) => sum + read(sample), 0) / samples.length;
    const figures = {
      path,
      roundTripMs: mean(({ roundTripMs }) => roundTripMs ?? 0),
      lossReceived: mean(({ lossReceived }) => lossReceived),
      lossSent: mean(({ lossSent }) => lossSent),
      gapMs: Math.min(600_000, this.#longestGapMs),
    };
    this.#samples = [];
    this.#longestGapMs = 0;
    return figures;
  }
}
