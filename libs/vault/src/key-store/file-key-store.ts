import { mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Randomness } from '@tapaamo/common';
import type { AboutKeyStore } from '@tapaamo/contracts';
import { KEY_BYTES, openBytes, sealBytes } from '../envelope.js';
import { AFTER_ALL_DAYS, type DayKeyName } from './day-key.js';
import {
  destroyFile,
  emptyIfMissing,
  flushFolder,
  ignoreMissing,
  nullIfMissing,
  organisationsIn,
  readAll,
  readIfThere,
  writeOnce,
  writeOver,
} from './files.js';
import { KeyStore, type LostKeys, type RestoredKeys } from './key-store.js';
import { RootKeys } from './root-keys.js';
import { CLEAR_ROOT } from './root-seal.js';
import { readStoreMark, writeStoreMark } from './store-mark.js';
import { identityIn, makeIdentity } from './store-identity.js';
import { Tombstones } from './tombstones.js';
import { KeyDamagedError, DayKeyDestroyedError } from '../vault.errors.js';

const FILE = /^(\d{4}-\d{2}-\d{2})\.(\d+)\.key$/;

/** A day key as this process has just made it. */
interface MadeKey {
  key: Buffer;
  sealed: Buffer;
}

/** Under the sealing root, just put under it, or under no root that there is (and what was read to say so). */
type Settled =
  { state: 'settled'; key: Buffer } | { state: 'moved' } | { state: 'lost'; read: Buffer };

/** How often the same bytes are read before they count: another process may be about to change them. */
const READINGS = 4;

/** Time between two such readings, in milliseconds: enough for the other process to write one file. */
const BETWEEN_READINGS_MS = 50;

/**
 * Day keys as files of one folder, each sealed under a root key of the same folder: `<organisation>/<day>.<generation>.key`.
 * A file appears whole or not at all (written aside, flushed, then linked), so a crash leaves a usable store. The root key
 * is read each time, and a small file it is: another process may be changing it, or another store may have come into its
 * place.
 */
export class FileKeyStore extends KeyStore {
  override readonly about: AboutKeyStore = {
    provider: 'file',
    grade: 'C',
    destroyLatency: 'PT0S',
    caveats: ['disk-may-keep'],
  };
  readonly #roots: RootKeys;
  readonly #tombstones: Tombstones;

  /** @param folder - Path of its own, mode 0700; never inside a database's folder or a backed-up path. */
  constructor(
    private readonly folder: string,
    private readonly randomness: Randomness,
    rootSeal = CLEAR_ROOT,
  ) {
    super();
    this.#roots = new RootKeys(folder, randomness, rootSeal);
    this.#tombstones = new Tombstones(folder, randomness);
  }

