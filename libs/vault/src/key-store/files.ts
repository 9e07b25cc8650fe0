import {
  link,
  open,
  readFile,
  readdir,
  unlink,
  writeFile,
  type FileHandle,
} from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Randomness } from '@tapaamo/common';

/** The file's content, or null when there is no such file. */
export async function readIfThere(path: string): Promise<Buffer | null> {
  return nullIfMissing(readFile(path));
}

/** What was found, or null when it is not there. Every other failure stays one. */
export async function nullIfMissing<T>(found: Promise<T>): Promise<T | null> {
  return found.catch((error: unknown) => {
    ignoreMissing(error);
    return null;
  });
}

/** A folder that is not there holds nothing; one that cannot be read is a failure, and nobody may take it for empty. */
export async function emptyIfMissing<Entry>(entries: Promise<Entry[]>): Promise<Entry[]> {
  return (await nullIfMissing(entries)) ?? [];
}

/** A volume has folders of its own (`lost+found`): only those named by an id are organisations'. */
const ORGANISATION = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Ids of the organisations that have a folder in this one. */
export async function organisationsIn(folder: string): Promise<string[]> {
  const entries = await emptyIfMissing(readdir(folder, { withFileTypes: true }));
  return entries
    .filter((entry) => entry.isDirectory() && ORGANISATION.test(entry.name))
    .map(({ name }) => name);
}

/** @throws whatever it is given, unless it says that a file is not there. */
export function ignoreMissing(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
    throw error;
  }
}

/** Writes over a file from its beginning, in place and durably. It is short: the disk writes it whole or not at all. */
export async function writeOver(file: FileHandle, content: Buffer): Promise<void> {
  await file.write(content, 0, content.length, 0);
  await file.sync();
}

/** Writes over the file of this path. @throws Error when it is not there. */
export async function overwrite(path: string, content: Buffer): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await writeOver(file, content);
  } finally {
    await file.close();
  }
}

/** All of an open file from its beginning. */
export async function readAll(file: FileHandle): Promise<Buffer> {
  const { size } = await file.stat();
  const content = Buffer.alloc(size);
  await file.read(content, 0, size, 0);
  return content;
}

/** Writes a file whole and durably; when another process was first, its file stands. */
export async function writeOnce(
  randomness: Randomness,
  path: string,
  content: Buffer,
): Promise<void> {
  const aside = `${path}.${randomness.uuid()}`;
  await writeFile(aside, content, { mode: 0o600, flush: true, flag: 'wx' });
  await link(aside, path).catch(async (error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    // Once another was first, what lies aside here may be taken for a killed process's and cleared away.
    const isCleared = code === 'ENOENT' && (await readIfThere(path)) !== null;
    if (code !== 'EEXIST' && !isCleared) {
      throw error;
    }
  });
  await unlink(aside).catch(ignoreMissing);
  await flushFolder(dirname(path));
}

/**
 * Overwrites a file and takes it away. Another process may be destroying the same one, or writing over it: whatever it
 * has done already is no error, and what it writes before the name is gone is overwritten after.
 */
export async function destroyFile(randomness: Randomness, path: string): Promise<void> {
  const file = await nullIfMissing(open(path, 'r+'));
  if (file === null) {
    return;
  }
  try {
    const { size } = await file.stat();
    await writeOver(file, randomness.bytes(size));
    await unlink(path).catch(ignoreMissing);
    await writeOver(file, randomness.bytes(size));
  } finally {
    await file.close();
  }
}

/** Makes what appeared in a folder, or went from it, outlive a power cut. */
export async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
