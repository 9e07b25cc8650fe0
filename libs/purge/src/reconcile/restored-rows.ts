import { Injectable } from '@nestjs/common';
import { Clock, localDateOf } from '@tapaamo/common';
import { HOLD_REASONS } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import type { EntityManager } from 'typeorm';

/** A visit as the main database has it. */
export interface RestoredVisit {
  visitId: string;
  dueAt: Date;
}

/** Visits that are read at once. */
const PAGE = 1_000;

/** Before every visit. */
const NONE = '00000000-0000-0000-0000-000000000000';

/**
 * What was to be sent by now may have been sent since the backup was made: nobody hears of it twice. Reminders whose time is
 * yet to come stay.
 */
const DROP = `WITH messages AS (UPDATE outbox_message SET status = 'withdrawn' WHERE status = 'queued' AND next_attempt_at <= $1 RETURNING 1),
  invitations AS (UPDATE staff_invitation SET status = 'withdrawn', secret_hash = NULL WHERE status = 'queued' RETURNING 1),
  notices AS (DELETE FROM account_notice RETURNING 1)
  SELECT (SELECT count(*) FROM messages) + (SELECT count(*) FROM invitations) + (SELECT count(*) FROM notices) AS count`;

/** Never later than it is. */
const CORRECT = `UPDATE visit SET purge_due_at = earlier.due_at FROM unnest($1::uuid[], $2::timestamptz[]) AS earlier (id, due_at)
  WHERE visit.id = earlier.id AND visit.purge_due_at > earlier.due_at`;

/**
 * What a hold has the key of is kept, and hidden. Nobody knows any more who held it and why: it is to be looked at within a
 * week. The people are none (nil and highest UUID), because two are asked for.
 */
const HOLD_AGAIN = `WITH again AS (SELECT * FROM unnest($2::uuid[], $3::uuid[]) AS t (hold_id, visit_id)),
  hidden AS (
    UPDATE visit SET held_due_at = purge_due_at, purge_due_at = $4 FROM again WHERE visit.id = again.visit_id
  )
  INSERT INTO legal_hold (id, organisation_id, visit_id, kind, reason, basis, state, requested_by, requested_at, confirmed_by,
    confirmed_at, reviewed_on, review_by, on_missed)
  SELECT hold_id, $1::uuid, visit_id, $5, 'found-after-restore', $6, 'held', '00000000-0000-0000-0000-000000000000', $4,
    'ffffffff-ffff-ffff-ffff-ffffffffffff', $4, $7::date, $7::date + 7, 'escalate' FROM again
  ON CONFLICT (id) DO UPDATE SET state = 'held', confirmed_by = EXCLUDED.confirmed_by, confirmed_at = EXCLUDED.confirmed_at`;

/** Of those whose hold is not over by what the copy knows. */
const NOT_HELD = `SELECT visit.id FROM unnest($1::uuid[], $2::uuid[]) AS t (visit_id, hold_id)
  JOIN visit ON visit.id = t.visit_id WHERE held_due_at IS NULL AND NOT EXISTS (
    SELECT FROM legal_hold WHERE legal_hold.id = t.hold_id AND state IN ('withdrawn', 'releasing', 'released'))`;

/** When they were given back is not known any more, and the visits are there again until they are due. */
const GIVE_BACK = `WITH over AS (DELETE FROM legal_hold WHERE visit_id = ANY ($1) AND state IN ('held', 'releasing'))
  UPDATE visit SET purge_due_at = greatest(held_due_at, $2), held_due_at = NULL
  WHERE id = ANY ($1) AND held_due_at IS NOT NULL`;

/** Requests of them that the copy still knows. */
const OTHERS = `DELETE FROM legal_hold USING unnest($1::uuid[], $2::uuid[]) AS again (hold_id, visit_id)
  WHERE legal_hold.visit_id = again.visit_id AND id <> again.hold_id`;

