import { ConfigInvalidError, type Config } from '@tapaamo/config';
import pg from 'pg';

/** What a server was given when its data folder was made; its replicas have the same. */
const SERVER = 'SELECT system_identifier::text AS id FROM pg_control_system()';

/**
 * Refuses a key database that is in the main database's own server, by whatever name: write-ahead log and base backups are
 * per server, so that an old copy of the one would bring the other.
 *
 * @throws ConfigInvalidError naming KEY_DATABASE_URL
 */
export async function refuseSameServer(config: Config): Promise<void> {
  const [main, keys] = await Promise.all([
    serverOf(config.DATABASE_OWNER_URL),
    serverOf(config.KEY_DATABASE_OWNER_URL),
  ]);
  if (main === keys) {
    throw new ConfigInvalidError([
      'KEY_DATABASE_URL must name another server than DATABASE_URL (infra/README.md, "Database").',
    ]);
  }
}

async function serverOf(connectionString: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<{ id: string }>(SERVER)).rows[0]?.id;
  } finally {
    await client.end();
  }
}
