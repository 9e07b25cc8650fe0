/** First pause after a failure, in milliseconds; it doubles with each further one. */
const FIRST_PAUSE_MS = 500;

/** Longest pause, in milliseconds: people are waiting at the door. */
const LONGEST_PAUSE_MS = 10_000;

/** How long the thing is kept, in milliseconds: long enough for a crowd to share it, too short to hide an outage. */
const KEPT_MS = 5_000;

/**
 * Something that is fetched when it is needed and kept for a moment only, so that whoever comes after its source went
 * away is told so. After a failure it is not asked for again until a pause has passed, so that a provider that is down
 * answers people at once instead of after a deadline each.
 */
export class BackingOff<T> {
  #value: T | undefined;
  #running: Promise<T> | undefined;
  #keptUntil = 0;
  #failures = 0;
  #lastError: unknown;
  #notBefore = 0;

  /**
   * @param load - Fetches the thing.
   * @param now - Milliseconds that only grow; the process's own unless a test says otherwise.
   */
  constructor(
    private readonly load: () => Promise<T>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /**
   * @returns The kept thing, or a freshly fetched one; callers at the same time share one attempt.
   * @throws What the attempt threw; during a pause what the last one threw.
   */
  async get(): Promise<T> {
    if (this.#value !== undefined && this.now() < this.#keptUntil) {
      return this.#value;
    }
    if (this.#running === undefined && this.now() < this.#notBefore) {
      throw this.#lastError;
    }
    this.#running ??= this.#attempt();
    return this.#running;
  }

  /** Fetches anew at the next call. */
  forget(): void {
    this.#value = undefined;
  }

  async #attempt(): Promise<T> {
    try {
      const value = await this.load();
      this.#value = value;
      this.#keptUntil = this.now() + KEPT_MS;
      this.#failures = 0;
      return value;
    } catch (error) {
      const pause = Math.min(FIRST_PAUSE_MS * 2 ** this.#failures, LONGEST_PAUSE_MS);
      this.#failures += 1;
      this.#lastError = error;
      this.#notBefore = this.now() + pause;
      throw error;
    } finally {
      this.#running = undefined;
    }
  }
}
