import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { ConfigInvalidError, type Config } from '@tapaamo/config';
import { nullIfMissing } from './files.js';

type Places = Pick<
  Config,
  'KEY_STORE_DIR' | 'KEY_ESCROW_DIR' | 'DATA_DIR' | 'BACKUP_DIRS' | 'NODE_ENV'
>;

/**
 * Refuses folders for day keys and for their escrow that share the fate of what the keys seal, in every kind of
 * installation: inside the data folder of a PostgreSQL server (known by its PG_VERSION), inside a backed-up folder, in
 * production inside DATA_DIR, one inside the other, or open to others on the machine. Links are followed. A database or a
 * backup on another machine cannot be known here.
 *
 * @throws ConfigInvalidError naming the setting
 */
export async function refuseUnsafeFolder(config: Places): Promise<void> {
  const problems = await problemsOf('KEY_STORE_DIR', config.KEY_STORE_DIR, config);
  if (config.KEY_ESCROW_DIR !== '') {
    problems.push(...(await problemsOf('KEY_ESCROW_DIR', config.KEY_ESCROW_DIR, config)));
    const [keys, escrow] = [config.KEY_STORE_DIR, config.KEY_ESCROW_DIR];
    if ((await isInOneOf(escrow, [keys])) || (await isInOneOf(keys, [escrow]))) {
      problems.push(
        'KEY_ESCROW_DIR must lie apart from KEY_STORE_DIR: what takes the one may not take the other.',
      );
    }
  }
  if (problems.length > 0) {
    throw new ConfigInvalidError(problems);
  }
}

/**
 * The same for the folder of holds' private keys, which is apart from the folders of the day keys and of escrow too.
 *
 * @throws ConfigInvalidError naming the setting
 */
export async function refuseUnsafeHoldFolder(
  config: Places & Pick<Config, 'HOLD_KEY_STORE_DIR'>,
): Promise<void> {
  const { HOLD_KEY_STORE_DIR: folder, KEY_STORE_DIR, KEY_ESCROW_DIR } = config;
  if (folder === '') {
    return;
  }
  const problems = await problemsOf('HOLD_KEY_STORE_DIR', folder, config);
  const others = [KEY_STORE_DIR, KEY_ESCROW_DIR].filter((other) => other !== '');
  const within = await Promise.all(others.map((other) => isInOneOf(other, [folder])));
  if ((await isInOneOf(folder, others)) || within.includes(true)) {
    problems.push(
      'HOLD_KEY_STORE_DIR must lie apart from KEY_STORE_DIR and KEY_ESCROW_DIR: who has these may not open what is held.',
    );
  }
  if (problems.length > 0) {
    throw new ConfigInvalidError(problems);
  }
}

async function problemsOf(name: string, path: string, config: Places): Promise<string[]> {
  const folder = await realPlace(path);
  const problems: string[] = [];
  if (await isInDatabase(folder)) {
    problems.push(
      `${name} must lie outside the data folder of PostgreSQL: a copy of the database would have the keys to it.`,
    );
  }
  if (await isInOneOf(folder, config.BACKUP_DIRS)) {
    problems.push(
      `${name} must lie outside every folder of BACKUP_DIRS: a key that is destroyed may be in no backup.`,
    );
  }
  if (config.NODE_ENV === 'production' && (await isInOneOf(folder, [config.DATA_DIR]))) {
    problems.push(
      `${name} must lie outside DATA_DIR, also through links: what backs up the one may not back up the other.`,
    );
  }
  if (await isOpenToOthers(folder)) {
    problems.push(`${name} must be open to its owner only (chmod 700).`);
  }
  return problems;
}

/** Whether others than its owner may enter a folder. One that is not there lets nobody in. */
export async function isOpenToOthers(folder: string): Promise<boolean> {
  return (((await nullIfMissing(stat(folder)))?.mode ?? 0) & 0o077) !== 0;
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
  const place = await realPlace(folder);
  const places = await Promise.all(others.map(realPlace));
  return places.some((other) => {
    const path = relative(other, place);
    return path === '' || !(path === '..' || path.startsWith('../') || isAbsolute(path));
  });
}
