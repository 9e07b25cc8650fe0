import { Injectable } from '@nestjs/common';
import { Clock } from '@tapaamo/common';

/** What is shown to the same person in the same place again within this time is the same act of looking. */
const ONE_ACT_MS = 10 * 60_000;

/** Acts that are remembered; past it the oldest are told anew. */
const REMEMBERED = 50_000;

/** Remembers which acts of looking go on, so that a page that reads itself anew tells of itself once. */
@Injectable()
export class ActWindow {
  /** When an act ends; oldest first. */
  readonly #acts = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  /** @param act - Who looks at what, and where. */
  isNew(act: string): boolean {
    return (this.#acts.get(act) ?? 0) <= this.clock.nowMs();
  }

  /** Begins acts; called once they are told. */
  remember(acts: readonly string[]): void {
    const until = this.clock.nowMs() + ONE_ACT_MS;
    for (const act of acts) {
      this.#acts.delete(act);
      this.#acts.set(act, until);
    }
    for (const act of this.#acts.keys()) {
      if (this.#acts.size <= REMEMBERED) {
        return;
      }
      this.#acts.delete(act);
    }
  }
}
