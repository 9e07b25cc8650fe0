import { inspect } from 'node:util';

/** What a redacted value shows of itself wherever it is printed. */
const SHOWN = '[redacted]';

/**
 * A value that identifies a client. It cannot be printed, logged or serialised by accident:
 * text, JSON and inspection give `[redacted]`; the value itself has to be asked for with `reveal()`.
 */
export class Redacted<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  /** The value. Each call is a place that a reviewer looks at. */
  reveal(): T {
    return this.#value;
  }

  toString(): string {
    return SHOWN;
  }

  toJSON(): string {
    return SHOWN;
  }

  [inspect.custom](): string {
    return SHOWN;
  }
}
