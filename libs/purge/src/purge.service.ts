import { Inject, Injectable } from '@nestjs/common';
import { BookingRow } from '@tapaamo/booking';
import { Clock, Randomness, localDateOf } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { Logger } from '@tapaamo/logging';
import { Vault } from '@tapaamo/vault';
import { EndVisitService, ForgottenLink, Participant, VisitRow } from '@tapaamo/visit';
import { DataSource, LessThanOrEqual, type EntityManager } from 'typeorm';
import { PurgeRun } from './purge-run.entity.js';
import { erasePassing } from './erase-passing.js';

/** Visits looked at in one round; the sweep goes on until a round finds nothing new. */
const BATCH = 200;

/** How long a forgotten link can still answer when it was forgotten. */
export const FORGOTTEN_LINK_KEPT = 'P12M';

/** What a sweep did. */
export interface SweepResult {
  erased: number;
  failed: number;
}

/**
 * Forgets what is due. It looks for state ("due and not done"), so nothing depends on a run at the right moment, and
 * whatever was missed is caught up. One visit's failure never stops another's.
 */
@Injectable()
export class PurgeService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly vault: Vault,
    private readonly endings: EndVisitService,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly logger: Logger,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Forgets every visit that is due, then the keys of past days and what outlived its use. What fails is counted and
   * logged, and stops nothing else.
   */
  async sweep(): Promise<SweepResult> {
    const manager = this.dataSource.manager;
    await this.endings.closeOverdue();
    if (this.config.PURGE_MODE === 'dry-run') {
      const due = await manager.countBy(VisitRow, {
        purgeDueAt: LessThanOrEqual(this.clock.now()),
      });
      this.logger.info('purge.dry-run', { count: due });
      return { erased: 0, failed: 0 };
    }
    const id = this.randomness.uuid();
    const run = { id, startedAt: this.clock.now(), finishedAt: null, erased: 0, failed: 0 };
    await manager.insert(PurgeRun, run);
    const visits = await this.#eraseDue();
    const days = await this.#destroyPastDays(manager);
    await erasePassing(manager, this.clock.now(), FORGOTTEN_LINK_KEPT);
    const result = { erased: visits.erased, failed: visits.failed + days.failed };
    await manager.update(PurgeRun, { id }, { finishedAt: this.clock.now(), ...result });
    if (result.erased > 0 || result.failed > 0 || days.destroyed > 0 || days.notEmpty > 0) {
      this.logger.info('purge.swept', {
        count: result.erased,
        failed: result.failed,
        late: days.notEmpty,
      });
    }
    return result;
  }

  /** Tries each visit once: one that fails waits for the next sweep, one that another sweep has in hand is its. */
  async #eraseDue(): Promise<SweepResult> {
    const left: string[] = [];
    let erased = 0;
    let failed = 0;
    for (
      let due = await this.#dueBesides(left);
      due.length > 0;
      due = await this.#dueBesides(left)
    ) {
      for (const visitId of due) {
        try {
          if (await this.dataSource.transaction((tx) => this.#erase(tx, visitId))) {
            erased += 1;
          } else {
            left.push(visitId);
          }
        } catch (error) {
          failed += 1;
          left.push(visitId);
          this.logger.error('purge.visit-failed', { visitId }, error);
        }
      }
    }
    return { erased, failed };
  }

  /** Ids of visits that are due, longest overdue first, besides those that this sweep has tried. */
  async #dueBesides(left: string[]): Promise<string[]> {
    const rows = await this.dataSource.manager
      .createQueryBuilder(VisitRow, 'visit')
      .select('visit.id', 'id')
      .where('visit.purge_due_at <= :now', { now: this.clock.now() })
      .andWhere('visit.id <> ALL (:left)', { left })
      .orderBy('visit.purge_due_at')
      .limit(BATCH)
      .getRawMany<{ id: string }>();
    return rows.map((row) => row.id);
  }

  async #destroyPastDays(
    manager: EntityManager,
  ): Promise<{ destroyed: number; notEmpty: number; failed: number }> {
    const { failures, ...days } = await this.vault.destroyPastDays(manager);
    for (const error of failures) {
      this.logger.error('purge.day-key-not-destroyed', {}, error);
    }
    return { ...days, failed: failures.length };
  }

  /** Forgets one visit: its key first, then its rows. @returns False when another sweep has it in hand. */
  async #erase(tx: EntityManager, visitId: string): Promise<boolean> {
    const visit = await tx
      .createQueryBuilder(VisitRow, 'visit')
      .where('visit.id = :visitId AND visit.purge_due_at <= :now', {
        visitId,
        now: this.clock.now(),
      })
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getOne();
    if (visit === null) {
      return false;
    }
    await this.vault.forgetVisit(tx, visitId);
    const participants = await tx.findBy(Participant, { visitId });
    const forgottenOn = localDateOf(this.clock.now());
    for (const { linkHash } of participants) {
      if (linkHash !== null) {
        await tx.insert(ForgottenLink, { linkHash, forgottenOn });
      }
    }
    // Everything else of a visit refers to it with ON DELETE CASCADE; test/conventions holds every table to that.
    await tx.delete(BookingRow, { id: visit.bookingId });
    await this.#count(tx, visit.organisationId, localDateOf(visit.purgeDueAt));
    return true;
  }

  async #count(tx: EntityManager, organisationId: string, dueDay: string): Promise<void> {
    const erasedHour = new Date(Math.floor(this.clock.nowMs() / 3_600_000) * 3_600_000);
    await tx.query(
      `INSERT INTO purge_count (organisation_id, due_day, erased_hour, erased) VALUES ($1, $2, $3, 1)
       ON CONFLICT (organisation_id, due_day, erased_hour) DO UPDATE SET erased = purge_count.erased + 1`,
      [organisationId, dueDay, erasedHour],
    );
  }
}
