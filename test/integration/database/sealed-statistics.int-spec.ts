import { randomBytes, randomUUID } from 'node:crypto';
import { migrations } from '@tapaamo/database';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

/** Enough for the planner to keep a picture of the values. */
const ROWS = 40;

describe('what the planner knows of sealed columns', () => {
  let database: TestDatabase;
  let owner: DataSource;
  /** Sees the statistics of everything, and puts in rows that refer to nothing. */
  let admin: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    await admin.query('SET session_replication_role = replica');
    // As it was while the main database had the keys of visits.
    await migrate('KeysElsewhere', 'down');
    await migrate('NoStatisticsOfSealed', 'up');
    for (let row = 0; row < ROWS; row += 1) {
      await admin.query(
        `INSERT INTO visit_key (visit_id, organisation_id, due_at, due_day, generation, wrapped_key, created_at)
         VALUES ($1, $2, now(), now(), 1, $3, now())`,
        [randomUUID(), randomUUID(), randomBytes(60)],
      );
      await admin.query(
        `INSERT INTO code_generator (professional_id, organisation_id, sealed_secret, last_step, created_at)
         VALUES ($1, $2, $3, 0, now())`,
        [randomUUID(), randomUUID(), randomBytes(60)],
      );
    }
  });

  afterAll(async () => {
    await admin.end();
    await owner.destroy();
    await database.drop();
  });

  const known = async (): Promise<string[]> => {
    const { rows } = await admin.query<{ name: string }>(
      `SELECT tablename || '.' || attname AS name FROM pg_stats
       WHERE tablename IN ('visit_key', 'code_generator') ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  };
  const sealed = (names: string[]): string[] =>
    names.filter((name) => /wrapped_key|sealed_secret/.test(name));
  const migrate = async (which: string, way: 'up' | 'down'): Promise<void> => {
    const Migration = migrations.find(({ name }) => name.startsWith(which));
    const runner = owner.createQueryRunner();
    await (Migration && new Migration()[way](runner));
    await runner.release();
  };

  it('is nothing, though it knows their neighbours', async () => {
    await admin.query('ANALYZE');
    const names = await known();
    expect(sealed(names)).toEqual([]);
    expect(names).toContain('visit_key.due_at');
    expect(names).toContain('code_generator.last_step');
  });

  it('is nothing any more where it was something before', async () => {
    await migrate('NoStatisticsOfSealed', 'down');
    await admin.query('ANALYZE');
    expect(sealed(await known())).toEqual([
      'code_generator.sealed_secret',
      'visit_key.wrapped_key',
    ]);
    await migrate('NoStatisticsOfSealed', 'up');
    expect(sealed(await known())).toEqual([]);
    await admin.query('ANALYZE');
    expect(sealed(await known())).toEqual([]);
  });
});
