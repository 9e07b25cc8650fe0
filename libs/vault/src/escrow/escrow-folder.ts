import { mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Randomness } from '@tapaamo/common';
import {
  destroyFile,
  emptyIfMissing,
  flushFolder,
  organisationsIn,
  writeOnce,
} from '../key-store/files.js';

/** `<instant>.<what it is of>.escrow`, and what a process that was killed left of one. */
const FILE = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.([\da-f]{16})\.escrow(\..+)?$/;

/** A file being written is as old at most, in milliseconds. */
const WRITTEN_WITHIN_MS = 3_600_000;

/** An escrow file by its name. */
export interface EscrowFile {
  path: string;
  writtenAt: Date;
  /** Tells whether the keys are others than those of another file; nothing of them can be told by it. */
  digest: string;
}

/** The folder of escrow files: one folder an organisation, so that what is of one can be taken away. */
export class EscrowFolder {
  constructor(
    private readonly folder: string,
    private readonly randomness: Randomness,
  ) {}

  /** Ids of the organisations that have files. */
  organisations(): Promise<string[]> {
    return organisationsIn(this.folder);
  }

  /** The newest whole file of an organisation. */
  async newest(organisationId: string): Promise<EscrowFile | null> {
    const files = (await this.#all(organisationId)).filter(({ isWhole }) => isWhole);
    return files.sort((a, b) => b.writtenAt.getTime() - a.writtenAt.getTime())[0] ?? null;
  }

  read({ path }: EscrowFile): Promise<Buffer> {
    return readFile(path);
  }

  /** Writes a file whole and durably. @param at - To the second. */
  async write(organisationId: string, at: Date, digest: string, sealed: Buffer): Promise<void> {
    const folder = join(this.folder, organisationId);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const instant = at.toISOString().replace(/[-:]|\.\d{3}/g, '');
    await writeOnce(this.randomness, join(folder, `${instant}.${digest}.escrow`), sealed);
    await flushFolder(this.folder);
  }

  /** Writes over and takes away the files from before an instant. @returns How many. */
  async removeBefore(organisationId: string, instant: Date, now: Date): Promise<number> {
    const old = (await this.#all(organisationId)).filter(
      ({ writtenAt, isWhole }) =>
        writtenAt < instant ||
        (!isWhole && now.getTime() - writtenAt.getTime() > WRITTEN_WITHIN_MS),
    );
    for (const { path } of old) {
      await destroyFile(this.randomness, path);
    }
    if (old.length > 0) {
      await flushFolder(join(this.folder, organisationId));
    }
    return old.length;
  }

  async #all(organisationId: string): Promise<(EscrowFile & { isWhole: boolean })[]> {
    const folder = join(this.folder, organisationId);
    return (await emptyIfMissing(readdir(folder))).flatMap((name) => {
      const [, year, month, day, hour, minute, second, digest, rest] = FILE.exec(name) ?? [];
      return digest === undefined
        ? []
        : [
            {
              path: join(folder, name),
              writtenAt: new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`),
              digest,
              isWhole: rest === undefined,
            },
          ];
    });
  }
}
