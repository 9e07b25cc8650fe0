import { configSchema } from './config.schema.js';

/** What set-up alone reads, which runs before anything of ours is built: name, default and meaning. */
const OF_SET_UP: readonly [name: string, fallback: string, meaning: string][] = [
  ['POSTGRES_PORT', '54329', 'port of the embedded PostgreSQL that `npm start` runs.'],
  ['KEY_POSTGRES_PORT', '54330', 'port of the second one, which has the keys of visits.'],
  [
    'MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL',
    '',
    'where set-up looks for the official media worker. Empty: its project’s releases.',
  ],
  [
    'CHROMIUM_BIN',
    '',
    'Chromium or Chrome for tests and measuring. Empty: one is looked for, or installed.',
  ],
  [
    'FIREFOX_BIN',
    '',
    'Firefox for tests. Empty: Debian’s, which is installed when it is not there.',
  ],
  ['TAPAAMO_DEBUG', '', '"1" shows the stack of what failed in set-up.'],
];

/** What the commands of `infra/backup` alone read. */
const OF_BACKUPS: typeof OF_SET_UP = [
  ['DATABASE_BACKUP_URL', '', 'the main database, as a role that sees everything.'],
  ['KEY_DATABASE_BACKUP_URL', '', 'the key database, likewise.'],
  ['PG_BIN', '', 'folder of PostgreSQL’s programs. Empty: they are on the PATH.'],
];

/**
 * The example file of all settings (`infra/.env.example`), generated from the schema and the few that set-up alone reads.
 * A setting without a default is shown empty: it has to be given, or its meaning says what empty means.
 */
export function envExample(): string {
  const ofSchema = Object.entries(configSchema.shape).map(([name, schema]) => {
    const fallback = schema.safeParse(undefined);
    const value = fallback.success ? [fallback.data].flat().join(' ') : '';
    return entry(name, value, schema.description ?? '');
  });
  const ofSetUp = OF_SET_UP.map(([name, value, meaning]) =>
    entry(name, value, `Set-up only: ${meaning}`),
  );
  const ofBackups = OF_BACKUPS.map(([name, value, meaning]) =>
    entry(name, value, `Backups only: ${meaning}`),
  );
  const entries = [...ofSchema, ...ofSetUp, ...ofBackups];
  return `# All settings of Tapaamo with their defaults. Generated from libs/config; change them there.\n\n${entries.join('\n')}`;
}

function entry(name: string, value: string, meaning: string): string {
  return `# ${meaning}\n${name}=${value.includes(' ') ? JSON.stringify(value) : value}\n`;
}
