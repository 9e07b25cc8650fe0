import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { bookingTime } from '@tapaamo/booking';
import { Clock } from '@tapaamo/common';
import type { BookingWarning, CheckBookingRequest } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { bookingsDuring } from '../busy/busy-during.js';
import { busyElsewhere } from '../external/busy-elsewhere.js';
import type { Span } from '../spans/spans.js';
import { keptHours } from '../working-hours/working-hours.service.js';
import { warningsOf } from './warnings-of.js';

/** What a professional is told before a time is booked: what is in its way, and what is not but speaks against it. */
@Injectable()
export class BookingChecks {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
  ) {}

  /** @throws The errors of `bookingTime` */
  async check(
    { organisationId, professionalId }: StaffActor,
    wish: CheckBookingRequest,
  ): Promise<BookingWarning[]> {
    const time = bookingTime(wish, this.clock.now());
    return this.scope.of(organisationId, async (tx) => {
      const taken = await bookingsDuring(tx, professionalId, time);
      const warnings = warningsOf(time, await keptHours(tx, professionalId));
      const elsewhere = await busyElsewhere(tx, professionalId, time);
      return [
        ...taken.filter(({ id }) => id !== wish.movedBookingId).map(takenBy),
        ...warnings,
        ...(elsewhere.length === 0 ? [] : [{ kind: 'busy-elsewhere' } as const]),
      ];
    });
  }
}

function takenBy({ startsAt, endsAt }: Span): BookingWarning {
  return { kind: 'taken', startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}
