import type { DayKeyName } from '../key-store/day-key.js';
import type { KeyStore } from '../key-store/key-store.js';
import { KeyDamagedError, VaultSealedError } from '../vault.errors.js';
import type { VisitKey, VisitKeys } from './visit-keys.js';
import { unwrapKey } from './wrapped-key.js';

/**
 * What of visits whose day key is damaged: `refused` throws, `hidden` leaves them out, for lists that tell a visit that does
 * not open from one that is due.
 */
export type DamagedDays = 'refused' | 'hidden';

/** Day keys that are read at the same time. */
const READ_AT_ONCE = 16;

/**
 * Unwraps keys of visits. One that does not open may have been wrapped anew since it was read, so that its day key could go
 * (a puncture): then it is read once more.
 */
export class DataKeys {
  constructor(
    private readonly keyStore: KeyStore,
    private readonly visitKeys: VisitKeys,
  ) {}

  /** @throws VaultSealedError when it opens no more; KeysMissingError (`vault.keys-missing`) */
  async unwrap(read: VisitKey): Promise<Buffer> {
    for (let key: VisitKey | undefined = read; key !== undefined;) {
      const dataKey = unwrapKey(await this.keyStore.get(key), key);
      if (dataKey !== null) {
        return dataKey;
      }
      [key] = await this.#wrappedAnew([key]);
    }
    throw new VaultSealedError();
  }

  /** Those that open, by visit. @throws KeysMissingError (`vault.keys-missing`) */
  async unwrapMany(
    read: readonly VisitKey[],
    damagedDays: DamagedDays,
  ): Promise<Map<string, Buffer>> {
    const dataKeys = new Map<string, Buffer>();
    for (let keys = read; keys.length > 0;) {
      const dayKeys = await this.#dayKeys(keys, damagedDays);
      const unopened: VisitKey[] = [];
      for (const key of keys) {
        const dataKey = unwrapKey(dayKeys.get(bucketOf(key)) ?? null, key);
        if (dataKey === null) {
          unopened.push(key);
        } else {
          dataKeys.set(key.visitId, dataKey);
        }
      }
      keys = await this.#wrappedAnew(unopened);
    }
    return dataKeys;
  }

  /** Of keys that did not open, those that are others by now. */
  async #wrappedAnew(read: readonly VisitKey[]): Promise<VisitKey[]> {
    if (read.length === 0) {
      return [];
    }
    const before = new Map(read.map(({ visitId, wrappedKey }) => [visitId, wrappedKey]));
    const found = await this.visitKeys.find([...before.keys()]);
    return found.filter(
      ({ visitId, wrappedKey }) => before.get(visitId)?.equals(wrappedKey) === false,
    );
  }

  /** The day keys of many visits, by bucket. A year's bookings have hundreds: they are read some at a time. */
  async #dayKeys(
    keys: readonly VisitKey[],
    damaged: DamagedDays,
  ): Promise<Map<string, Buffer | null>> {
    const buckets = [...new Map(keys.map((key) => [bucketOf(key), key]))];
    const dayKeys = new Map<string, Buffer | null>();
    for (let index = 0; index < buckets.length; index += READ_AT_ONCE) {
      const some = buckets.slice(index, index + READ_AT_ONCE);
      const read = await Promise.all(some.map(([, key]) => this.#dayKey(key, damaged)));
      some.forEach(([bucket], place) => dayKeys.set(bucket, read[place] ?? null));
    }
    return dayKeys;
  }

  async #dayKey(name: DayKeyName, damaged: DamagedDays): Promise<Buffer | null> {
    try {
      return await this.keyStore.get(name);
    } catch (error) {
      if (damaged === 'hidden' && error instanceof KeyDamagedError) {
        return null;
      }
      throw error;
    }
  }
}

/** Visits of one bucket have one day key. */
function bucketOf({ organisationId, dueDay, generation }: DayKeyName): string {
  return `${organisationId}|${dueDay}|${String(generation)}`;
}
