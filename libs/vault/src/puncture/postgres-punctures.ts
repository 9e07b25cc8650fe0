import type pg from 'pg';
import type { DayKeyName } from '../key-store/day-key.js';
import type { KeyDatabase } from '../keys/key-database.js';
import type { VisitKey } from '../keys/visit-keys.js';
import { BEGIN_DAY, KEY_COLUMNS, OF_DAY, dayOf } from '../keys/key-rows.js';
import { Punctures } from './punctures.js';

/** Keys that are moved in one transaction: some ten milliseconds of wrapping. */
const BATCH = 1_000;

/**
 * The later parts of a statement whose first, `gone`, takes keys of an organisation ($1): every day key that ever wrapped one
 * of them is to go by a day ($3).
 */
export const WANT_FORMER_GONE = `wraps AS (
    SELECT due_day, generation FROM gone
    UNION SELECT former_wrap.due_day, former_wrap.generation FROM former_wrap JOIN gone USING (visit_id)),
  wanted AS (
    INSERT INTO puncture (organisation_id, due_day, generation, by_day, wanted_at)
    SELECT $1, due_day, generation, $3::date, $4::timestamptz FROM wraps ORDER BY due_day, generation
    ON CONFLICT (organisation_id, due_day, generation) DO UPDATE SET by_day = LEAST(puncture.by_day, EXCLUDED.by_day))`;

/**
 * In one statement, so that no key is forgotten without what old copies of it open with. A key that is being wrapped anew is
 * waited for.
 */
const FORGET = `WITH gone AS (
    DELETE FROM visit_key WHERE organisation_id = $1 AND visit_id = ANY ($2) RETURNING visit_id, due_day, generation),
  ${WANT_FORMER_GONE}
  SELECT FROM gone`;

/** Those that are in no other hand; several runs share the work, and none waits while it holds what another wants. */
const SOME = `SELECT ${KEY_COLUMNS} FROM visit_key ${OF_DAY} LIMIT ${String(BATCH)} FOR UPDATE SKIP LOCKED`;

/** When all are in other hands: waiting for one, it holds none. */
const ONE = `SELECT ${KEY_COLUMNS} FROM visit_key ${OF_DAY} LIMIT 1 FOR UPDATE`;

/** When a key was changed says when its due instant was: wrapping it anew is no such change. */
const WRAP_ANEW = `UPDATE visit_key SET generation = $1, wrapped_key = anew.wrapped_key
  FROM unnest($2::uuid[], $3::bytea[]) AS anew (visit_id, wrapped_key) WHERE visit_key.visit_id = anew.visit_id`;

/** Punctures in the key database. */
export class PostgresPunctures extends Punctures {
  constructor(private readonly database: KeyDatabase) {
    super();
  }

  override async forget(
    organisationId: string,
    visitIds: readonly string[],
    { now, today }: { now: Date; today: string },
  ): Promise<void> {
    await this.database.query(FORGET, [organisationId, visitIds, today, now]);
  }

  override wantedBy(day: string, limit: number): Promise<DayKeyName[]> {
    return this.database.query<DayKeyName>(
      `SELECT organisation_id AS "organisationId", due_day::text AS "dueDay", generation FROM puncture
       WHERE by_day <= $1 ORDER BY by_day, wanted_at, due_day LIMIT $2`,
      [day, limit],
    );
  }

  override async leave(day: DayKeyName): Promise<void> {
    await this.database.transaction(async (client) => {
      await client.query(BEGIN_DAY, dayOf(day));
      // Whoever is putting a key there comes first.
      await client.query(`SELECT FROM key_day ${OF_DAY} FOR UPDATE`, dayOf(day));
      const leave = `UPDATE key_day SET state = 'leaving' ${OF_DAY} AND state = 'live'`;
      await client.query(leave, dayOf(day));
    });
  }

  override async move(
    from: DayKeyName,
    generation: number,
    wrap: (key: VisitKey) => Buffer,
  ): Promise<number> {
    return this.database.transaction(async (client) => {
      if (!(await holdOpen(client, { ...from, generation }))) {
        return 0;
      }
      const keys = await someOf(client, from);
      const [ids, wrapped] = [keys.map(({ visitId }) => visitId), keys.map(wrap)];
      await client.query(WRAP_ANEW, [generation, ids, wrapped]);
      return keys.length;
    });
  }

  override async done(day: DayKeyName): Promise<void> {
    await this.database.transaction(async (client) => {
      await client.query(`DELETE FROM former_wrap ${OF_DAY}`, dayOf(day));
      await client.query(`DELETE FROM puncture ${OF_DAY}`, dayOf(day));
    });
  }
}

/** Whether a generation takes keys; then it does until the transaction ends. */
async function holdOpen(client: pg.PoolClient, day: DayKeyName): Promise<boolean> {
  await client.query(BEGIN_DAY, dayOf(day));
  const open = `SELECT FROM key_day ${OF_DAY} AND state = 'live' FOR KEY SHARE`;
  return (await client.query(open, dayOf(day))).rowCount === 1;
}

async function someOf(client: pg.PoolClient, day: DayKeyName): Promise<VisitKey[]> {
  const { rows } = await client.query<VisitKey>(SOME, dayOf(day));
  return rows.length > 0 ? rows : (await client.query<VisitKey>(ONE, dayOf(day))).rows;
}
