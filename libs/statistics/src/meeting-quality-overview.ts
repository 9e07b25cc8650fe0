import { Injectable } from '@nestjs/common';
import { Clock, localDateOf } from '@tapaamo/common';
import {
  COUNT_FLOOR,
  MONTHS_SHOWN,
  type MeetingQuality,
  type MeetingQualityCounts,
} from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Service, nameOf } from '@tapaamo/organisation';
import { Any } from 'typeorm';
import { monthsBefore } from './months-before.js';

interface CountRow {
  serviceId: string;
  month: string;
  quality: MeetingQuality;
  answers: number | null;
}

/** How meetings went technically, as people said after them, for who answers for it. */
@Injectable()
export class MeetingQualityOverview {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts of one organisation, of months that are over: nobody sees a number grow by the answer of who has just left. A
   * number below the floor does not even leave the database.
   */
  async read(organisationId: string): Promise<MeetingQualityCounts> {
    const today = localDateOf(this.clock.now());
    const [since, until] = [monthsBefore(today, MONTHS_SHOWN - 1), monthsBefore(today, 0)];
    return this.scope.of(organisationId, async (tx) => {
      const rows = await tx.query<CountRow[]>(
        `SELECT service_id AS "serviceId", to_char(month, 'YYYY-MM') AS month, quality,
           CASE WHEN answers >= $4 THEN answers END AS answers
         FROM meeting_quality_count WHERE organisation_id = $1 AND month >= $2 AND month < $3
         ORDER BY meeting_quality_count.month DESC, service_id,
           array_position(ARRAY['good', 'fair', 'poor'], quality)`,
        [organisationId, since, until, COUNT_FLOOR],
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
