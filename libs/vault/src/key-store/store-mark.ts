import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Randomness } from '@tapaamo/common';
import { overwrite, readIfThere, writeOnce } from './files.js';

/** Longer than any mark: written over in place, nothing of a longer one may stay behind. */
const LENGTH = 512;

/** What a folder of day keys was last told of the installation; null when it was told nothing yet. */
export async function readStoreMark(folder: string): Promise<string | null> {
  return (await readIfThere(join(folder, 'mark')))?.toString('utf8').trimEnd() ?? null;
}

/** Notes it, durably. */
export async function writeStoreMark(
  randomness: Randomness,
  folder: string,
  content: string,
): Promise<void> {
  const path = join(folder, 'mark');
  const whole = Buffer.from(content.padEnd(LENGTH));
  if ((await readIfThere(path)) === null) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeOnce(randomness, path, whole);
  }
  await overwrite(path, whole);
}
