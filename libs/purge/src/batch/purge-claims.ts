import { Inject, Injectable } from '@nestjs/common';
import { Clock, Randomness, TIME_ZONE } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { OrganisationScope } from '@tapaamo/database';

/** How long a batch is left to whoever took it, in milliseconds: much longer than its statements may take. */
const LEASE_MS = 300_000;

/** A batch in hand. */
export interface TakenBatch {
  id: string;
  organisationId: string;
  visitIds: string[];
}

/** How far a sweep has looked among the due visits of an organisation. */
export interface Reached {
  dueAt: Date;
  visitId: string;
}

/** Before every visit. */
const NOWHERE: Reached = {
  dueAt: new Date(-1),
  visitId: '00000000-0000-0000-0000-000000000000',
};

/** What was found next in an organisation: `reached` is null when nothing is left to look at. */
export interface Found {
  batch: TakenBatch | null;
  reached: Reached | null;
}

/** Writes the batch of what a statement took, if it took any. */
const BEGIN = `INSERT INTO purge_batch (id, organisation_id, started_at, lease_until, state, waiting, erased, failed)
  SELECT $1::uuid, $2::uuid, $3::timestamptz, $4::timestamptz, 'pending', count(*), 0, 0 FROM taken HAVING count(*) > 0`;

const TAKEN = `coalesce((SELECT array_agg(visit_id::text) FROM taken), '{}') AS "visitIds"`;

/**
 * The longest overdue visits, without those that are held. A row that somebody holds is passed by; one that is written down
 * already, as in hand or as set aside, is another's. Nothing else is looked at in the order of the index: what a batch costs
 * does not grow with what waits.
 */
const TAKE_DUE = `WITH due AS MATERIALIZED (
    SELECT id, purge_due_at FROM visit
    WHERE organisation_id = $2 AND purge_due_at <= $3 AND held_due_at IS NULL AND (purge_due_at, id) > ($5, $6)
    ORDER BY purge_due_at, id LIMIT $7 FOR UPDATE SKIP LOCKED
  ), taken AS (
    INSERT INTO purge_item (visit_id, organisation_id, batch_id, due_day, attempts)
    SELECT id, $2::uuid, $1::uuid, (purge_due_at AT TIME ZONE '${TIME_ZONE}')::date, 0 FROM due
    ON CONFLICT DO NOTHING RETURNING visit_id
  ), begun AS (${BEGIN})
  SELECT ${TAKEN}, last.purge_due_at AS "dueAt", last.id AS "visitId"
  FROM (SELECT * FROM due ORDER BY purge_due_at DESC, id DESC LIMIT 1) last`;

/** Visits that failed before and whose time for another attempt has come. */
const TAKE_AGAIN = `WITH again AS MATERIALIZED (
    SELECT visit_id FROM purge_item
    WHERE organisation_id = $2 AND batch_id IS NULL AND next_attempt_at <= $3
    ORDER BY next_attempt_at LIMIT $5 FOR UPDATE SKIP LOCKED
  ), taken AS (
    UPDATE purge_item SET batch_id = $1 FROM again WHERE purge_item.visit_id = again.visit_id
    RETURNING purge_item.visit_id
  ), begun AS (${BEGIN})
  SELECT ${TAKEN}`;

/** Organisations of which something is due or to be tried again. */
const WAITING = `SELECT id FROM organisation WHERE id <> ALL ($2)
  AND (EXISTS (SELECT FROM visit WHERE visit.organisation_id = organisation.id AND visit.purge_due_at <= $1
      AND visit.held_due_at IS NULL)
    OR EXISTS (SELECT FROM purge_item item
      WHERE item.organisation_id = organisation.id AND item.batch_id IS NULL AND item.next_attempt_at <= $1))
  ORDER BY id`;

/** One that was cut off: its lease is over. */
const TAKE_OVER = `UPDATE purge_batch SET lease_until = $2
  WHERE id = (SELECT id FROM purge_batch WHERE state = 'pending' AND lease_until <= $1
    ORDER BY started_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING id, organisation_id AS "organisationId",
    ARRAY(SELECT visit_id::text FROM purge_item WHERE batch_id = purge_batch.id) AS "visitIds"`;

/**
 * Takes visits in hand, written down and committed before anything of them goes: no other sweep takes them meanwhile, and
 * what is cut off is found again.
 */
@Injectable()
export class PurgeClaims {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Organisations that have something to forget, besides some. @returns Their ids, in order. */
  async waiting(besides: Iterable<string>): Promise<string[]> {
    const rows = await this.scope.everywhere('forgetting what is due', (tx) =>
      tx.query<{ id: string }[]>(WAITING, [this.clock.now(), [...besides]]),
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Takes the next visits of an organisation, longest overdue first, and after them those that failed before.
   *
   * @param after - How far this sweep has looked: it looks at each visit once.
   * @param most - How many it may take; a batch is smaller where PURGE_BATCH says so.
   */
  async next(organisationId: string, after: Reached | null, most: number): Promise<Found> {
    const size = Math.min(this.config.PURGE_BATCH, most);
    const { dueAt, visitId } = after ?? NOWHERE;
    const batch = this.#begun(organisationId);
    return this.scope.of(
      organisationId,
      async (tx) => {
        const [due] = await tx.query<({ visitIds: string[] } & Reached)[]>(TAKE_DUE, [
          ...batch,
          dueAt,
          visitId,
          size,
        ]);
        if (due !== undefined) {
          return { batch: taken(batch, due.visitIds), reached: due };
        }
        const [again] = await tx.query<{ visitIds: string[] }[]>(TAKE_AGAIN, [...batch, size]);
        const found = taken(batch, again?.visitIds ?? []);
        return { batch: found, reached: found === null ? null : (after ?? NOWHERE) };
      },
      'forgetting what is due',
    );
  }

  /** Takes a batch over that was cut off, the oldest first. @returns Null when there is none. */
  async takeOver(): Promise<TakenBatch | null> {
    const now = this.clock.now();
    return this.scope.everywhere('forgetting what is due', async (tx) => {
      const [[batch]] = await tx.query<[TakenBatch[], number]>(TAKE_OVER, [now, leaseFrom(now)]);
      return batch ?? null;
    });
  }

  /** Leaves a batch to whoever comes next, at once. */
  async letGo({ id, organisationId }: TakenBatch): Promise<void> {
    await this.scope.of(organisationId, (tx) =>
      tx.query('UPDATE purge_batch SET lease_until = $2 WHERE id = $1', [id, this.clock.now()]),
    );
  }

  #begun(organisationId: string): [string, string, Date, Date] {
    const now = this.clock.now();
    return [this.randomness.uuid(), organisationId, now, leaseFrom(now)];
  }
}

const leaseFrom = (now: Date): Date => new Date(now.getTime() + LEASE_MS);

function taken([id, organisationId]: [string, string, ...unknown[]], visitIds: string[]) {
  return visitIds.length === 0 ? null : { id, organisationId, visitIds };
}