/** The rows of a main database that may be an older copy. */
@Injectable()
export class RestoredRows {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
  ) {}

  /** Ids of all organisations. */
  async organisations(): Promise<string[]> {
    const rows = await this.#everywhere((tx) =>
      tx.query<{ id: string }[]>('SELECT id FROM organisation ORDER BY id'),
    );
    return rows.map(({ id }) => id);
  }

  /** Visits that are not due yet, page by page. */
  async *visitsOf(organisationId: string): AsyncGenerator<RestoredVisit[]> {
    const next = (after: string): Promise<RestoredVisit[]> =>
      this.#everywhere((tx) =>
        tx.query<RestoredVisit[]>(
          `SELECT id AS "visitId", purge_due_at AS "dueAt" FROM visit
           WHERE organisation_id = $1 AND purge_due_at > $2 AND id > $3 ORDER BY id LIMIT ${String(PAGE)}`,
          [organisationId, this.clock.now(), after],
        ),
      );
    for (
      let page = await next(NONE);
      page.length > 0;
      page = await next(page.at(-1)?.visitId ?? NONE)
    ) {
      yield page;
    }
  }

  /** Which of these visits are there. */
  async amongThese(visitIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.#everywhere((tx) =>
      tx.query<{ id: string }[]>('SELECT id FROM visit WHERE id = ANY ($1)', [visitIds]),
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Lets visits be due now: nobody reads them any more, and the sweep erases their rows. */
  async letBeDue(tx: EntityManager, visitIds: readonly string[]): Promise<void> {
    await tx.query('UPDATE visit SET purge_due_at = $2, held_due_at = NULL WHERE id = ANY ($1)', [
      visitIds,
      this.clock.now(),
    ]);
  }

  /** Visits that a hold keeps. */
  async held(organisationId: string): Promise<string[]> {
    const rows = await this.#everywhere((tx) =>
      tx.query<{ id: string }[]>(
        'SELECT id FROM visit WHERE organisation_id = $1 AND held_due_at IS NOT NULL ORDER BY id',
        [organisationId],
      ),
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Holds visits again that an older copy does not know to be held. Others stay as they are.
   *
   * @returns How many there were.
   */
  async holdAgain(
    tx: EntityManager,
    organisationId: string,
    held: readonly { visitId: string; holdId: string }[],
  ): Promise<number> {
    const there = await tx.query<{ id: string }[]>(NOT_HELD, [
      held.map((one) => one.visitId),
      held.map((one) => one.holdId),
    ]);
    const ids = new Set(there.map(({ id }) => id));
    const again = held.filter(({ visitId }) => ids.has(visitId));
    const holdIds = again.map(({ holdId }) => holdId);
    const visitIds = again.map(({ visitId }) => visitId);
    const now = this.clock.now();
    const { kind, basis } = HOLD_REASONS['found-after-restore'];
    await tx.query(OTHERS, [holdIds, visitIds]);
    const told = [now, kind, basis, localDateOf(now)];
    await tx.query(HOLD_AGAIN, [organisationId, holdIds, visitIds, ...told]);
    return again.length;
  }

  /** Lets visits be there again that an older copy alone holds. */
  async giveBack(tx: EntityManager, visitIds: readonly string[]): Promise<void> {
    await tx.query(GIVE_BACK, [visitIds, this.clock.now()]);
  }

  /** Gives visits an earlier due instant. */
  async correct(tx: EntityManager, visits: readonly RestoredVisit[]): Promise<void> {
    const ids = visits.map(({ visitId }) => visitId);
    await tx.query(CORRECT, [ids, visits.map(({ dueAt }) => dueAt)]);
  }

  /** Takes back what waits to be sent in an organisation. @returns How many there were. */
  async dropMessages(tx: EntityManager): Promise<number> {
    const [row] = await tx.query<{ count: string }[]>(DROP, [this.clock.now()]);
    return Number(row?.count ?? 0);
  }

  #everywhere<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.scope.everywhere('reconciling a restore', work);
  }
}
