import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../infra/embedded-postgres/embedded-postgres.mjs';

/** Where the teardown finds the servers that were started here. */
export const SERVERS = Symbol.for('tapaamo.test.postgres');

/** The addresses of the main server and of the one with the keys. */
export const ADMIN_URLS = ['TEST_DATABASE_ADMIN_URL', 'TEST_KEY_DATABASE_ADMIN_URL'];

/**
 * Starts two PostgreSQL servers for a whole test run, side by side, unless TEST_DATABASE_ADMIN_URL and
 * TEST_KEY_DATABASE_ADMIN_URL name some already. They are forgotten at the end. TEST_DATABASE_RUN keeps the databases of this run apart from those of others on the same servers.
 */
export default async function startPostgres() {
  process.env.TEST_DATABASE_RUN ??= randomBytes(6).toString('hex');
  globalThis[SERVERS] = await Promise.all(ADMIN_URLS.map(start));
}

/** @param {string} setting */
async function start(setting) {
  if (process.env[setting]) {
    return undefined;
  }
  const server = await startEmbeddedPostgres({
    directory: await mkdtemp(join(tmpdir(), 'tapaamo-test-postgres-')),
    database: 'tapaamo',
    durable: false,
    small: setting !== ADMIN_URLS[0],
  });
  process.env[setting] = server.adminUrlFor('postgres');
  return { setting, server };
}
