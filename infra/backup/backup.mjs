import { chmod, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { optionsOf, runProgram, setting } from './programs.mjs';

/** So long at most a snapshot of the key database is kept, in hours: an older one could bring keys back. */
const LONGEST_HOURS = 72;
const USUAL_HOURS = 48;

/** `2026-11-28T02-30-00-123Z`: sorts by time, and no file system minds it. */
const nameOfNow = () => new Date().toISOString().replaceAll(/[:.]/g, '-');

/** Each is written under another name and gets its own last: what is cut off is no backup. */
const KINDS = {
  /** @param {string} to */
  async base(to) {
    const place = join(to, nameOfNow());
    const args = ['-D', `${place}.incoming`, '-X', 'stream', '-c', 'fast'];
    await runProgram('pg_basebackup', args, setting('DATABASE_BACKUP_URL'));
    await rename(`${place}.incoming`, place);
    return place;
  },
  /** @param {string} to */
  dump: (to) => dump(to, 'main', setting('DATABASE_BACKUP_URL')),
  /** @param {string} to @param {Record<string, string>} options */
  async keys(to, { hours = String(USUAL_HOURS) }) {
    const most = Number(hours);
    if (!(most > 0 && most <= LONGEST_HOURS)) {
      throw new Error(`--hours is 1 to ${LONGEST_HOURS}: an older snapshot could bring keys back.`);
    }
    // Also when no new one can be made.
    await removeOlder(to, most);
    return dump(to, 'keys', setting('KEY_DATABASE_BACKUP_URL'));
  },
};

/**
 * Its name says of which database it is, so that both may lie in one folder.
 *
 * @param {string} to @param {'main' | 'keys'} part @param {string} url
 */
async function dump(to, part, url) {
  const file = join(to, `${part}-${nameOfNow()}.dump`);
  await runProgram('pg_dump', ['-Fc', '-f', `${file}.incoming`], url);
  await chmod(`${file}.incoming`, 0o600);
  await rename(`${file}.incoming`, file);
  return file;
}

/** @param {string} folder @param {number} hours */
async function removeOlder(folder, hours) {
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    const isOurs = /^keys-[\dTZ-]+\.dump(\.incoming)?$/.test(name);
    if (isOurs && (await stat(file)).mtimeMs < Date.now() - hours * 3_600_000) {
      await rm(file);
    }
  }
}

const [kind = '', ...rest] = process.argv.slice(2);
try {
  if (!Object.hasOwn(KINDS, kind)) {
    throw new Error(`There is no backup "${kind}": base, dump, keys.`);
  }
  const options = optionsOf(rest, ['to']);
  const to = resolve(options.to);
  await mkdir(to, { recursive: true, mode: 0o700 });
  console.log(await KINDS[kind](to, options));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
