import { readFileSync } from 'node:fs';

/** The only source of wall-clock time in the product. Injected everywhere, so that a test can be next month. */
export abstract class Clock {
  /** The present instant (UTC). */
  abstract now(): Date;

  /** The present instant in milliseconds since 1970-01-01T00:00:00Z. */
  nowMs(): number {
    return this.now().getTime();
  }

  /** Whether it is meant to differ from the machine's, and so from the databases': comparing it with them says nothing. */
  readonly isShifted: boolean = false;
}

/** The machine's clock. */
export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}

/** How long a shift that was read from the file is trusted, in milliseconds. */
const SHIFT_TRUSTED_MS = 100;

/**
 * The machine's clock, shifted by the whole milliseconds that a file holds; an absent or unreadable file means no shift.
 * For demonstrations and end-to-end tests, where several processes must agree that a month has passed.
 * The configuration refuses it in production.
 */
export class ShiftedClock extends Clock {
  override readonly isShifted = true;
  #shiftMs = 0;
  #readAt = -SHIFT_TRUSTED_MS;

  /** @param file - Path of the file with the shift in milliseconds. */
  constructor(private readonly file: string) {
    super();
  }

  override now(): Date {
    const monotonic = performance.now();
    if (monotonic - this.#readAt >= SHIFT_TRUSTED_MS) {
      this.#readAt = monotonic;
      this.#shiftMs = this.#read();
    }
    return new Date(Date.now() + this.#shiftMs);
  }

  #read(): number {
    try {
      const shift = Number(readFileSync(this.file, 'utf8').trim());
      return Number.isSafeInteger(shift) ? shift : 0;
    } catch {
      return 0;
    }
  }
}

/** A clock that stands still until it is told otherwise. */
export class FixedClock extends Clock {
  override readonly isShifted = true;
  #now: Date;

  constructor(now: Date | string) {
    super();
    this.#now = new Date(now);
  }

  override now(): Date {
    return new Date(this.#now);
  }

  /** Sets the present instant. */
  set(now: Date | string): void {
    this.#now = new Date(now);
  }

  /** Moves the present instant forward (or back, when negative). */
  advance(milliseconds: number): void {
    this.#now = new Date(this.#now.getTime() + milliseconds);
  }
}
