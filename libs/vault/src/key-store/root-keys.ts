import { mkdir, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Randomness } from '@tapaamo/common';
import { KEY_BYTES } from '../envelope.js';
import type { RootSeal } from './root-seal.js';
import {
  destroyFile,
  emptyIfMissing,
  flushFolder,
  ignoreMissing,
  nullIfMissing,
  overwrite,
  readIfThere,
  writeOnce,
} from './files.js';

/** Root keys as the folder has them now. */
export interface Roots {
  /** What day keys are sealed under from now on. */
  sealing: Buffer;
  /** What they may be sealed under still; the sealing one first. */
  all: Buffer[];
}

/**
 * The root key of a file key store, and the one that is taking its place. They are read each time, and small files they
 * are: another process may be changing them.
 */
export class RootKeys {
  readonly #present: string;
  readonly #next: string;
  /** The next one's file on its way out, so that nobody reads it half destroyed. */
  readonly #gone: string;

  constructor(
    private readonly folder: string,
    private readonly randomness: Randomness,
    private readonly seal: RootSeal,
  ) {
    this.#present = join(folder, 'root.key');
    this.#next = join(folder, 'root.next');
    this.#gone = join(folder, 'root.gone');
  }

  /** The root keys. Reading makes none: one that is away is an outage. @throws Error when there is none. */
  async read(): Promise<Roots> {
    for (;;) {
      const written = await this.#written();
      try {
        const sealing = await this.seal.open(written.sealing);
        return {
          sealing,
          all:
            written.former === null ? [sealing] : [sealing, await this.seal.open(written.former)],
        };
      } catch (error) {
        // It may have been forgotten as another took its place, after it was read.
        if ((await this.#written()).sealing.equals(written.sealing)) {
          throw error;
        }
      }
    }
  }

  /** Makes the first root key, unless there is one. */
  async make(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await this.#writeNew(this.#present);
  }

  /** Lays the next root key beside the present one, unless a change that was cut off has left one. */
  async prepareNext(): Promise<void> {
    // First of all: what lies aside of a root key that is being made could become the root key while it is cleared away.
    await this.make();
    await this.#clearAway();
    await this.#writeNew(this.#next);
  }

  /** Writes the next root key over the present one, in the same bytes of the disk, and forgets what came before. */
  async adoptNext(): Promise<void> {
    const next = await readFile(this.#next);
    await overwrite(this.#present, next);
    await rename(this.#next, this.#gone);
    await flushFolder(this.folder);
    await destroyFile(this.randomness, this.#gone);
    await flushFolder(this.folder);
    await this.seal.forgetOthers(next);
  }

  /** As the files have them. */
  async #written(): Promise<{ sealing: Buffer; former: Buffer | null }> {
    // In this order: a next one that comes after it was looked for finds what is sealed under the present one.
    const next = await readIfThere(this.#next);
    const present = await readFile(this.#present);
    return next === null ? { sealing: present, former: null } : { sealing: next, former: present };
  }

  async #writeNew(path: string): Promise<void> {
    if ((await readIfThere(path)) === null) {
      const written = await this.seal.seal(this.randomness.bytes(KEY_BYTES));
      await writeOnce(this.randomness, path, written);
    }
  }

  /** What a process left that was killed: a root key on its way in or out, which would outlive its successor. */
  async #clearAway(): Promise<void> {
    for (const file of await emptyIfMissing(readdir(this.folder))) {
      const path = join(this.folder, file);
      if (file.startsWith('root.') && path !== this.#present && path !== this.#next) {
        // A second name of the root key itself: only the name goes.
        const isSecondName = ((await nullIfMissing(stat(path)))?.nlink ?? 0) > 1;
        await (isSecondName
          ? unlink(path).catch(ignoreMissing)
          : destroyFile(this.randomness, path));
      }
    }
    await flushFolder(this.folder).catch(ignoreMissing);
  }
}
