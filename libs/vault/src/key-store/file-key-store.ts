import { link, mkdir, open, readdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Randomness } from '@tapaamo/common';
import { KEY_BYTES, openBytes, sealBytes } from '../envelope.js';
import type { DayKeyName } from './day-key.js';
import { KeyStore } from './key-store.js';

const FILE = /^(\d{4}-\d{2}-\d{2})\.(\d+)\.key$/;

/** Tells one store from another. It stays when keys are changed. */
const IDENTITY_FILE = 'identity';

const ROOT_FILE = 'root.key';

/** A volume has folders of its own (`lost+found`): only those named by an id are organisations'. */
const ORGANISATION = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * Day keys as files of one folder, each sealed under a root key of the same folder: `<organisation>/<day>.<generation>.key`.
 * A file appears whole or not at all (written aside, flushed, then linked), so a crash leaves a usable store.
 */
export class FileKeyStore extends KeyStore {
  /** @param folder - Path of its own, mode 0700; never inside a database's folder or a backed-up path. */
  constructor(
    private readonly folder: string,
    private readonly randomness: Randomness,
  ) {
    super();
  }

  override async getOrCreate(name: DayKeyName): Promise<Buffer> {
    const known = await this.get(name);
    if (known !== null) {
      return known;
    }
    await mkdir(join(this.folder, name.organisationId), { recursive: true, mode: 0o700 });
    const sealed = sealBytes(
      this.randomness,
      await this.#makeRootKey(),
      placeOf(name),
      this.randomness.bytes(KEY_BYTES),
    );
    await this.#writeOnce(this.#path(name), sealed);
    const made = await this.get(name);
    if (made === null) {
      throw new Error('The day key was destroyed while it was made.');
    }
    return made;
  }

  override async get(name: DayKeyName): Promise<Buffer | null> {
    const sealed = await readIfThere(this.#path(name));
    return sealed === null ? null : openBytes(await this.#rootKey(), placeOf(name), sealed);
  }

  override async destroy(name: DayKeyName): Promise<void> {
    const path = this.#path(name);
    // Another process may be destroying the same key: whatever it has done already is no error.
    const file = await nullIfMissing(open(path, 'r+'));
    if (file === null) {
      return;
    }
    try {
      const { size } = await file.stat();
      await file.write(this.randomness.bytes(size), 0, size, 0);
      await file.sync();
    } finally {
      await file.close();
    }
    await unlink(path).catch(ignoreMissing);
    await this.#flushFolder(join(this.folder, name.organisationId));
  }

  override async identity(): Promise<string | null> {
    return (await readIfThere(join(this.folder, IDENTITY_FILE)))?.toString('utf8') ?? null;
  }

  override async initialise(): Promise<string> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await this.#writeOnce(join(this.folder, IDENTITY_FILE), Buffer.from(this.randomness.uuid()));
    return readFile(join(this.folder, IDENTITY_FILE), 'utf8');
  }

  override async organisations(): Promise<string[]> {
    const entries = await emptyIfMissing(readdir(this.folder, { withFileTypes: true }));
    return entries
      .filter((entry) => entry.isDirectory() && ORGANISATION.test(entry.name))
      .map(({ name }) => name);
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

  #path(name: DayKeyName): string {
    return join(this.folder, name.organisationId, `${name.dueDay}.${String(name.generation)}.key`);
  }

  /** Read each time: another store may have come into this one's place, and only its own root key opens its keys. */
  #rootKey(): Promise<Buffer> {
    return readFile(join(this.folder, ROOT_FILE));
  }

  async #makeRootKey(): Promise<Buffer> {
    const known = await readIfThere(join(this.folder, ROOT_FILE));
    if (known !== null) {
      return known;
    }
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await this.#writeOnce(join(this.folder, ROOT_FILE), this.randomness.bytes(KEY_BYTES));
    return this.#rootKey();
  }

  /** Writes a file whole and durably; when another process was first, its file stands. */
  async #writeOnce(path: string, content: Buffer): Promise<void> {
    const aside = `${path}.${this.randomness.uuid()}`;
    await writeFile(aside, content, { mode: 0o600, flush: true, flag: 'wx' });
    await link(aside, path).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw error;
      }
    });
    await unlink(aside);
    await this.#flushFolder(join(path, '..'));
  }

  async #flushFolder(path: string): Promise<void> {
    const folder = await open(path, 'r');
    await folder.sync();
    await folder.close();
  }
}

function placeOf(name: DayKeyName): string {
  return `day-key|${name.organisationId}|${name.dueDay}|${String(name.generation)}`;
}

async function readIfThere(path: string): Promise<Buffer | null> {
  return nullIfMissing(readFile(path));
}

async function nullIfMissing<T>(found: Promise<T>): Promise<T | null> {
  return found.catch((error: unknown) => {
    ignoreMissing(error);
    return null;
  });
}

/** A folder that is not there holds nothing; one that cannot be read is a failure, and nobody may take it for empty. */
async function emptyIfMissing<Entry>(entries: Promise<Entry[]>): Promise<Entry[]> {
  return (await nullIfMissing(entries)) ?? [];
}

function ignoreMissing(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
    throw error;
  }
}
