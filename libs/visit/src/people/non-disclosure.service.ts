import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { BookingRow } from '@tapaamo/booking';
import { Clock, DeniedOrMissingError } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { reachedVisit } from '../reach/reached-visit.js';
import { VisitChanges } from '../visit-changes.js';

/** The use case "contact data is for who booked alone, or not any more". */
@Injectable()
export class NonDisclosureService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly changes: VisitChanges,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Withholds contact data from everybody but who booked, or took it over, or ends that. As it is already, nothing changes.
   *
   * @throws DeniedOrMissingError, also for whom the visit is only shared with, and for who ends it and did not book
   */
  async set(actor: StaffActor, visitId: string, nonDisclosure: boolean): Promise<void> {
    const { organisationId, professionalId } = actor;
    await this.scope.of(organisationId, async (tx) => {
      const options = { now: this.clock.now(), lock: true, toDecide: true };
      const { booking } = await reachedVisit(tx, actor, visitId, options);
      if (!nonDisclosure && booking.bookedBy !== professionalId) {
        throw new DeniedOrMissingError();
      }
      if (booking.nonDisclosure === nonDisclosure) {
        return;
      }
      await tx.update(BookingRow, { id: booking.id }, { nonDisclosure });
      await this.changes.announce(tx, { organisationId, visitId });
      await this.audit.append(tx, {
        ...byStaff(actor),
        event: nonDisclosure ? 'booking.non-disclosure-set' : 'booking.non-disclosure-ended',
        target: { kind: 'visit', id: visitId },
        details: {},
      });
    });
  }
}
