import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tapaamo/audit';
import { Clock, Randomness } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import type { EntityManager } from 'typeorm';
import type { Blocked } from './batch/blocked.js';
import { PurgeRun } from './purge-run.entity.js';
import type { SweepTally } from './sweep-tally.js';

/** A sweep that has not finished after so long, in milliseconds, was cut off. */
const LONGEST_RUN_MS = 3_600_000;

/** Runs that were cut off are finished by the next, as failed as they are. */
const FINISH_CUT_OFF = `UPDATE purge_run SET finished_at = $1, failed = failed + 1, steps_failed = steps_failed + 1
  WHERE finished_at IS NULL AND started_at <= $2 RETURNING id`;

/** Batches of which nothing waits any more: taken away as their organisation is told, so that it is told once. */
const TAKE_DONE = `WITH done AS (DELETE FROM purge_batch WHERE organisation_id = $1 AND state = 'done' RETURNING erased, failed)
  SELECT coalesce(sum(erased), 0)::integer AS erased, coalesce(sum(failed), 0)::integer AS failed FROM done`;

/** A sweep that has begun. */
export type BegunRun = Pick<PurgeRun, 'id' | 'startedAt'>;

/** What is left after a sweep. */
export interface Left {
  /** Visits that are due and still there. */
  remaining: number;
  /** Of these, how many wait for another attempt, by why the last one failed. */
  blocked: { reason: Blocked; count: number }[];
}

/** Writes down what sweeps did: for the installation, and for each organisation in its audit log. */
@Injectable()
export class SweepRecords {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** Writes a sweep down before its work. It goes on whether that succeeds or not. */
  async begin(tally: SweepTally): Promise<BegunRun> {
    const run = { id: this.randomness.uuid(), startedAt: this.clock.now() };
    const nothing = {
      erased: 0,
      failed: 0,
      stepsFailed: 0,
      remaining: 0,
      capReached: false,
      keysRefused: 0,
    };
    await tally.step('purge.run-not-written', () =>
      this.#everywhere((tx) => tx.insert(PurgeRun, { ...run, ...nothing, finishedAt: null })),
    );
    return run;
  }

  /** Finishes the records of sweeps that were cut off. @returns How many there were. */
  async finishCutOff(): Promise<number> {
    const now = this.clock.now();
    const [, count] = await this.#everywhere((tx) =>
      tx.query<[unknown[], number]>(FINISH_CUT_OFF, [
        now,
        new Date(now.getTime() - LONGEST_RUN_MS),
      ]),
    );
    return count;
  }

  /** Counts what is left. */
  async left(): Promise<Left> {
    return this.#everywhere(async (tx) => {
      const [due] = await tx.query<{ count: number }[]>(
        'SELECT count(*)::integer AS count FROM visit WHERE purge_due_at <= $1 AND held_due_at IS NULL',
        [this.clock.now()],
      );
      const blocked = await tx.query<Left['blocked']>(
        `SELECT blocked AS reason, count(*)::integer AS count FROM purge_item
         WHERE batch_id IS NULL GROUP BY blocked`,
      );
      return { remaining: due?.count ?? 0, blocked };
    });
  }

  /** Finishes the record of a sweep. What it erased stands there already, counted with each batch. */
  async finish(run: BegunRun, tally: SweepTally, remaining: number): Promise<void> {
    const { erased, failed, stepsFailed, capReached, keysRefused } = tally;
    const finishedAt = this.clock.now();
    const end = { finishedAt, failed, stepsFailed, remaining, capReached, keysRefused };
    await this.#everywhere(async (tx) => {
      const { affected } = await tx.update(PurgeRun, { id: run.id }, end);
      if (affected === 0) {
        await tx.insert(PurgeRun, { ...run, ...end, erased });
      }
    });
  }

  /**
   * Tells each organisation how many of its visits were forgotten, and how many could not be at their first attempt: once,
   * also of batches whose sweep was cut off before it told.
   */
  async tell(tally: SweepTally): Promise<void> {
    const organisations = await this.#everywhere((tx) =>
      tx.query<{ id: string }[]>(
        `SELECT DISTINCT organisation_id AS id FROM purge_batch WHERE state = 'done'`,
      ),
    );
    for (const { id } of organisations) {
      await tally.step('purge.sweep-not-told', () =>
        this.scope.of(id, (tx) => this.#tellOne(tx, id)),
      );
    }
  }

  async #tellOne(tx: EntityManager, organisationId: string): Promise<void> {
    const [details] = await tx.query<{ erased: number; failed: number }[]>(TAKE_DONE, [
      organisationId,
    ]);
    if (details !== undefined && details.erased + details.failed > 0) {
      const actor = { kind: 'system' } as const;
      await this.audit.append(tx, { organisationId, actor, event: 'forgetting.swept', details });
    }
  }

  #everywhere<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.scope.everywhere('forgetting what is due', work);
  }
}
