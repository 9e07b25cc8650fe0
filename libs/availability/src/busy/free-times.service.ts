import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { Clock, addDays } from '@tapaamo/common';
import type { FreeTimesQuery } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { OrganisationService } from '@tapaamo/organisation';
import { Colleagues } from '@tapaamo/professional';
import { holidayOn } from '../holidays/holidays.js';
import { wholeDays } from '../spans/local-spans.js';
import { gapsIn, type Span } from '../spans/spans.js';
import { hoursOn, type KeptHours } from '../working-hours/hours-of-day.js';
import { keptHours } from '../working-hours/working-hours.service.js';
import { busyDuring, requireFewDays, requireMeetsClients } from './busy-during.js';

const MINUTE_MS = 60_000;

/** When somebody has time for a visit. */
export interface FoundFreeTimes {
  durationMinutes: number;
  /** Whether they keep working hours here. */
  keepsHours: boolean;
  free: Span[];
}

/** When a professional has time for a visit of a service: within their hours, and busy with nothing else. */
@Injectable()
export class FreeTimes {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly colleagues: Colleagues,
    private readonly organisations: OrganisationService,
    private readonly clock: Clock,
  ) {}

  /**
   * From the next minute on. Of who keeps no hours every time counts but holidays.
   *
   * @throws DeniedOrMissingError for a service that cannot be booked, and for who meets no clients; StatementMissingError;
   *   RequestInvalidError
   */
  async of(
    { organisationId }: Pick<StaffActor, 'organisationId'>,
    professionalId: string,
    { from, to, serviceId, durationMinutes }: FreeTimesQuery,
  ): Promise<FoundFreeTimes> {
    requireFewDays({ from, to });
    return this.scope.of(organisationId, async (tx) => {
      await requireMeetsClients(this.colleagues, tx, organisationId, professionalId);
      const { service } = await this.organisations.bookableService(tx, organisationId, serviceId);
      const minutes = durationMinutes ?? service.durationMinutes;
      const hours = await keptHours(tx, professionalId);
      const whole = this.#ahead(wholeDays(from, to));
      const busy = [
        ...(await busyDuring(tx, professionalId, whole)),
        ...holidaysWithoutHours(hours, from, to),
      ];
      const free = gapsIn(whole, busy).filter(
        ({ startsAt, endsAt }) => endsAt.getTime() - startsAt.getTime() >= minutes * MINUTE_MS,
      );
      const isKept = hours?.weekdays.some((spans) => spans.length > 0) === true;
      return { durationMinutes: minutes, keepsHours: isKept, free };
    });
  }

  /** Visits begin at whole minutes. */
  #ahead({ startsAt, endsAt }: Span): Span {
    const next = new Date(Math.ceil(this.clock.nowMs() / MINUTE_MS) * MINUTE_MS);
    return { startsAt: startsAt < next ? next : startsAt, endsAt };
  }
}

/** Days on which offices are closed, and of which somebody has said nothing. */
function holidaysWithoutHours(hours: KeptHours, from: string, to: string): Span[] {
  const days: Span[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (hoursOn(hours, date) === null && holidayOn(date)?.eve === false) {
      days.push(wholeDays(date, date));
    }
  }
  return days;
}
