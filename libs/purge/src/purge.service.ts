import { Inject, Injectable } from '@nestjs/common';
import { BookingRow } from '@tapaamo/booking';
import { Clock, localDateOf } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { OrganisationScope } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { KeysMissingError, Vault } from '@tapaamo/vault';
import { EndVisitService, ForgottenLink, Participant, VisitCode, VisitRow } from '@tapaamo/visit';
import { In, LessThanOrEqual, type EntityManager } from 'typeorm';
import { passing } from './passing.js';
import { SweepRecords } from './sweep-records.js';
import { SweepTally } from './sweep-tally.js';

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
 * whatever was missed is caught up. One failure never stops what comes after it.
 */
@Injectable()
export class PurgeService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly vault: Vault,
    private readonly endings: EndVisitService,
    private readonly records: SweepRecords,
    private readonly clock: Clock,
    private readonly logger: Logger,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Forgets every visit that is due, then the keys of past days and what outlived its use. What fails is counted and
   * logged, and stops nothing else; the record of the sweep is finished all the same, so that the failure is seen.
   */
  async sweep(): Promise<SweepResult> {
    if (this.config.PURGE_MODE === 'dry-run') {
      return this.#dryRun();
    }
    const tally = new SweepTally(this.logger);
    const run = this.records.begin();
    await tally.step('purge.run-not-written', () =>
      this.records.write(run, { erased: 0, failed: 0, stepsFailed: 0 }),
    );
    await tally.step('purge.visits-not-closed', () => this.endings.closeOverdue());
    await tally.step('purge.visits-not-forgotten', () => this.#eraseDue(tally));
    await tally.step('purge.keys-not-mended', () => this.#mendKeys(tally));
    await tally.step('purge.days-not-destroyed', () => this.#destroyPastDays(tally));
    for (const [whenItFails, erase] of passing(this.clock.now(), FORGOTTEN_LINK_KEPT)) {
      await tally.step(whenItFails, () => this.#everywhere(erase));
    }
    await this.records.tell(tally);
    const { erased, failed, stepsFailed } = tally;
    const finishedAt = this.clock.now();
    await this.records.write({ ...run, finishedAt }, { erased, failed, stepsFailed });
    if (erased > 0 || failed > 0 || tally.destroyedDays > 0 || tally.lateDays > 0) {
      this.logger.info('purge.swept', { count: erased, failed, late: tally.lateDays });
    }
    return { erased, failed };
  }

  #everywhere<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.scope.everywhere('forgetting what is due', work);
  }

  async #dryRun(): Promise<SweepResult> {
    await this.endings.closeOverdue();
    const count = await this.#everywhere((tx) =>
      tx.countBy(VisitRow, { purgeDueAt: LessThanOrEqual(this.clock.now()) }),
    );
    this.logger.info('purge.dry-run', { count });
    return { erased: 0, failed: 0 };
  }

  /** Tries each visit once: one that fails waits for the next sweep, one that another sweep has in hand is its. */
  async #eraseDue(tally: SweepTally): Promise<void> {
    const left: string[] = [];
    for (
      let due = await this.#dueBesides(left);
      due.length > 0;
      due = await this.#dueBesides(left)
    ) {
      for (const { id: visitId, organisationId } of due) {
        try {
          const erase = (tx: EntityManager) => this.#erase(tx, visitId);
          const told = await this.scope.of(organisationId, erase, 'forgetting what is due');
          if (told !== null) {
            await this.records.caught.forget(told);
            tally.countVisit(organisationId, 'erased');
          } else {
            left.push(visitId);
          }
        } catch (error) {
          if (error instanceof KeysMissingError) {
            // Nothing can be forgotten before its keys are: every other visit would wait for the same answer.
            throw error;
          }
          tally.countVisit(organisationId, 'failed');
          left.push(visitId);
          this.logger.error('purge.visit-failed', { visitId }, error);
        }
      }
    }
  }

  /** Visits that are due, longest overdue first, besides those that this sweep has tried. */
  async #dueBesides(left: string[]): Promise<VisitRow[]> {
    return this.#everywhere((tx) =>
      tx
        .createQueryBuilder(VisitRow, 'visit')
        .where('visit.purge_due_at <= :now', { now: this.clock.now() })
        .andWhere('visit.id <> ALL (:left)', { left })
        .orderBy('visit.purge_due_at')
        .limit(BATCH)
        .getMany(),
    );
  }

  /** Keys without a visit, and keys that are not due when their visit is: what a crash between two databases leaves. */
  async #mendKeys(tally: SweepTally): Promise<void> {
    const { failures, refused, swept, mended } = await this.vault.mendKeys((visitIds) =>
      this.#everywhere(async (tx) => {
        const visits = await tx.find(VisitRow, {
          where: { id: In(visitIds) },
          select: { id: true, purgeDueAt: true },
        });
        return new Map(visits.map(({ id, purgeDueAt }) => [id, purgeDueAt]));
      }),
    );
    for (const error of failures) {
      tally.stepsFailed += 1;
      this.logger.error('purge.key-not-mended', {}, error);
    }
    if (refused > 0) {
      tally.stepsFailed += 1;
      this.logger.error('purge.keys-without-visits', { count: refused });
    }
    if (swept > 0 || mended > 0) {
      this.logger.info('purge.keys-mended', { count: swept + mended });
    }
  }

  async #destroyPastDays(tally: SweepTally): Promise<void> {
    const { failures, destroyed, notEmpty } = await this.vault.destroyPastDays();
    tally.destroyedDays = destroyed;
    tally.lateDays = notEmpty;
    for (const error of failures) {
      tally.stepsFailed += 1;
      this.logger.error('purge.day-key-not-destroyed', {}, error);
    }
  }

  /**
   * Forgets one visit: its key first, for good, then its rows. What is cut off between them stays hidden, and the next
   * sweep finishes it.
   *
   * @returns Ids of its messages that the catcher of development has; null when another sweep has the visit in hand.
   */
  async #erase(tx: EntityManager, visitId: string): Promise<string[] | null> {
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
      return null;
    }
    const told = await this.records.caught.of(tx, visitId);
    await this.vault.forgetVisit(tx, visitId);
    await this.#keepHashes(tx, visit);
    // Everything else of a visit refers to it with ON DELETE CASCADE; test/conventions holds every table to that.
    await tx.delete(BookingRow, { id: visit.bookingId });
    await this.#count(tx, visit.organisationId, localDateOf(visit.purgeDueAt));
    return told;
  }

  /** What people still hold of it, link or code, leads nowhere from now on, and says so. */
  async #keepHashes(tx: EntityManager, { id, organisationId }: VisitRow): Promise<void> {
    const participants = await tx.findBy(Participant, { visitId: id });
    const codes = await tx.findBy(VisitCode, { participantId: In(participants.map((p) => p.id)) });
    const hashes = [
      ...participants.map(({ linkHash }) => linkHash),
      ...codes.map(({ codeHash }) => codeHash),
    ];
    const forgottenOn = localDateOf(this.clock.now());
    const links = hashes
      .filter((linkHash) => linkHash !== null)
      .map((linkHash) => ({ linkHash, organisationId, forgottenOn }));
    if (links.length > 0) {
      // One may be there already, as after a part of the database was restored: that keeps no visit from being forgotten.
      await tx.createQueryBuilder().insert().into(ForgottenLink).values(links).orIgnore().execute();
    }
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
