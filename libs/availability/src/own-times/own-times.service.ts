import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import type { BusyQuery } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { requireFewDays } from '../busy/busy-during.js';
import { busyElsewhere } from '../external/busy-elsewhere.js';
import { wholeDays } from '../spans/local-spans.js';
import { keptHours } from '../working-hours/working-hours.service.js';
import { timesOfDays, type DrawnDays } from './times-of-days.js';

/** What a professional's own calendar draws behind their visits. */
@Injectable()
export class OwnTimes {
  constructor(private readonly scope: OrganisationScope) {}

  /** @throws RequestInvalidError */
  async of(
    { organisationId, professionalId }: Pick<StaffActor, 'organisationId' | 'professionalId'>,
    query: BusyQuery,
  ): Promise<DrawnDays> {
    requireFewDays(query);
    const whole = wholeDays(query.from, query.to);
    return this.scope.of(organisationId, async (tx) => {
      const { work, times } = timesOfDays(await keptHours(tx, professionalId), whole);
      const elsewhere = await busyElsewhere(tx, professionalId, whole);
      return {
        work,
        times: [
          ...times,
          ...elsewhere.map((span) => ({ kind: 'busy-elsewhere' as const, ...span })),
        ],
      };
    });
  }
}
