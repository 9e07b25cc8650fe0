import type { Randomness } from '@tapaamo/common';
import { FileKeyStore } from '../key-store/file-key-store.js';
import { AFTER_ALL_DAYS, type DayKeyName } from '../key-store/day-key.js';
import { KeysMissingError } from '../vault.errors.js';

/** A hold has one key: of no day, of the first generation. */
const nameOf = (holdId: string): DayKeyName => ({
  organisationId: holdId,
  dueDay: '1970-01-01',
  generation: 1,
});

/**
 * Private halves of the keys of holds, in a folder that the job runner alone knows (`HOLD_KEY_STORE_DIR`). It is a key store
 * as the day keys' is: whole files, written over when they go, under a root key that is changed after that.
 */
export class HoldPrivateKeys {
  readonly #store: FileKeyStore;

  constructor(folder: string, randomness: Randomness) {
    this.#store = new FileKeyStore(folder, randomness);
  }

  /** The private half of a hold's key, made when there is none. @throws DayKeyDestroyedError once it was destroyed */
  make(holdId: string): Promise<Buffer> {
    return this.#store.getOrCreate(nameOf(holdId));
  }

  /** @throws KeysMissingError (`vault.keys-missing`) when it is not there: of a hold that lives that is an outage */
  async get(holdId: string): Promise<Buffer> {
    const seed = await this.#store.get(nameOf(holdId));
    if (seed === null) {
      throw new KeysMissingError();
    }
    return seed;
  }

  /** Destroys it for good. */
  async destroy(holdId: string): Promise<void> {
    await this.#store.destroy(nameOf(holdId));
  }

  /** Holds that have a private half here. */
  async holds(): Promise<string[]> {
    const held: string[] = [];
    for (const holdId of await this.#store.organisations()) {
      if ((await this.#store.listBefore(holdId, AFTER_ALL_DAYS)).length > 0) {
        held.push(holdId);
      }
    }
    return held;
  }

  /** Changes the root key when something was destroyed since: what a disk kept of it opens no more. */
  async rekeyIfDue(): Promise<void> {
    if (await this.#store.isRekeyDue()) {
      await this.#store.rekey();
    }
  }
}
