import pg from 'pg';
import { SERVER } from './postgres-global-setup.mjs';

/** Stops the server that `postgres-global-setup.mjs` started; on a borrowed one, removes what this run made. */
export default async function stopPostgres() {
  const server = globalThis[SERVER];
  if (server !== undefined) {
    globalThis[SERVER] = undefined;
    delete process.env.TEST_DATABASE_ADMIN_URL;
    await server.stop();
    return;
  }
  await dropRun(process.env.TEST_DATABASE_ADMIN_URL, process.env.TEST_DATABASE_RUN);
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
    await client.query(`DROP ROLE IF EXISTS ${client.escapeIdentifier(`tapaamo_test_${run}`)}`);
  } finally {
    await client.end();
  }
}
