import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { Clock, localDateOf } from '@tapaamo/common';
import type { BusyQuery } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Colleagues } from '@tapaamo/professional';
import { wholeDays } from '../spans/local-spans.js';
import type { Span } from '../spans/spans.js';
import { keptHours } from '../working-hours/working-hours.service.js';
import { busyDuring, requireFewDays, requireMeetsClients } from './busy-during.js';

/** When colleagues have no time, without a word of why. */
@Injectable()
export class ColleaguesBusyTimes {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly colleagues: Colleagues,
    private readonly clock: Clock,
  ) {}

  /**
   * When a colleague has no time from today on: spans that were put together, so that nothing tells a visit from another
   * calendar's event or from free time.
   *
   * @throws DeniedOrMissingError for whom the organisation's staff cannot give visits to; RequestInvalidError
   */
  async of(
    { organisationId }: Pick<StaffActor, 'organisationId'>,
    colleagueId: string,
    { from, to }: BusyQuery,
  ): Promise<Span[]> {
    requireFewDays({ from, to });
    const today = localDateOf(this.clock.now());
    return this.scope.of(organisationId, async (tx) => {
      await requireMeetsClients(this.colleagues, tx, organisationId, colleagueId);
      if (to < today) {
        return [];
      }
      const whole = wholeDays(from < today ? today : from, to);
      return busyDuring(tx, colleagueId, whole, await keptHours(tx, colleagueId));
    });
  }
}
