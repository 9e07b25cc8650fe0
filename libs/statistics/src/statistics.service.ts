import { Injectable } from '@nestjs/common';
import { localDateOf } from '@tapaamo/common';
import type { EntityManager } from 'typeorm';

/** Counts visits without naming any. */
@Injectable()
export class StatisticsService {
  /** Counts one visit in the month of its booked start (Europe/Helsinki), in the transaction that ends it. */
  async countVisit(
    tx: EntityManager,
    visit: {
      organisationId: string;
      serviceId: string;
      startsAt: Date;
      outcome: 'fulfilled' | 'cancelled' | 'noshow';
    },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO visit_count (organisation_id, service_id, month, outcome, visits) VALUES ($1, $2, $3, $4, 1)
       ON CONFLICT (organisation_id, service_id, month, outcome) DO UPDATE SET visits = visit_count.visits + 1`,
      [
        visit.organisationId,
        visit.serviceId,
        `${localDateOf(visit.startsAt).slice(0, 7)}-01`,
        visit.outcome,
      ],
    );
  }
}
