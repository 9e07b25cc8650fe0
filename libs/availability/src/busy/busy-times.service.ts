import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { BookingRow } from '@tapaamo/booking';
import {
  Clock,
  DeniedOrMissingError,
  RequestInvalidError,
  addDays,
  localDateOf,
} from '@tapaamo/common';
import { BUSY_DAYS_MAX, type BusyQuery } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { CannotMeetClientsError, Colleagues } from '@tapaamo/professional';
import { In, LessThan, MoreThan, type EntityManager } from 'typeorm';
import { busyElsewhere } from '../external/busy-elsewhere.js';
import { wholeDays } from '../spans/local-spans.js';
import { clipped, gapsIn, type Span } from '../spans/spans.js';
import { workingSpans } from '../working-hours/hours-of-day.js';
import { keptHours } from '../working-hours/working-hours.service.js';

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
    if (to < from || to > addDays(from, BUSY_DAYS_MAX - 1)) {
      throw new RequestInvalidError([{ field: 'to', code: 'field.invalid' }]);
    }
    const today = localDateOf(this.clock.now());
    return this.scope.of(organisationId, async (tx) => {
      await this.#require(tx, organisationId, colleagueId);
      return to < today
        ? []
        : busyDuring(tx, colleagueId, wholeDays(from < today ? today : from, to));
    });
  }

  async #require(tx: EntityManager, organisationId: string, id: string): Promise<void> {
    try {
      await this.colleagues.require(tx, organisationId, id);
    } catch (error) {
      throw error instanceof CannotMeetClientsError ? new DeniedOrMissingError() : error;
    }
  }
}

async function busyDuring(tx: EntityManager, professionalId: string, whole: Span): Promise<Span[]> {
  const booked = await tx.find(BookingRow, {
    select: { startsAt: true, endsAt: true },
    where: {
      professionalId,
      status: In(['booked', 'arrived']),
      startsAt: LessThan(whole.endsAt),
      endsAt: MoreThan(whole.startsAt),
    },
  });
  const free = gapsIn(whole, workingSpans(await keptHours(tx, professionalId), whole));
  return clipped(whole, [...booked, ...free, ...(await busyElsewhere(tx, professionalId, whole))]);
}
