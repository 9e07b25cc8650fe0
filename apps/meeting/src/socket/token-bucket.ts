/** How much of something is allowed. */
export interface Allowance {
  /** So many at once. */
  burst: number;
  /** So many a second for ever. */
  perSecond: number;
}

/** Counts what somebody may still do: tokens are taken by doing and come back with time. */
export class TokenBucket {
  #tokens: number;
  #filledAt: number;

  /** @param now - Monotonic instant in milliseconds. */
  constructor(
    private readonly allowance: Allowance,
    now: number,
  ) {
    this.#tokens = allowance.burst;
    this.#filledAt = now;
  }

  /**
   * Takes one token.
   *
   * @param now - Monotonic instant in milliseconds, not before the last one.
   * @returns Whether there was one.
   */
  take(now: number): boolean {
    const gained = ((now - this.#filledAt) / 1_000) * this.allowance.perSecond;
    this.#tokens = Math.min(this.allowance.burst, this.#tokens + gained);
    this.#filledAt = now;
    if (this.#tokens < 1) {
      return false;
    }
    this.#tokens -= 1;
    return true;
  }
}
