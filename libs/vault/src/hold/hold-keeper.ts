import { Inject, Injectable } from '@nestjs/common';
import { Clock, Randomness } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { KeyStore } from '../key-store/key-store.js';
import { KeyMaker } from '../keys/key-maker.js';
import { VisitKeys } from '../keys/visit-keys.js';
import { KeysMissingError } from '../vault.errors.js';
import { HeldKeys } from './held-keys.js';
import { HoldPrivateKeys } from './hold-private-keys.js';
import { openForHold, recipientOf, type HoldName } from './hold-seal.js';

/**
 * Makes keys for holds and opens what they hold: the job runner's alone. Each act can be cut off anywhere and be done again.
 * The data key of a held visit is in one transaction taken out of its hold and put back into a day; a private half goes only
 * when nothing is sealed to its public one any more.
 */
@Injectable()
export class HoldKeeper {
  readonly #maker: KeyMaker;
  readonly #private: HoldPrivateKeys | null;

  constructor(
    keyStore: KeyStore,
    visitKeys: VisitKeys,
    private readonly heldKeys: HeldKeys,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    @Inject(CONFIG) config: Config,
  ) {
    this.#maker = new KeyMaker(keyStore, visitKeys, clock, randomness);
    this.#private =
      config.HOLD_KEY_STORE_DIR === ''
        ? null
        : new HoldPrivateKeys(config.HOLD_KEY_STORE_DIR, randomness);
  }

  /** Whether there is a place for the private halves: without one no visit can be held. */
  get hasStore(): boolean {
    return this.#private !== null;
  }

  /** Makes a hold's key: the private half first, so that nothing is sealed that would not open. */
  async prepare(name: HoldName): Promise<void> {
    const seed = await this.#store().make(name.holdId);
    const key = { ...name, recipient: await recipientOf(seed) };
    await this.heldKeys.offer(key, this.clock.now());
  }

  /** Holds that have a key, and whether the data key of their visit is under it. */
  async prepared(): Promise<Map<string, boolean>> {
    const keys = await this.heldKeys.find();
    return new Map(keys.map(({ holdId, sealedKey }) => [holdId, sealedKey !== null]));
  }

  /**
   * Takes a visit from under its hold: its data key goes back to the day on which it is due. When that instant is past it
   * goes nowhere, and with it all that it opened: the sweep has only the rows left to erase.
   *
   * @param dueAt - When the visit is due to be forgotten.
   * @throws KeysMissingError (`vault.keys-missing`), also when the private half is not there or does not open it
   */
  async release(name: HoldName, dueAt: Date): Promise<void> {
    for (;;) {
      const [held] = await this.heldKeys.find([name.holdId]);
      if (held === undefined) {
        return;
      }
      const { sealedKey } = held;
      if (sealedKey === null || dueAt <= this.clock.now()) {
        // What was sealed in this moment is read again.
        if (await this.heldKeys.drop(name.holdId, sealedKey)) {
          return;
        }
        continue;
      }
      const seed = await this.#store().get(name.holdId);
      const dataKey = await openForHold(seed, name, sealedKey);
      await this.#maker.inFirstOpenGeneration({ ...name, dueAt }, dataKey, async (key) => {
        const at = this.clock.now();
        const isGiven = await this.heldKeys.giveBack({ ...held, sealedKey }, key, at);
        // Where another run was first, nothing is left to give; else the day takes none.
        return isGiven || (await this.heldKeys.find([name.holdId])).length === 0;
      });
    }
  }

  /**
   * Destroys private halves of holds that are over and have nothing sealed to them, and takes away public halves that were
   * never used. What is sealed for a hold that nobody knows stays: an older main database may be in the place of ours.
   *
   * @param readLiving - Reads ids of all holds that are not over. It is asked last: a hold whose key was made by another run
   *   meanwhile is among them.
   * @returns How many keys are sealed for holds that nobody knows.
   */
  async tidy(readLiving: () => Promise<ReadonlySet<string>>): Promise<number> {
    let unknown = 0;
    const keys = await this.heldKeys.find();
    const halves = (await this.#private?.holds()) ?? [];
    const living = await readLiving();
    const kept = new Set(living);
    for (const { holdId, sealedKey } of keys) {
      if (living.has(holdId)) {
        continue;
      }
      if (sealedKey === null) {
        await this.heldKeys.drop(holdId, null);
      } else {
        kept.add(holdId);
        unknown += 1;
      }
    }
    if (this.#private !== null) {
      for (const holdId of halves) {
        if (!kept.has(holdId)) {
          await this.#private.destroy(holdId);
        }
      }
      await this.#private.rekeyIfDue();
    }
    return unknown;
  }

  #store(): HoldPrivateKeys {
    if (this.#private === null) {
      throw new KeysMissingError();
    }
    return this.#private;
  }
}
