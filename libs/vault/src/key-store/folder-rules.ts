import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { ConfigInvalidError, type Config } from '@tapaamo/config';
import { nullIfMissing } from './files.js';

type Places = Pick<Config, 'KEY_STORE_DIR' | 'DATA_DIR' | 'BACKUP_DIRS' | 'NODE_ENV'>;

/**
 * Refuses a folder for day keys that shares the fate of what they seal, in every kind of installation: inside the data
 * folder of a PostgreSQL server (known by its PG_VERSION), inside a backed-up folder, in production inside DATA_DIR, or open
 * to others on the machine. Links are followed. A database or a backup on another machine cannot be known here.
 *
 * @throws ConfigInvalidError naming the setting
 */
export async function refuseUnsafeFolder(config: Places): Promise<void> {
  const folder = await realPlace(config.KEY_STORE_DIR);
  const problems: string[] = [];
  if (await isInDatabase(folder)) {
    problems.push(
      'KEY_STORE_DIR must lie outside the data folder of PostgreSQL: a copy of the database would have the keys to it.',
    );
  }
  if (await isInOneOf(folder, config.BACKUP_DIRS)) {
    problems.push(
      'KEY_STORE_DIR must lie outside every folder of BACKUP_DIRS: a key that is destroyed may be in no backup.',
    );
  }
  if (config.NODE_ENV === 'production' && (await isInOneOf(folder, [config.DATA_DIR]))) {
    problems.push(
      'KEY_STORE_DIR must lie outside DATA_DIR, also through links: what backs up the one may not back up the other.',
    );
  }
  const found = await nullIfMissing(stat(folder));
  if (found !== null && (found.mode & 0o077) !== 0) {
    problems.push('KEY_STORE_DIR must be open to its owner only (chmod 700).');
  }
  if (problems.length > 0) {
    throw new ConfigInvalidError(problems);
  }
}

/** Where a path leads with every link followed; what is not there yet lies under the nearest folder that is. */
async function realPlace(path: string): Promise<string> {
  const absolute = resolve(path);
  const real = await nullIfMissing(realpath(absolute));
  return real ?? join(await realPlace(dirname(absolute)), basename(absolute));
}

async function isInDatabase(folder: string): Promise<boolean> {
  const isDataFolder = (await nullIfMissing(stat(join(folder, 'PG_VERSION')))) !== null;
  return isDataFolder || (dirname(folder) !== folder && (await isInDatabase(dirname(folder))));
}

async function isInOneOf(folder: string, others: readonly string[]): Promise<boolean> {
  const places = await Promise.all(others.map(realPlace));
  return places.some((other) => {
    const path = relative(other, folder);
    return path === '' || !(path === '..' || path.startsWith('../') || isAbsolute(path));
  });
}
