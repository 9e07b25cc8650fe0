import pg from 'pg';
import { ADMIN_URLS, SERVERS } from './postgres-global-setup.mjs';

/** Stops the servers that `postgres-global-setup.mjs` started; on a borrowed one, removes what this run made. */
export default async function stopPostgres() {
  const started = globalThis[SERVERS] ?? [];
  globalThis[SERVERS] = undefined;
  for (const one of started) {
    if (one !== undefined) {
      delete process.env[one.setting];
      await one.server.stop();
    }
  }
  for (const setting of ADMIN_URLS) {
    await dropRun(process.env[setting], process.env.TEST_DATABASE_RUN);
  }
}

/**
 * @param {string | undefined} adminUrl
 * @param {string | undefined} run
 */
async function dropRun(adminUrl, run) {
  if (!adminUrl || !run) {
    return;
  }
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query('SELECT datname FROM pg_database WHERE datname LIKE $1', [
      `tapaamo_test_${run}%`,
    ]);
    for (const { datname } of rows) {
      const name = client.escapeIdentifier(datname);
      await client.query(`ALTER DATABASE ${name} IS_TEMPLATE false`);
      await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
    }
    await dropSchemas(client, `tapaamo_test_${run}`);
    for (const role of [`tapaamo_test_${run}_app`, `tapaamo_test_${run}`]) {
      await client.query(`DROP ROLE IF EXISTS ${client.escapeIdentifier(role)}`);
    }
  } finally {
    await client.end();
  }
}

/**
 * Removes what a run made on the server of the keys, where each database of a test is a schema.
 * @param {pg.Client} client
 * @param {string} beginning Of their names.
 */
export async function dropSchemas(client, beginning) {
  const { rows } = await client.query(
    'SELECT nspname FROM pg_namespace WHERE starts_with(nspname, $1)',
    [beginning],
  );
  for (const { nspname } of rows) {
    await client.query(`DROP SCHEMA ${client.escapeIdentifier(nspname)} CASCADE`);
  }
}
