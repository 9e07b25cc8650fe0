import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../infra/embedded-postgres/embedded-postgres.mjs';

/** Where the teardown finds the server that was started here. */
export const SERVER = Symbol.for('tapaamo.test.postgres');

/**
 * Starts one PostgreSQL for a whole test run, unless TEST_DATABASE_ADMIN_URL names one already. It is forgotten at the
 * end. TEST_DATABASE_RUN keeps the databases of this run apart from those of others on the same server.
 */
export default async function startPostgres() {
  process.env.TEST_DATABASE_RUN ??= randomBytes(6).toString('hex');
  if (process.env.TEST_DATABASE_ADMIN_URL) {
    return;
  }
  const server = await startEmbeddedPostgres({
    directory: await mkdtemp(join(tmpdir(), 'tapaamo-test-postgres-')),
    database: 'tapaamo',
    durable: false,
  });
  globalThis[SERVER] = server;
  process.env.TEST_DATABASE_ADMIN_URL = server.adminUrlFor('postgres');
}
