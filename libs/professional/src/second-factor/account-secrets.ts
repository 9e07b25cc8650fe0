import { hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Randomness } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { KEY_BYTES, openBytes, sealBytes } from '@tapaamo/vault';

/** Seals what belongs to accounts under ACCOUNT_SECRET, and opens what this one or the one before it sealed. */
@Injectable()
export class AccountSecrets {
  readonly #keys: readonly Buffer[];

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly randomness: Randomness,
  ) {
    const secrets = [config.ACCOUNT_SECRET, config.ACCOUNT_SECRET_PREVIOUS];
    this.#keys = secrets.filter((secret) => secret !== '').map(keyOf);
  }

  /** @param place - What is sealed here opens only here. */
  seal(place: string, clear: Buffer): Buffer {
    const [key] = this.#keys;
    if (key === undefined) {
      throw new Error('ACCOUNT_SECRET is empty.');
    }
    return sealBytes(this.randomness, key, place, clear);
  }

  /** Whether it is sealed under the present secret, and here. */
  isPresent(place: string, sealed: Buffer): boolean {
    const [key] = this.#keys;
    return key !== undefined && openUnder(key, place, sealed) !== null;
  }

  /** @returns Null when it was sealed elsewhere, by others, or was altered. */
  open(place: string, sealed: Buffer): Buffer | null {
    for (const key of this.#keys) {
      const clear = openUnder(key, place, sealed);
      if (clear !== null) {
        return clear;
      }
    }
    return null;
  }
}

function openUnder(key: Buffer, place: string, sealed: Buffer): Buffer | null {
  try {
    return openBytes(key, place, sealed);
  } catch {
    return null;
  }
}

function keyOf(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'tapaamo account secrets', KEY_BYTES));
}
