import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Randomness } from '@tapaamo/common';
import { readIfThere, writeOnce } from './files.js';

/** Tells one store from another. It stays when keys are changed. */
const IDENTITY_FILE = 'identity';

/** The id that a folder of day keys carries; null when it has none yet. */
export async function identityIn(folder: string): Promise<string | null> {
  return (await readIfThere(join(folder, IDENTITY_FILE)))?.toString('utf8') ?? null;
}

/** The same, made when there is none; `wanted` instead of a new one. Safe for several processes at once. */
export async function makeIdentity(
  randomness: Randomness,
  folder: string,
  wanted = randomness.uuid(),
): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, IDENTITY_FILE);
  await writeOnce(randomness, path, Buffer.from(wanted));
  return readFile(path, 'utf8');
}
