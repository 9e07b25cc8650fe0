import type { AboutKeyStore } from '@tapaamo/contracts';
import { DayKeyDestroyedError } from '../vault.errors.js';
import type { DayKeyName } from './day-key.js';
import { KeyStore, type RestoredKeys } from './key-store.js';
import type { TransitClient } from './transit-client.js';

const DAY_KEY =
  /^(gone\.)?day\.([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.(\d{4}-\d{2}-\d{2})\.(\d+)$/;
const IDENTITY = 'identity';

/**
 * Day keys out of the transit engine of OpenBao or Vault. Each has a key of its own there that never leaves it; the day key
 * is its HMAC-SHA-256 of the name, 32 bytes, and nothing is stored with us. Destroying deletes that key; a tombstone, a key
 * that nothing is done with, keeps the name. What its storage and snapshots keep of a deleted key is sealed by its barrier.
 */
export class TransitKeyStore extends KeyStore {
  override readonly about: AboutKeyStore = {
    provider: 'transit',
    grade: 'B',
    destroyLatency: 'PT0S',
    caveats: ['engine-keeps-snapshots'],
  };

  constructor(private readonly transit: TransitClient) {
    super();
  }

  override async getOrCreate(name: DayKeyName): Promise<Buffer> {
    // Tombstones come before the key goes and stay: looked at after the key is made, they tell of every destruction.
    if (!(await this.transit.has(graveOf(name)))) {
      await this.transit.create(keyOf(name));
    }
    const key = await this.get(name);
    if (key === null) {
      await this.#clear(name);
      throw new DayKeyDestroyedError();
    }
    return key;
  }

  override async get(name: DayKeyName): Promise<Buffer | null> {
    if (!(await this.transit.has(keyOf(name)))) {
      return null;
    }
    const key = await this.transit.hmac(keyOf(name));
    return (await this.transit.has(graveOf(name))) ? null : key;
  }

  override async destroy(name: DayKeyName): Promise<void> {
    await this.transit.create(graveOf(name));
    await this.#clear(name);
  }

  override async identity(): Promise<string | null> {
    return (await this.transit.has(IDENTITY)) ? uuidOf(await this.transit.hmac(IDENTITY)) : null;
  }

  override async initialise(): Promise<string> {
    await this.transit.create(IDENTITY);
    return uuidOf(await this.transit.hmac(IDENTITY));
  }

  override async organisations(): Promise<string[]> {
    return [...new Set((await this.#names('living')).map(({ organisationId }) => organisationId))];
  }

  override async listBefore(organisationId: string, day: string): Promise<DayKeyName[]> {
    const names = await this.#names('living');
    return names.filter((one) => one.organisationId === organisationId && one.dueDay < day);
  }

  /** There is no root key of ours above the day keys. The barrier key of the engine is its operator's to rotate. */
  override rekey(): Promise<Map<string, number>> {
    return Promise.resolve(new Map<string, number>());
  }

  /** The engine keeps nothing of ours but keys: that it was put back is seen by those that came with it. */
  override mark(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  override setMark(): Promise<void> {
    return Promise.resolve();
  }

  override isRekeyDue(): Promise<boolean> {
    return Promise.resolve(false);
  }

  override async destroyed(organisationId: string): Promise<DayKeyName[]> {
    const names = await this.#names('gone');
    return names.filter((one) => one.organisationId === organisationId);
  }

  /** Keys of the engine are made in it and nowhere else. Its own snapshots bring them back. */
  override restore(): Promise<RestoredKeys> {
    return Promise.reject(new Error('The transit engine takes no day keys from outside.'));
  }

  async #clear(name: DayKeyName): Promise<void> {
    if (await this.transit.has(keyOf(name))) {
      await this.transit.delete(keyOf(name));
    }
  }

  async #names(which: 'living' | 'gone'): Promise<DayKeyName[]> {
    return (await this.transit.list()).flatMap((key) => {
      const [, gone, organisationId, dueDay, generation] = DAY_KEY.exec(key) ?? [];
      const isWanted = (which === 'gone') === (gone !== undefined);
      return !isWanted || organisationId === undefined || dueDay === undefined
        ? []
        : [{ organisationId, dueDay, generation: Number(generation) }];
    });
  }
}

function keyOf({ organisationId, dueDay, generation }: DayKeyName): string {
  return `day.${organisationId}.${dueDay}.${String(generation)}`;
}

function graveOf(name: DayKeyName): string {
  return `gone.${keyOf(name)}`;
}

/** An id out of random bytes, in the form of a version 8 UUID (RFC 9562). */
function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