  override async getOrCreate(name: DayKeyName): Promise<Buffer> {
    if (await this.#tombstones.has(name)) {
      throw new DayKeyDestroyedError();
    }
    const isThere = (await readIfThere(this.#path(name))) !== null;
    return this.#settledKey(name, isThere ? null : await this.#make(name));
  }

  /** @param own - What this process has just made. @throws DayKeyDestroyedError, KeyDamagedError */
  async #settledKey(name: DayKeyName, own: MadeKey | null): Promise<Buffer> {
    const readings = new Readings();
    for (;;) {
      const settled = await this.#settle(name, own);
      if (settled === null) {
        // Destroyed while it was made.
        throw new DayKeyDestroyedError();
      }
      if (settled.state === 'settled') {
        return settled.key;
      }
      // One that was moved is looked at again: the root it was moved under may not be the sealing one any more.
      if (settled.state === 'lost') {
        await readings.again(settled.read);
      }
    }
  }

  override async get(name: DayKeyName): Promise<Buffer | null> {
    const readings = new Readings();
    for (;;) {
      const sealed = await readIfThere(this.#path(name));
      // The tombstone after the key: one that is destroyed meanwhile has it.
      if (sealed === null || (await this.#tombstones.has(name))) {
        return null;
      }
      const { all } = await this.#roots.read();
      const key = openOrNull(all, name, sealed);
      if (key !== null) {
        return key;
      }
      await readings.again(Buffer.concat([sealed, ...all]));
    }
  }

  override async destroy(name: DayKeyName): Promise<void> {
    await this.#tombstones.set(name);
    await this.#destroyFile(name);
  }

  override mark(): Promise<string | null> {
    return readStoreMark(this.folder);
  }

  override setMark(content: string): Promise<void> {
    return writeStoreMark(this.randomness, this.folder, content);
  }

  override isRekeyDue(): Promise<boolean> {
    return this.#tombstones.isRekeyDue();
  }

  async #destroyFile(name: DayKeyName): Promise<void> {
    await destroyFile(this.randomness, this.#path(name));
    await flushFolder(join(this.folder, name.organisationId)).catch(ignoreMissing);
  }

  override identity(): Promise<string | null> {
    return identityIn(this.folder, 'identity');
  }

  override initialise(): Promise<string> {
    return makeIdentity(this.randomness, this.folder, 'identity');
  }

  override organisations(): Promise<string[]> {
    return organisationsIn(this.folder);
  }

  override async listBefore(organisationId: string, day: string): Promise<DayKeyName[]> {
    const files = await emptyIfMissing(readdir(join(this.folder, organisationId)));
    return files.flatMap((file) => {
      const [, dueDay, generation] = FILE.exec(file) ?? [];
      return dueDay !== undefined && dueDay < day
        ? [{ organisationId, dueDay, generation: Number(generation) }]
        : [];
    });
  }

  override destroyed(organisationId: string): Promise<DayKeyName[]> {
    return this.#tombstones.list(organisationId);
  }

  override async restore({ store, keys, destroyed }: LostKeys): Promise<RestoredKeys> {
    const restored = new Map<string, number>();
    const counts = { kept: 0, displaced: 0, refused: 0 };
    for (const name of destroyed) {
      // What lives here was never destroyed here, whatever a file says.
      if ((await readIfThere(this.#path(name))) === null) {
        await this.#tombstones.set(name);
      }
    }
    for (const { key, ...name } of keys) {
      const became = await this.#restoreOne(name, key);
      if (became === 'restored') {
        restored.set(name.organisationId, (restored.get(name.organisationId) ?? 0) + 1);
      } else {
        counts[became] += 1;
      }
    }
    await makeIdentity(this.randomness, this.folder, 'identity', store);
    return { restored, ...counts };
  }

  async #restoreOne(name: DayKeyName, key: Buffer): Promise<keyof RestoredKeys> {
    if (await this.#tombstones.has(name)) {
      return 'refused';
    }
    const isThere = (await readIfThere(this.#path(name))) !== null;
    const settled = await this.#settledKey(name, isThere ? null : await this.#make(name, key));
    const same = isThere ? 'kept' : 'restored';
    return settled.equals(key) ? same : 'displaced';
  }

  /**
   * Changes the root key while the store is in use. Each step leaves a usable store: the next root lies beside the
   * present one until every day key is under it; then it is written over the present one, in the same bytes of the disk.
   * A change that was cut off is finished by the next one, and stays due until then. One at a time, and not while day
   * keys are destroyed (`KnownKeyStore`).
   */
  override async rekey(): Promise<Map<string, number>> {
    await this.#roots.prepareNext();
    const counts = new Map<string, number>();
    let moved: number;
    do {
      // Who was making a day key as the next root came is caught by a further pass, or moves it before using it.
      moved = await this.#moveAll(counts);
    } while (moved > 0);
    await this.#roots.adoptNext();
    await this.#tombstones.rekeyed();
    return counts;
  }

  /** Puts every day key that is under the present root under the next one. @returns How many. */
  async #moveAll(counts: Map<string, number>): Promise<number> {
    let moved = 0;
    for (const organisationId of await this.organisations()) {
      for (const name of await this.listBefore(organisationId, AFTER_ALL_DAYS)) {
        // What opens under no root cannot be lost any more, and what is destroyed is to be.
        if (await this.#tombstones.has(name)) {
          continue;
        }
        if ((await this.#settle(name))?.state === 'moved') {
          moved += 1;
          counts.set(organisationId, (counts.get(organisationId) ?? 0) + 1);
        }
      }
    }
    return moved;
  }

  /** Makes a day key, unless another process is first. */
  async #make(name: DayKeyName, key = this.randomness.bytes(KEY_BYTES)): Promise<MadeKey> {
    await mkdir(join(this.folder, name.organisationId), { recursive: true, mode: 0o700 });
    await this.#roots.make();
    const { sealing } = await this.#roots.read();
    const sealed = sealBytes(this.randomness, sealing, placeOf(name), key);
    await writeOnce(this.randomness, this.#path(name), sealed);
    return { key, sealed };
  }

  /**
   * Sees that a day key is under the sealing root before anything is sealed with it: the store may have been re-keyed
   * since its file was made, and the root that sealed it may be about to go. It is written over in place, so that what
   * stood there is gone; one that is destroyed meanwhile stays destroyed.
   *
   * @param own - What this process has just made: it knows the key whatever became of the root.
   * @returns Null when there is none.
   */
  async #settle(name: DayKeyName, own: MadeKey | null = null): Promise<Settled | null> {
    const file = await nullIfMissing(open(this.#path(name), 'r+'));
    if (file === null) {
      return null;
    }
    if (await this.#tombstones.has(name)) {
      await file.close();
      await this.#destroyFile(name);
      return null;
    }
    try {
      const sealed = await readAll(file);
      const { sealing, all } = await this.#roots.read();
      const settled = openOrNull([sealing], name, sealed);
      if (settled !== null) {
        return { state: 'settled', key: settled };
      }
      const isOwn = own?.sealed.equals(sealed) === true;
      const key = openOrNull(all, name, sealed) ?? (isOwn ? own.key : null);
      if (key === null) {
        return { state: 'lost', read: Buffer.concat([sealed, ...all]) };
      }
      await writeOver(file, sealBytes(this.randomness, sealing, placeOf(name), key));
      if ((await file.stat()).nlink === 0) {
        await writeOver(file, this.randomness.bytes(sealed.length));
        return null;
      }
      return { state: 'moved' };
    } finally {
      await file.close();
    }
  }

  #path(name: DayKeyName): string {
    return join(this.folder, name.organisationId, `${name.dueDay}.${String(name.generation)}.key`);
  }
}

function placeOf(name: DayKeyName): string {
  return `day-key|${name.organisationId}|${name.dueDay}|${String(name.generation)}`;
}

function openOrNull(roots: readonly Buffer[], name: DayKeyName, sealed: Buffer): Buffer | null {
  for (const root of roots) {
    try {
      return openBytes(root, placeOf(name), sealed);
    } catch {
      // Perhaps the other one.
    }
  }
  return null;
}

/**
 * A day key and the roots are read one after the other, and the store may have been re-keyed between: what does not open
 * is read again for as long as it keeps changing, however often that is.
 */
class Readings {
  #last: Buffer | null = null;
  #same = 1;

  /** @throws KeyDamagedError when the same bytes have been read time and again: the key is lost. */
  async again(read: Buffer): Promise<void> {
    this.#same = this.#last?.equals(read) === true ? this.#same + 1 : 1;
    this.#last = read;
    if (this.#same >= READINGS) {
      throw new KeyDamagedError();
    }
    if (this.#same > 1) {
      await delay(BETWEEN_READINGS_MS);
    }
  }
}
