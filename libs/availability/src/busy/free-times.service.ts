import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { lastBookableStart } from '@tapaamo/booking';
import { Clock, instantOfLocal } from '@tapaamo/common';
import type { FreeTimesQuery } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { OrganisationService } from '@tapaamo/organisation';
import { Colleagues } from '@tapaamo/professional';
import { holidayOn } from '../holidays/holidays.js';
import { daysBetween, wholeDays } from '../spans/local-spans.js';
import { gapsIn, type Span } from '../spans/spans.js';
import { hoursOn, type KeptHours } from '../working-hours/hours-of-day.js';
import { keptHours } from '../working-hours/working-hours.service.js';
import { busyDuring, requireFewDays, requireMeetsClients } from './busy-during.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Clocks in Finland go back from four to three (EU directive 2000/84/EC). */
const REPEATED_HOUR = '03:00';

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
   * From the next minute on, as far ahead as can be booked. Of who keeps no hours every time counts but holidays. Bookings are
   * made by local time, and an hour that comes twice means its first pass: the second is nobody's free time.
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
      const whole = this.#bookable(wholeDays(from, to), minutes);
      const busy = [
        ...(await busyDuring(tx, professionalId, whole, hours)),
        ...holidaysWithoutHours(hours, from, to),
        ...daysBetween(from, to).flatMap(secondPass),
      ];
      const free = gapsIn(whole, busy).filter(
        ({ startsAt, endsAt }) => endsAt.getTime() - startsAt.getTime() >= minutes * MINUTE_MS,
      );
      const isKept = hours?.weekdays.some((spans) => spans.length > 0) === true;
      return { durationMinutes: minutes, keepsHours: isKept, free };
    });
  }

  /** Visits begin at whole minutes, and no later than they can be booked. */
  #bookable({ startsAt, endsAt }: Span, minutes: number): Span {
    const now = this.clock.now();
    const next = new Date(Math.ceil(now.getTime() / MINUTE_MS) * MINUTE_MS);
    const last = new Date(lastBookableStart(now).getTime() + minutes * MINUTE_MS);
    return { startsAt: startsAt < next ? next : startsAt, endsAt: endsAt > last ? last : endsAt };
  }
}

/** Days on which offices are closed, and of which somebody has said nothing. */
function holidaysWithoutHours(hours: KeptHours, from: string, to: string): Span[] {
  return daysBetween(from, to)
    .filter((date) => hoursOn(hours, date) === null && holidayOn(date)?.eve === false)
    .map((date) => wholeDays(date, date));
}

/** The hour that comes again when summer time ends, in the night of that day. */
function secondPass(date: string): Span[] {
  const { startsAt, endsAt } = wholeDays(date, date);
  const first = instantOfLocal(date, REPEATED_HOUR);
  if (first === null || endsAt.getTime() - startsAt.getTime() <= DAY_MS) {
    return [];
  }
  const again = first.getTime() + HOUR_MS;
  return [{ startsAt: new Date(again), endsAt: new Date(again + HOUR_MS) }];
}
