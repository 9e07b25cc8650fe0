import { Injectable } from '@nestjs/common';
import { Clock, localDateOf } from '@tapaamo/common';
import {
  COUNT_FLOOR,
  MONTHS_SHOWN,
  type DoubtfulAdmissionCounts,
  type UnidentifiedReason,
} from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Service, nameOf } from '@tapaamo/organisation';
import { Any } from 'typeorm';
import { monthsBefore } from './months-before.js';

interface CountRow {
  serviceId: string;
  month: string;
  reason: UnidentifiedReason;
  admissions: number | null;
}

/** How often somebody was let in who was not identified as the booked person, for who answers for it. */
@Injectable()
export class DoubtfulAdmissionOverview {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
  ) {}

  /** Counts of one organisation. A number below the floor does not even leave the database. */
  async read(organisationId: string): Promise<DoubtfulAdmissionCounts> {
    const since = monthsBefore(localDateOf(this.clock.now()), MONTHS_SHOWN - 1);
    return this.scope.of(organisationId, async (tx) => {
      const rows = await tx.query<CountRow[]>(
        `SELECT service_id AS "serviceId", to_char(month, 'YYYY-MM') AS month, reason,
           CASE WHEN admissions >= $3 THEN admissions END AS admissions
         FROM doubtful_admission_count WHERE organisation_id = $1 AND month >= $2
         ORDER BY doubtful_admission_count.month DESC, service_id, reason`,
        [organisationId, since, COUNT_FLOOR],
      );
      const id = Any([...new Set(rows.map(({ serviceId }) => serviceId))]);
      const services = await tx.findBy(Service, { id, organisationId });
      const names = new Map(services.map((service) => [service.id, nameOf(service)]));
      return {
        counts: rows.flatMap((row) => {
          const serviceName = names.get(row.serviceId);
          return serviceName === undefined ? [] : [{ ...row, serviceName }];
        }),
      };
    });
  }
}
