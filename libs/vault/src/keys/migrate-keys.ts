import type { Config } from '@tapaamo/config';
import pg from 'pg';
import { keyMigrations } from './key-migrations/key-migrations.js';

/** Key of the advisory lock that lets one process at a time migrate. Any fixed number would do. */
const MIGRATION_LOCK = 7_352_116;

const TABLES = 'visit_key, key_day, key_mark, former_wrap, puncture, hold_key';

/**
 * Brings the schema of the key database up to date, and gives the application's role what it needs and nothing else. Safe to
 * call from several processes at once.
 *
 * @returns Names of the migrations that were run now.
 */
export async function migrateKeys(config: Config): Promise<string[]> {
  const owner = new pg.Client({ connectionString: config.KEY_DATABASE_OWNER_URL });
  await owner.connect();
  try {
    await owner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await owner.query('CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY)');
    const { rows } = await owner.query<{ name: string }>('SELECT name FROM migrations');
    const missing = keyMigrations.filter(({ name }) => !rows.some((row) => row.name === name));
    for (const { name, up } of missing) {
      const note = `INSERT INTO migrations VALUES (${pg.escapeLiteral(name)})`;
      // As one message it is one transaction too.
      await owner.query(`BEGIN; ${up} ${note}; COMMIT`);
    }
    await grant(owner, roleOf(config));
    return missing.map(({ name }) => name);
  } finally {
    await owner.end();
  }
}

async function grant(owner: pg.Client, role: string): Promise<void> {
  const { rows } = await owner.query<{ name: string }>('SELECT current_schema() AS name');
  const schema = pg.escapeIdentifier(rows[0]?.name ?? 'public');
  await owner.query(
    `REVOKE ALL ON SCHEMA ${schema} FROM PUBLIC;
     GRANT USAGE ON SCHEMA ${schema} TO ${role};
     GRANT SELECT, INSERT, UPDATE, DELETE ON ${TABLES} TO ${role};
     GRANT SELECT ON key_installation TO ${role}`,
  );
}

function roleOf(config: Config): string {
  return pg.escapeIdentifier(decodeURIComponent(new URL(config.KEY_DATABASE_URL).username));
}
