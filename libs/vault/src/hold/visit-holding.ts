import { Injectable } from '@nestjs/common';
import { Clock, localDateOf } from '@tapaamo/common';
import { KeyStore } from '../key-store/key-store.js';
import { DataKeys } from '../keys/data-keys.js';
import { VisitKeys } from '../keys/visit-keys.js';
import { VaultSealedError } from '../vault.errors.js';
import { HeldKeys } from './held-keys.js';
import { sealForHold, type HoldName } from './hold-seal.js';

/** Puts visits under holds. Whoever may read a visit can do that; nobody but the job runner can undo it. */
@Injectable()
export class VisitHolding {
  readonly #dataKeys: DataKeys;

  constructor(
    keyStore: KeyStore,
    private readonly visitKeys: VisitKeys,
    private readonly heldKeys: HeldKeys,
    private readonly clock: Clock,
  ) {
    this.#dataKeys = new DataKeys(keyStore, visitKeys);
  }

  /** Whether a hold has its key, so that a visit can be put under it. @throws KeysMissingError (`vault.keys-missing`) */
  async isReady(holdId: string): Promise<boolean> {
    return (await this.heldKeys.find([holdId])).length > 0;
  }

  /**
   * Seals a visit's data key to the hold's public half and takes it out of its day, in one transaction. From then on no
   * ordinary process opens anything of it, and from the next sweep on no old copy of the key database either. Done twice it
   * does nothing more.
   *
   * @throws KeysMissingError (`vault.keys-missing`); VaultSealedError (`vault.sealed`) when the visit has no key (any more)
   *   or the hold has none yet
   */
  async hold(name: HoldName): Promise<void> {
    for (;;) {
      const [held] = await this.heldKeys.find([name.holdId]);
      if (held !== undefined && held.sealedKey !== null) {
        return;
      }
      const [key] = await this.visitKeys.find([name.visitId]);
      if (held === undefined || key === undefined) {
        throw new VaultSealedError();
      }
      const dataKey = await this.#dataKeys.unwrap(key);
      const sealedKey = await sealForHold(held.recipient, name, dataKey);
      const now = this.clock.now();
      // A key that was wrapped anew meanwhile is read again.
      if (await this.heldKeys.take(key, { ...held, sealedKey }, { now, today: localDateOf(now) })) {
        return;
      }
    }
  }
}
