import { localDateOf } from '@tapaamo/common';
import type { VisitKey } from '@tapaamo/vault';
import pg from 'pg';
import type { TestDatabase } from './test-database.js';

/** What of a key a test changes behind the product's back. */
type Change = Partial<Omit<VisitKey, 'visitId'>>;

const COLUMNS = `visit_id AS "visitId", organisation_id AS "organisationId", due_at AS "dueAt",
  due_day::text AS "dueDay", generation, wrapped_key AS "wrappedKey"`;

/** The keys of visits as the superuser of the key database sees them. */
export class SeenKeys {
  readonly pool: pg.Pool;

  constructor({ keys }: Pick<TestDatabase, 'keys'>) {
    this.pool = new pg.Pool({ connectionString: keys.adminUrl, max: 2 });
    // Tests kill connections too.
    this.pool.on('error', () => undefined);
  }

  async of(visitId: string): Promise<VisitKey> {
    const { rows } = await this.pool.query<VisitKey>(
      `SELECT ${COLUMNS} FROM visit_key WHERE visit_id = $1`,
      [visitId],
    );
    const [key] = rows;
    if (key === undefined) {
      throw new Error('The visit has no key.');
    }
    return key;
  }

  async count(): Promise<number> {
    const { rows } = await this.pool.query<{ count: number }>(
      'SELECT count(*)::integer AS count FROM visit_key',
    );
    return rows[0]?.count ?? 0;
  }

  async change(visitId: string, change: Change): Promise<void> {
    const key = { ...(await this.of(visitId)), ...change };
    await this.remove(visitId);
    await this.put(key);
  }

  /** Puts a key there as an old copy of the database would. */
  async put(key: VisitKey, madeAt = key.dueAt): Promise<void> {
    await this.pool.query(
      `INSERT INTO visit_key (visit_id, organisation_id, due_at, due_day, generation, wrapped_key, created_at, changed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $7)`,
      [
        key.visitId,
        key.organisationId,
        key.dueAt,
        key.dueDay,
        key.generation,
        key.wrappedKey,
        madeAt,
      ],
    );
  }

  async remove(visitId: string): Promise<void> {
    await this.pool.query('DELETE FROM visit_key WHERE visit_id = $1', [visitId]);
  }

  async empty(): Promise<void> {
    await this.pool.query('DELETE FROM visit_key');
    await this.pool.query('DELETE FROM puncture');
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

/** A key of nobody's that opens nothing. */
export const someKey = (visitId: string, organisationId: string, dueAt: Date): VisitKey => ({
  visitId,
  organisationId,
  dueAt,
  dueDay: localDateOf(dueAt),
  generation: 1,
  wrappedKey: Buffer.alloc(60, 7),
});
