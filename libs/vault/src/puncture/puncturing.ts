import type { Clock, Randomness } from '@tapaamo/common';
import type { DayKeyName } from '../key-store/day-key.js';
import type { KeyStore } from '../key-store/key-store.js';
import type { KeyMaker } from '../keys/key-maker.js';
import type { VisitKeys } from '../keys/visit-keys.js';
import { unwrapKey, wrapFor } from '../keys/wrapped-key.js';
import { noting } from '../noting.js';
import type { Punctures } from './punctures.js';

/** What came of the day keys that were to go before their day. */
export interface Punctured {
  /** Day keys that were destroyed. */
  destroyed: number;
  /** Keys of living visits that were wrapped anew. */
  moved: number;
  /** Of these, how many opened nothing before either: moved as they are. */
  damaged: number;
  /** Why others could not go: they are tried again. */
  failures: unknown[];
}

/** Day keys that one run sees to: the next one goes on. */
const AT_ONCE = 100;

/**
 * Destroys day keys while visits live under them: each visit's key moves to the next generation of the day first. What old
 * copies of the databases have of the visits that left before opens no more.
 *
 * What is left to do is in the key database (`puncture`, and the state of the day): a run that is cut off anywhere is
 * finished by the next one, and two at once share the work.
 */
export class Puncturing {
  readonly #keyStore: KeyStore;
  readonly #visitKeys: VisitKeys;
  readonly #punctures: Punctures;

  constructor(
    places: { keyStore: KeyStore; visitKeys: VisitKeys; punctures: Punctures },
    private readonly maker: KeyMaker,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {
    this.#keyStore = places.keyStore;
    this.#visitKeys = places.visitKeys;
    this.#punctures = places.punctures;
  }

  /** Sees to what is to go by a day. One that cannot go stops no other. @param today - `YYYY-MM-DD`, Europe/Helsinki. */
  async run(today: string): Promise<Punctured> {
    const result: Punctured = { destroyed: 0, moved: 0, damaged: 0, failures: [] };
    await noting(result, async () => {
      for (const day of await this.#punctures.wantedBy(today, AT_ONCE)) {
        await noting(result, () => this.#puncture(day, result));
      }
    });
    return result;
  }

  async #puncture(day: DayKeyName, result: Punctured): Promise<void> {
    await this.#punctures.leave(day);
    // Closing looks whether any key is left, and lets none come any more.
    while (!(await this.#visitKeys.close(day))) {
      await this.#moveSome(day, result);
    }
    await this.#keyStore.destroy(day);
    await this.#visitKeys.noteDestroyed(day, this.clock.now());
    await this.#punctures.done(day);
    result.destroyed += 1;
  }

  async #moveSome(day: DayKeyName, result: Punctured): Promise<void> {
    const old = await this.#keyStore.get(day);
    const closed = await this.#visitKeys.closedUpTo(day);
    const { generation, dayKey } = await this.maker.openDay(day, closed);
    let damaged = 0;
    result.moved += await this.#punctures.move(day, generation, (key) => {
      const dataKey = unwrapKey(old, key);
      if (dataKey === null) {
        // It opened nothing before: it stays with its visit, to go with it.
        damaged += 1;
        return key.wrappedKey;
      }
      return wrapFor(this.randomness, dayKey, { ...key, generation }, dataKey);
    });
    result.damaged += damaged;
  }
}
