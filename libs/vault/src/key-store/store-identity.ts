import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Randomness } from '@tapaamo/common';
import { readIfThere, writeOnce } from './files.js';

/** What is known by an id of its own in a folder of day keys: the store itself, and its keys in a key service. */
type Known = 'identity' | 'kms-identity';

/** The id that a folder carries; null when it has none yet. It stays when keys are changed. */
export async function identityIn(folder: string, of: Known): Promise<string | null> {
  return (await readIfThere(join(folder, of)))?.toString('utf8') ?? null;
}

/** The same, made when there is none; `wanted` instead of a new one. Safe for several processes at once. */
export async function makeIdentity(
  randomness: Randomness,
  folder: string,
  of: Known,
  wanted = randomness.uuid(),
): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, of);
  if ((await readIfThere(path)) === null) {
    await writeOnce(randomness, path, Buffer.from(wanted));
  }
  return readFile(path, 'utf8');
}
