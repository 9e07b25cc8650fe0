/**
 * Runs one piece of work at a time and never more often than needed. Whoever asks while it runs shares the next run:
 * what they get began after they asked, so it has seen everything that happened before.
 */
export class Coalesced {
  #running: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  constructor(private readonly work: () => Promise<void>) {}

  /** Resolves or rejects with a run that began after this call. */
  run(): Promise<void> {
    if (this.#running === null) {
      return this.#start();
    }
    this.#next ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#next = null;
        return this.#start();
      });
    return this.#next;
  }

  #start(): Promise<void> {
    const running: Promise<void> = this.work().finally(() => {
      if (this.#running === running) {
        this.#running = null;
      }
    });
    this.#running = running;
    return running;
  }
}
