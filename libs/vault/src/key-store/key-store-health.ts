import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { isOpenToOthers } from './folder-rules.js';
import { KeyStore } from './key-store.js';

/** For how long an answer holds, in milliseconds: anybody may ask for health, and a store may be far away. */
const FRESH_MS = 5_000;

/** `away`: not there, not readable, or another installation's. `open-to-others`: there, and others may enter its folder. */
export type KeyStoreState = 'safe' | 'open-to-others' | 'away';

/** `kept`: sealed copies of the day keys are. `engine`: the engine's own snapshots are. `none`: a lost store is lost. */
export type KeyEscrowState = 'kept' | 'engine' | 'none';

/** Whether the key store can be had, for who asks for health. */
@Injectable()
export class KeyStoreHealth {
  #known: Promise<KeyStoreState> | undefined;
  #askedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly keyStore: KeyStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** How the store is, at most some seconds ago. Its failures are logged by the store itself. */
  async state(): Promise<KeyStoreState> {
    const now = performance.now();
    if (this.#known === undefined || now - this.#askedAt >= FRESH_MS) {
      this.#askedAt = now;
      this.#known = this.#look();
    }
    return this.#known;
  }

  escrow(): KeyEscrowState {
    if (this.config.KEY_STORE === 'transit') {
      return 'engine';
    }
    return this.config.KEY_ESCROW_DIR === '' ? 'none' : 'kept';
  }

  async #look(): Promise<KeyStoreState> {
    try {
      await this.keyStore.organisations();
      const hasFolder = this.config.KEY_STORE !== 'transit';
      return hasFolder && (await isOpenToOthers(this.config.KEY_STORE_DIR))
        ? 'open-to-others'
        : 'safe';
    } catch {
      return 'away';
    }
  }
}
