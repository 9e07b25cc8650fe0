import type pg from 'pg';
import type { KeyDatabase } from '../keys/key-database.js';
import { BEGIN_DAY, OF_DAY, dayOf } from '../keys/key-rows.js';
import type { VisitKey } from '../keys/visit-keys.js';
import { WANT_FORMER_GONE } from '../puncture/postgres-punctures.js';
import { HeldKeys, type HeldKey } from './held-keys.js';

const COLUMNS = `hold_id AS "holdId", visit_id AS "visitId", organisation_id AS "organisationId", recipient,
  sealed_key AS "sealedKey"`;

/** First, and held: nothing leaves its day without a place to go to. */
const FILL = `UPDATE hold_key SET sealed_key = $3, sealed_at = $4
  WHERE hold_id = $1 AND visit_id = $2 AND sealed_key IS NULL`;

/** In one statement with what old copies of it open with. */
const LEAVE = `WITH gone AS (
    DELETE FROM visit_key WHERE organisation_id = $1 AND visit_id = $2 AND wrapped_key = $5
    RETURNING visit_id, due_day, generation),
  ${WANT_FORMER_GONE}
  SELECT FROM gone`;

const PUT_BACK = `INSERT INTO visit_key
  (visit_id, organisation_id, due_at, due_day, generation, wrapped_key, created_at, changed_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $7)`;

/** The day changed under the transaction: nothing of it is to stay. */
class UndoneError extends Error {}

/** Keys of holds in the key database. */
export class PostgresHeldKeys extends HeldKeys {
  constructor(private readonly database: KeyDatabase) {
    super();
  }

  override async offer(key: Omit<HeldKey, 'sealedKey'>, at: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO hold_key (hold_id, visit_id, organisation_id, recipient, created_at)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT (hold_id) DO NOTHING`,
      [key.holdId, key.visitId, key.organisationId, key.recipient, at],
    );
  }

  override find(holdIds?: readonly string[]): Promise<HeldKey[]> {
    return this.database.query<HeldKey>(
      `SELECT ${COLUMNS} FROM hold_key WHERE $1::uuid[] IS NULL OR hold_id = ANY ($1)`,
      [holdIds ?? null],
    );
  }

  override take(
    from: VisitKey,
    to: HeldKey & { sealedKey: Buffer },
    { now, today }: { now: Date; today: string },
  ): Promise<boolean> {
    return this.#whole(async (client) => {
      await only(client.query(FILL, [to.holdId, from.visitId, to.sealedKey, now]));
      const leaving = [from.organisationId, from.visitId, today, now, from.wrappedKey];
      await only(client.query(LEAVE, leaving));
    });
  }

  override giveBack(
    { holdId, sealedKey }: HeldKey & { sealedKey: Buffer },
    to: VisitKey,
    at: Date,
  ): Promise<boolean> {
    return this.#whole(async (client) => {
      await client.query(BEGIN_DAY, dayOf(to));
      const open = `SELECT FROM key_day ${OF_DAY} AND state = 'live' FOR KEY SHARE`;
      await only(client.query(open, dayOf(to)));
      const end = 'DELETE FROM hold_key WHERE hold_id = $1 AND sealed_key = $2';
      await only(client.query(end, [holdId, sealedKey]));
      const { visitId, organisationId, dueAt, dueDay, generation, wrappedKey } = to;
      const values = [visitId, organisationId, dueAt, dueDay, generation, wrappedKey, at];
      await client.query(PUT_BACK, values);
    });
  }

  override async drop(holdId: string, sealedKey: Buffer | null): Promise<boolean> {
    const drop = `DELETE FROM hold_key WHERE hold_id = $1 AND sealed_key IS NOT DISTINCT FROM $2::bytea
      RETURNING hold_id`;
    return (await this.database.query(drop, [holdId, sealedKey])).length > 0;
  }

  /** All of it or nothing. @returns Whether it was done. */
  async #whole(work: (client: pg.PoolClient) => Promise<void>): Promise<boolean> {
    return this.database.transaction(async (client) => {
      await client.query('SAVEPOINT before');
      try {
        await work(client);
        return true;
      } catch (error) {
        if (error instanceof UndoneError) {
          await client.query('ROLLBACK TO SAVEPOINT before');
          return false;
        }
        throw error;
      }
    });
  }
}

/** @throws UndoneError unless it was one row */
async function only(asked: Promise<pg.QueryResult>): Promise<void> {
  if ((await asked).rowCount !== 1) {
    throw new UndoneError();
  }
}
