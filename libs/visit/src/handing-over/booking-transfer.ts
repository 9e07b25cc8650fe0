import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { BookingRepository, type BookingRow } from '@tapaamo/booking';
import { Clock } from '@tapaamo/common';
import { StaffChanges } from '@tapaamo/professional';
import type { EntityManager } from 'typeorm';
import { NewParticipants } from '../booking-a-visit/new-participants.js';
import { BookingShare } from '../reach/booking-share.entity.js';
import { reach } from '../reach/reach.js';
import { VisitChanges } from '../visit-changes.js';
import type { VisitRow } from '../visit.entity.js';

/** Gives a visit another professional, whoever decided it. */
@Injectable()
export class BookingTransfer {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly participants: NewParticipants,
    private readonly changes: VisitChanges,
    private readonly staffChanges: StaffChanges,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @param visit - Locked by the transaction.
   * @param toId - A colleague who meets clients. Giving a visit to whose it is already changes nothing.
   * @throws BookingOverlapError (`booking.overlap`): decided by the database
   */
  async transfer(
    tx: EntityManager,
    actor: StaffActor,
    { visit, booking }: { visit: VisitRow; booking: BookingRow },
    toId: string,
  ): Promise<void> {
    const { organisationId, id: visitId } = visit;
    const fromId = booking.professionalId;
    if (fromId === toId) {
      return;
    }
    const before = await this.#accounts(tx, visit);
    await this.bookings.handOver(tx, booking.id, toId);
    await tx.delete(BookingShare, { visitId, professionalId: toId });
    await this.participants.ensureProfessional(tx, { organisationId, visitId }, toId);
    await this.changes.announce(tx, { organisationId, visitId });
    const after = await this.#accounts(tx, visit);
    for (const professionalId of before.filter((one) => !after.includes(one))) {
      // Their pages read everything anew, and find the visit gone.
      await this.staffChanges.announce(tx, { organisationId, professionalId });
    }
    await this.audit.append(tx, {
      ...byStaff(actor),
      event: 'booking.handed-over',
      target: { kind: 'visit', id: visitId },
      details: { fromId, toId },
    });
  }

  async #accounts(tx: EntityManager, { id, organisationId }: VisitRow): Promise<string[]> {
    const present = { organisationId, now: this.clock.now() };
    const found = await reach(tx, present, { visitIds: [id] });
    return found.map(({ professionalId }) => professionalId);
  }
}
