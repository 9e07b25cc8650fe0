import { Injectable } from '@nestjs/common';
import { Clock, localDateOf } from '@tapaamo/common';
import {
  COUNT_FLOOR,
  type MeetingQuality,
  type Outcome,
  type UnidentifiedReason,
} from '@tapaamo/contracts';
import { Counter } from 'prom-client';
import type { EntityManager } from 'typeorm';
import { monthsBefore } from './months-before.js';

/** Where a visit is counted. */
interface CountedVisit {
  organisationId: string;
  serviceId: string;
  startsAt: Date;
}

/**
 * For monitoring: of all organisations, services and reasons together. Whoever reads it sees when it grows: with a reason
 * beside it, it would tell of one visit of a small organisation that its client is a child.
 */
const doubtful = new Counter({
  name: 'tapaamo_doubtful_admissions_total',
  help: 'People who were let in though they were not identified as the booked person.',
});

/** Counts visits without naming any. */
@Injectable()
export class StatisticsService {
  constructor(private readonly clock: Clock) {}

  /** Counts one visit in the month of its booked start (Europe/Helsinki), in the transaction that ends it. */
  async countVisit(tx: EntityManager, visit: CountedVisit & { outcome: Outcome }): Promise<void> {
    await tx.query(
      `INSERT INTO visit_count (organisation_id, service_id, month, outcome, visits) VALUES ($1, $2, $3, $4, 1)
       ON CONFLICT (organisation_id, service_id, month, outcome) DO UPDATE SET visits = visit_count.visits + 1`,
      [...placeOf(visit), visit.outcome],
    );
    await this.#coarsen(tx, visit.organisationId);
  }

  /**
   * Counts somebody who was let in though they were not identified as the booked person, in the transaction that lets
   * them in: what is done often tells more of a service than of any person.
   */
  async countDoubtfulAdmission(
    tx: EntityManager,
    visit: CountedVisit & { reason: UnidentifiedReason },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO doubtful_admission_count (organisation_id, service_id, month, reason, admissions)
       VALUES ($1, $2, $3, $4, 1)
       ON CONFLICT (organisation_id, service_id, month, reason)
       DO UPDATE SET admissions = doubtful_admission_count.admissions + 1`,
      [...placeOf(visit), visit.reason],
    );
    doubtful.inc();
  }

  /** Counts how somebody says that a meeting went, in the transaction that notes that they have said it. */
  async countQuality(
    tx: EntityManager,
    visit: CountedVisit & { quality: MeetingQuality },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO meeting_quality_count (organisation_id, service_id, month, quality, answers)
       VALUES ($1, $2, $3, $4, 1)
       ON CONFLICT (organisation_id, service_id, month, quality)
       DO UPDATE SET answers = meeting_quality_count.answers + 1`,
      [...placeOf(visit), visit.quality],
    );
  }

  /**
   * Of a month that is over a number below the floor is kept as "at least one": it was exact only to be counted on. The
   * month before is left alone, for who is let in around midnight.
   */
  async #coarsen(tx: EntityManager, organisationId: string): Promise<void> {
    const lastExact = monthsBefore(localDateOf(this.clock.now()), 1);
    await tx.query(
      `UPDATE doubtful_admission_count SET admissions = 1
       WHERE organisation_id = $1 AND month < $2 AND admissions > 1 AND admissions < $3`,
      [organisationId, lastExact, COUNT_FLOOR],
    );
    await tx.query(
      `UPDATE meeting_quality_count SET answers = 1
       WHERE organisation_id = $1 AND month < $2 AND answers > 1 AND answers < $3`,
      [organisationId, lastExact, COUNT_FLOOR],
    );
  }

  /** Counts a visit under another outcome than before, in the transaction that corrects it. */
  async recountVisit(
    tx: EntityManager,
    { organisationId, serviceId, startsAt }: CountedVisit,
    { before, after }: { before: Outcome; after: Outcome },
  ): Promise<void> {
    const visit = { organisationId, serviceId, startsAt };
    const [, taken] = await tx.query<[unknown, number]>(
      `UPDATE visit_count SET visits = visits - 1
       WHERE organisation_id = $1 AND service_id = $2 AND month = $3 AND outcome = $4 AND visits > 0`,
      [...placeOf(visit), before],
    );
    // One that was never counted, in counters of an older copy, is counted no more than before.
    if (taken === 1) {
      await this.countVisit(tx, { ...visit, outcome: after });
    }
  }
}

function placeOf({ organisationId, serviceId, startsAt }: CountedVisit): string[] {
  return [organisationId, serviceId, `${localDateOf(startsAt).slice(0, 7)}-01`];
}
