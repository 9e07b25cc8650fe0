import type { DayKeyName } from '../key-store/day-key.js';
import type { KeyDatabase } from './key-database.js';
import { BEGIN_DAY, KEY_COLUMNS, OF_DAY, dayOf } from './key-rows.js';
import { VisitKeys, type KeyMove, type VisitKey } from './visit-keys.js';

/**
 * A day that takes keys, held until the statement is through: who closes it waits for whoever puts a key there, and
 * whoever comes after that finds it closed.
 */
const OPEN_DAY = `SELECT FROM key_day
  WHERE organisation_id = $2 AND due_day = $4 AND generation = $5 AND state = 'live' FOR KEY SHARE`;

const ADD = `WITH day AS (${OPEN_DAY})
  INSERT INTO visit_key (visit_id, organisation_id, due_at, due_day, generation, wrapped_key, created_at, changed_at)
  SELECT $1::uuid, $2, $3::timestamptz, $4, $5, $6::bytea, $7::timestamptz, $7 FROM day RETURNING 1 AS one`;

/**
 * It is kept under which day keys old copies of the key open. Of a visit that is due on an earlier day now, the later day's
 * is to go by that day: until then the visit may be known anyway, and others that leave the day meanwhile share it.
 */
const MOVE = `WITH day AS (${OPEN_DAY}), moved AS (
    UPDATE visit_key SET due_at = $3, due_day = $4, generation = $5, wrapped_key = $6, changed_at = $7
    FROM day WHERE visit_id = $1 AND organisation_id = $2 AND wrapped_key = $8 RETURNING 1 AS one),
  former AS (
    INSERT INTO former_wrap (visit_id, organisation_id, due_day, generation)
    SELECT $1, $2, $9::date, $10::integer FROM moved WHERE ($9::date, $10::integer) <> ($4, $5) ON CONFLICT DO NOTHING),
  wanted AS (
    INSERT INTO puncture (organisation_id, due_day, generation, by_day, wanted_at)
    SELECT $2, $9::date, $10::integer, $4, $7 FROM moved WHERE $9::date > $4
    ON CONFLICT (organisation_id, due_day, generation) DO UPDATE SET by_day = LEAST(puncture.by_day, EXCLUDED.by_day))
  SELECT one FROM moved`;

/** No visit has this id, and every id is greater. */
const NONE = '00000000-0000-0000-0000-000000000000';

/** The keys of visits in the key database. */
export class PostgresVisitKeys extends VisitKeys {
  constructor(private readonly database: KeyDatabase) {
    super();
  }

  override find(visitIds: readonly string[]): Promise<VisitKey[]> {
    return this.database.query<VisitKey>(
      `SELECT ${KEY_COLUMNS} FROM visit_key WHERE visit_id = ANY($1)`,
      [visitIds],
    );
  }

  override async add(key: VisitKey, createdAt: Date): Promise<boolean> {
    const values = [...valuesOf(key), createdAt];
    return this.#inOpenDay(key, async () => {
      const added = await this.database.query(ADD, values);
      return added.length > 0;
    });
  }

  override async move(from: VisitKey, to: VisitKey, changedAt: Date): Promise<KeyMove> {
    const values = [...valuesOf(to), changedAt, from.wrappedKey, from.dueDay, from.generation];
    const move = async () => (await this.database.query(MOVE, values)).length > 0;
    if (await this.#inOpenDay(to, move)) {
      return 'moved';
    }
    return (await this.#isOpen(to)) ? 'changed' : 'closed';
  }

  override async forget(visitIds: readonly string[]): Promise<void> {
    await this.database.query('DELETE FROM visit_key WHERE visit_id = ANY($1)', [visitIds]);
  }

  override async close(day: DayKeyName): Promise<boolean> {
    const values = dayOf(day);
    // Most days that are asked for have keys, and need no lock to say so.
    const inUse = `SELECT EXISTS (SELECT FROM visit_key ${OF_DAY}) AS used`;
    const [first] = await this.database.query<{ used: boolean }>(inUse, values);
    if (first?.used === true) {
      return false;
    }
    return this.database.transaction(async (client) => {
      await client.query(BEGIN_DAY, values);
      await client.query(`SELECT FROM key_day ${OF_DAY} FOR UPDATE`, values);
      const { rows } = await client.query<{ used: boolean }>(inUse, values);
      if (rows[0]?.used === true) {
        return false;
      }
      const close = `UPDATE key_day SET state = 'closing' ${OF_DAY} AND state IN ('live', 'leaving')`;
      await client.query(close, values);
      return true;
    });
  }

  override async noteDestroyed(day: DayKeyName, destroyedAt: Date): Promise<void> {
    const note = `UPDATE key_day SET state = 'destroyed', destroyed_at = $4 ${OF_DAY} AND state = 'closing'`;
    await this.database.query(note, [...dayOf(day), destroyedAt]);
  }

  override async closedUpTo({
    organisationId,
    dueDay,
  }: Omit<DayKeyName, 'generation'>): Promise<number> {
    const last = `SELECT coalesce(max(generation), 0) AS last FROM key_day
      WHERE organisation_id = $1 AND due_day = $2 AND state <> 'live'`;
    const [found] = await this.database.query<{ last: number }>(last, [organisationId, dueDay]);
    return found?.last ?? 0;
  }

  override openBefore(day: string): Promise<DayKeyName[]> {
    return this.database.query<DayKeyName>(
      `SELECT organisation_id AS "organisationId", due_day::text AS "dueDay", generation
       FROM key_day WHERE state IN ('live', 'leaving') AND due_day < $1`,
      [day],
    );
  }

  override closedDays(): Promise<DayKeyName[]> {
    return this.database.query<DayKeyName>(
      `SELECT organisation_id AS "organisationId", due_day::text AS "dueDay", generation
       FROM key_day WHERE state = 'closing'`,
    );
  }

  override destroyedDays(): Promise<DayKeyName[]> {
    return this.database.query<DayKeyName>(
      `SELECT organisation_id AS "organisationId", due_day::text AS "dueDay", generation
       FROM key_day WHERE state IN ('closing', 'destroyed')`,
    );
  }

  override page(before: Date, after: string | null, limit: number): Promise<VisitKey[]> {
    return this.database.query<VisitKey>(
      `SELECT ${KEY_COLUMNS} FROM visit_key
       WHERE visit_id > $2 AND changed_at < $1 ORDER BY visit_id LIMIT $3`,
      [before, after ?? NONE, limit],
    );
  }

  /** Does it once more after the day was begun, which only the first of its keys needs. */
  async #inOpenDay(day: DayKeyName, act: () => Promise<boolean>): Promise<boolean> {
    if (await act()) {
      return true;
    }
    await this.database.query(BEGIN_DAY, dayOf(day));
    return act();
  }

  async #isOpen(day: DayKeyName): Promise<boolean> {
    const open = `SELECT EXISTS (SELECT FROM key_day ${OF_DAY} AND state = 'live') AS open`;
    const [found] = await this.database.query<{ open: boolean }>(open, dayOf(day));
    return found?.open === true;
  }
}

const valuesOf = (key: VisitKey): unknown[] => [
  key.visitId,
  key.organisationId,
  key.dueAt,
  key.dueDay,
  key.generation,
  key.wrappedKey,
];
