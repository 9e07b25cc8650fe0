import { mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Randomness } from '@tapaamo/common';
import type { DayKeyName } from './day-key.js';
import { destroyFile, emptyIfMissing, flushFolder, nullIfMissing, writeOnce } from './files.js';

const FILE = /^(\d{4}-\d{2}-\d{2})\.(\d+)\.gone$/;

/**
 * What outlives destroyed day keys in the folder of a file key store: an empty file for each, so that none of the name is
 * ever made again, and a mark that the root key which sealed them is to be changed. Neither says anything of any visit.
 */
export class Tombstones {
  readonly #mark: string;

  constructor(
    private readonly folder: string,
    private readonly randomness: Randomness,
  ) {
    this.#mark = join(folder, 'rekey-due');
  }

  /** Whether the day key is destroyed: also one whose file is still there, because destroying it was cut off. */
  has(name: DayKeyName): Promise<boolean> {
    return isThere(this.#path(name));
  }

  /** Comes before the day key itself is destroyed, durably, so that nothing that is cut off can undo it. */
  async set(name: DayKeyName): Promise<void> {
    if (await this.has(name)) {
      return;
    }
    const path = this.#path(name);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeOnce(this.randomness, this.#mark, Buffer.alloc(0));
    await writeOnce(this.randomness, path, Buffer.alloc(0));
  }

  /** Names of an organisation's destroyed day keys. */
  async list(organisationId: string): Promise<DayKeyName[]> {
    const files = await emptyIfMissing(readdir(join(this.folder, organisationId)));
    return files.flatMap((file) => {
      const [, dueDay, generation] = FILE.exec(file) ?? [];
      return dueDay === undefined
        ? []
        : [{ organisationId, dueDay, generation: Number(generation) }];
    });
  }

  /** Whether day keys were destroyed since the root key was changed. */
  isRekeyDue(): Promise<boolean> {
    return isThere(this.#mark);
  }

  /** The root key is changed, and what destroyed day keys were sealed under is gone. */
  async rekeyed(): Promise<void> {
    await destroyFile(this.randomness, this.#mark);
    await flushFolder(this.folder);
  }

  #path({ organisationId, dueDay, generation }: DayKeyName): string {
    return join(this.folder, organisationId, `${dueDay}.${String(generation)}.gone`);
  }
}

async function isThere(path: string): Promise<boolean> {
  return (await nullIfMissing(stat(path))) !== null;
}
