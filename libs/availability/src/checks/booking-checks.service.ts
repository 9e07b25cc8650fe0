import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { bookingTime } from '@tapaamo/booking';
import { Clock } from '@tapaamo/common';
import type { BookingWarning, CheckBookingRequest } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { busyElsewhere } from '../external/busy-elsewhere.js';
import { keptHours } from '../working-hours/working-hours.service.js';
import { warningsOf } from './warnings-of.js';

/** What a professional is told before a time is booked. None of it keeps anybody from booking. */
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
      const warnings = warningsOf(time, await keptHours(tx, professionalId));
      const elsewhere = await busyElsewhere(tx, professionalId, time);
      return elsewhere.length === 0 ? warnings : [...warnings, { kind: 'busy-elsewhere' }];
    });
  }
}
