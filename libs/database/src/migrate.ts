import type { Config } from '@tapaamo/config';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './database.module.js';

/** Key of the advisory lock that lets one process at a time migrate. Any fixed number would do. */
const MIGRATION_LOCK = 7_352_114;

/**
 * Brings the schema up to date; safe to call from several processes at once.
 *
 * @returns Names of the migrations that were run now.
 */
export async function migrate(config: Config): Promise<string[]> {
  const dataSource = new DataSource({
    ...dataSourceOptions(config),
    url: config.DATABASE_OWNER_URL,
    poolSize: 2,
    // The owner is under row-level security too; a migration that moves data must see all of it.
    extra: { options: '-c TimeZone=UTC -c tapaamo.scope=installation -c tapaamo.now=-infinity' },
  } as never);
  await dataSource.initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const run = await dataSource.runMigrations();
    return run.map((migration) => migration.name);
  } finally {
    await lock.release();
    await dataSource.destroy();
  }
}
