/** Does something that disturbs at once, but not more often than every so long: what comes sooner waits, and is one. */
export class Seldom {
  #doneAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly act: () => void,
    private readonly gapMs: number,
  ) {}

  /** Asks for it. */
  request(): void {
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        this.#doneAt = performance.now();
        this.act();
      },
      Math.max(0, this.#doneAt + this.gapMs - performance.now()),
    );
  }

  /** Takes back what is asked for and not done yet. */
  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
