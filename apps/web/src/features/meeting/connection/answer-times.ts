/** The least patience with a line that may be gone, in milliseconds. */
const LEAST_MS = 500;

/** A slow line that is sound gets so many times its quickest answer. */
const TIMES = 3;

/** How quickly a line answers, and so for how long it is waited for when it may be gone. */
export class AnswerTimes {
  #quickestMs = Infinity;

  /** An answer took so long, in milliseconds. */
  answered(tookMs: number): void {
    this.#quickestMs = Math.min(this.#quickestMs, tookMs);
  }

  /** How long to wait, in milliseconds: at least 500, and at most `mostMs`. */
  patienceMs(mostMs: number): number {
    return this.#quickestMs === Infinity
      ? LEAST_MS
      : Math.min(mostMs, Math.max(LEAST_MS, this.#quickestMs * TIMES));
  }
}
