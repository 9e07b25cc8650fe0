import { SignInBusyError } from '../professional.errors.js';

/** Whose work it is. */
export interface Asker {
  /** Whether something speaks for them: a browser that was signed in on before, a session, an invitation. */
  isKnown: boolean;
  /** Network that they ask from. */
  from: string;
}

/** How much is done at once, how many strangers may wait in all, and how many of them from one network. */
export interface QueueLimits {
  atOnce: number;
  waiting: number;
  waitingFrom: number;
}

interface Waiter extends Asker {
  begin: () => void;
}

/**
 * Slow work, a bounded part of it at a time, so that a flood of it leaves room for everything else. Who is known comes
 * first; strangers wait in the order they came, so many and no more, and no network takes all their places.
 */
export class WorkQueue {
  #running = 0;
  readonly #waiters: Waiter[] = [];

  constructor(private readonly limits: QueueLimits) {}

  /** @throws SignInBusyError (`sign-in.busy`) when too many strangers wait already. */
  async run<T>(asker: Asker, work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.limits.atOnce) {
      await this.#turn(asker);
    } else {
      this.#running += 1;
    }
    try {
      return await work();
    } finally {
      this.#next();
    }
  }

  /** Waits; whoever finishes hands their place over. */
  #turn(asker: Asker): Promise<void> {
    const strangers = this.#waiters.filter(({ isKnown }) => !isKnown);
    const neighbours = strangers.filter(({ from }) => from === asker.from);
    const { waiting, waitingFrom } = this.limits;
    if (!asker.isKnown && (strangers.length >= waiting || neighbours.length >= waitingFrom)) {
      throw new SignInBusyError();
    }
    return new Promise((begin) => this.#waiters.push({ ...asker, begin }));
  }

  #next(): void {
    const known = this.#waiters.findIndex(({ isKnown }) => isKnown);
    const [next] = this.#waiters.splice(Math.max(known, 0), 1);
    if (next === undefined) {
      this.#running -= 1;
    } else {
      next.begin();
    }
  }
}
