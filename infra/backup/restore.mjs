import { appendFile, chmod, cp, readdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { optionsOf, runProgram, setting } from './programs.mjs';

/** What comes after the data is there, whatever was restored. */
const AFTERWARDS = [
  'Start the database, then the job runner alone. Everything answers 503 until it is reconciled.',
  'npm run operator -- restore check      what is older than the rest',
  'npm run operator -- restore reconcile  forgets again what was forgotten since, and lists what is missing',
  'npm run operator -- restore confirm    only when the lists are given up for good',
  'Start the API and the meeting nodes, and take new backups: the old ones end here.',
];

const KINDS = {
  /** @param {Record<string, string>} options */
  async base({ from, to, wal, until }) {
    if (!to) {
      throw new Error('--to is missing: the new data folder, empty.');
    }
    const place = resolve(to);
    if ((await readdir(place).catch(() => [])).length > 0) {
      throw new Error(`${place} is not empty. Move the old data folder aside first.`);
    }
    await cp(resolve(from), place, { recursive: true });
    await chmod(place, 0o700);
    if (wal) {
      const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
      const lines = [
        `restore_command = ${quoted(`cp "${resolve(wal)}/%f" "%p"`)}`,
        `recovery_target_action = 'promote'`,
        ...(until ? [`recovery_target_time = ${quoted(until)}`] : []),
        ...(until ? [] : [`recovery_target_timeline = 'latest'`]),
      ];
      await appendFile(`${place}/postgresql.auto.conf`, `${lines.join('\n')}\n`);
      await writeFile(`${place}/recovery.signal`, '');
    }
    return `The data folder is ${place}: mode 0700, and its owner the database’s user.`;
  },
  /** @param {Record<string, string>} options */
  async dump({ from }) {
    await runProgram(
      'pg_restore',
      argsFor(from, 'DATABASE_BACKUP_URL'),
      setting('DATABASE_BACKUP_URL'),
    );
    return 'The main database is restored.';
  },
  /** @param {Record<string, string>} options */
  async keys({ from }) {
    await runProgram(
      'pg_restore',
      argsFor(from, 'KEY_DATABASE_BACKUP_URL'),
      setting('KEY_DATABASE_BACKUP_URL'),
    );
    return 'The key database is restored.';
  },
};

/** All or nothing, into a database that is empty. @param {string} from @param {string} name */
function argsFor(from, name) {
  const database = decodeURIComponent(new URL(setting(name)).pathname.slice(1));
  return ['--exit-on-error', '--single-transaction', '-d', database, resolve(from)];
}

const [kind = '', ...rest] = process.argv.slice(2);
try {
  if (!Object.hasOwn(KINDS, kind)) {
    throw new Error(`"${kind}" cannot be restored: base, dump, keys.`);
  }
  const said = await KINDS[kind](optionsOf(rest, ['from']));
  console.log([said, '', ...AFTERWARDS.map((line, index) => `${index + 1}. ${line}`)].join('\n'));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
