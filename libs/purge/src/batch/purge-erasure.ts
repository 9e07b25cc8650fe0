import { Injectable } from '@nestjs/common';
import { Clock, localDateOf } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { CaughtMessages } from '@tapaamo/notification';
import type { EntityManager } from 'typeorm';
import type { Blocked } from './blocked.js';
import type { TakenBatch } from './purge-claims.js';

/** The first pause before another attempt and the longest, in seconds: erased within the hour is what is promised. */
const PAUSES = { first: 60, longest: 3_600 };

/** Whoever finished the batch meanwhile has taken it away. Nobody waits long for a row that somebody holds. */
const HOLD = `SELECT set_config('lock_timeout', '2s', true) FROM purge_batch
  WHERE id = $1 AND state = 'pending' FOR UPDATE`;

/**
 * What people still hold of a visit, link or code, leads nowhere from now on, and says so. One may be there already, as
 * after a part of the database was restored: that keeps no visit from being forgotten.
 */
const KEEP_HASHES = `INSERT INTO forgotten_link (link_hash, organisation_id, forgotten_on)
  SELECT link_hash, organisation_id, $2::date FROM participant WHERE visit_id = ANY ($1) AND link_hash IS NOT NULL
  UNION ALL
  SELECT code.code_hash, code.organisation_id, $2::date FROM visit_code code
    JOIN participant ON participant.id = code.participant_id WHERE participant.visit_id = ANY ($1)
  ON CONFLICT DO NOTHING`;

/** What is left of a batch once some of it is settled. */
const lessWaiting = (settled: string): string => `waiting = waiting - ${settled},
  state = CASE WHEN waiting <= ${settled} THEN 'done' ELSE state END`;

/**
 * Everything else of a visit refers to its booking with ON DELETE CASCADE; test/conventions holds every table to that. Takes
 * nearly all of the time, and so comes before anything that another batch would wait for.
 */
const ERASE = `WITH erased AS (
    DELETE FROM booking USING visit, purge_item item
    WHERE visit.booking_id = booking.id AND item.visit_id = visit.id AND item.batch_id = $1
      AND visit.id = ANY ($2) AND item.visit_id = ANY ($2)
    RETURNING item.due_day
  )
  SELECT due_day::text AS day, count(*)::integer AS count FROM erased GROUP BY due_day ORDER BY due_day`;

/** What goes is counted in the same transaction: nobody is counted without being gone, nor twice. */
const COUNT = `WITH erased AS (SELECT * FROM unnest($6::date[], $7::integer[]) AS t (due_day, count)),
  counted AS (
    INSERT INTO purge_count (organisation_id, due_day, erased_hour, erased)
    SELECT $3::uuid, due_day, $4::timestamptz, count FROM erased ORDER BY due_day
    ON CONFLICT (organisation_id, due_day, erased_hour) DO UPDATE SET erased = purge_count.erased + excluded.erased
  ), settled AS (
    DELETE FROM purge_item WHERE batch_id = $1 AND visit_id = ANY ($2) RETURNING visit_id
  ), of_the_run AS (
    UPDATE purge_run SET erased = erased + (SELECT coalesce(sum(count), 0) FROM erased) WHERE id = $5
  )
  UPDATE purge_batch SET erased = erased + (SELECT coalesce(sum(count), 0) FROM erased),
    ${lessWaiting('(SELECT count(*) FROM settled)')}
  WHERE id = $1`;

/** What goes on failing is told once. Two to the twentieth is longer than any pause. */
const SET_ASIDE = `WITH aside AS (
    UPDATE purge_item SET batch_id = NULL, attempts = attempts + 1, blocked = $3,
      next_attempt_at = $4::timestamptz + least($5::float8 * 2 ^ least(attempts, 20), $6::float8) * interval '1 second'
    WHERE batch_id = $1 AND visit_id = ANY ($2) RETURNING attempts
  )
  UPDATE purge_batch SET failed = failed + (SELECT count(*) FROM aside WHERE attempts = 1),
    ${lessWaiting('(SELECT count(*) FROM aside)')}
  WHERE id = $1`;

/** A batch of which nothing is there: its items went in some other way. */
const CLOSE = `UPDATE purge_batch SET waiting = 0, state = 'done'
  WHERE id = $1 AND NOT EXISTS (SELECT FROM purge_item WHERE batch_id = $1)`;

/** Takes the rows of visits out of the main database, once their keys are gone. */
@Injectable()
export class PurgeErasure {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly caught: CaughtMessages,
    private readonly clock: Clock,
  ) {}

  /**
   * Erases some visits of a batch in one transaction, all of them or none. Done twice it does nothing more.
   *
   * @param runId - The sweep that does it.
   * @returns How many there were.
   */
  async erase(batch: TakenBatch, visitIds: string[], runId: string): Promise<number> {
    const hour = new Date(Math.floor(this.clock.nowMs() / 3_600_000) * 3_600_000);
    const done = await this.#within(batch, async (tx) => {
      await tx.query(KEEP_HASHES, [visitIds, localDateOf(this.clock.now())]);
      const messages = await this.caught.of(tx, visitIds);
      // Before their rows go: whoever is cut off finds them again by these.
      await this.caught.forget(messages);
      const erased = await tx.query<{ day: string; count: number }[]>(ERASE, [batch.id, visitIds]);
      const days = erased.map(({ day }) => day);
      const counts = erased.map(({ count }) => count);
      const { id, organisationId } = batch;
      await tx.query(COUNT, [id, visitIds, organisationId, hour, runId, days, counts]);
      return { erased: counts.reduce((sum, count) => sum + count, 0), messages };
    });
    // One may have been on its way meanwhile.
    await this.caught.forget(done?.messages ?? []);
    return done?.erased ?? 0;
  }

  /**
   * Takes visits that cannot be forgotten out of their batch, until another attempt: each pause is twice as long as the one
   * before.
   */
  async setAside(batch: TakenBatch, visitIds: string[], blocked: Blocked): Promise<void> {
    const { first, longest } = PAUSES;
    const now = this.clock.now();
    await this.#within(batch, (tx) =>
      tx.query(SET_ASIDE, [batch.id, visitIds, blocked, now, first, longest]),
    );
  }

  /** Closes a batch of which nothing is left. */
  async close({ id, organisationId }: TakenBatch): Promise<void> {
    await this.scope.of(organisationId, (tx) => tx.query(CLOSE, [id]));
  }

  /** Holds the batch meanwhile. @returns Null when somebody else has finished it. */
  #within<T>(
    { id, organisationId }: TakenBatch,
    work: (tx: EntityManager) => Promise<T>,
  ): Promise<T | null> {
    return this.scope.of(
      organisationId,
      async (tx) => {
        const held = await tx.query<unknown[]>(HOLD, [id]);
        return held.length === 0 ? null : work(tx);
      },
      'forgetting what is due',
    );
  }
}
