import { Injectable } from '@nestjs/common';
import { localDateOf } from '@tapaamo/common';
import type { Outcome } from '@tapaamo/contracts';
import type { EntityManager } from 'typeorm';

/** Where a visit is counted. */
interface CountedVisit {
  organisationId: string;
  serviceId: string;
  startsAt: Date;
}

/** Counts visits without naming any. */
@Injectable()
export class StatisticsService {
  /** Counts one visit in the month of its booked start (Europe/Helsinki), in the transaction that ends it. */
  async countVisit(tx: EntityManager, visit: CountedVisit & { outcome: Outcome }): Promise<void> {
    await tx.query(
      `INSERT INTO visit_count (organisation_id, service_id, month, outcome, visits) VALUES ($1, $2, $3, $4, 1)
       ON CONFLICT (organisation_id, service_id, month, outcome) DO UPDATE SET visits = visit_count.visits + 1`,
      [...placeOf(visit), visit.outcome],
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
