import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { CannotMeetClientsError, Colleagues, StaffChanges } from '@tapaamo/professional';
import type { EntityManager } from 'typeorm';
import { BookingShare } from '../reach/booking-share.entity.js';
import { reachedVisit } from '../reach/reached-visit.js';
import { VisitChanges } from '../visit-changes.js';
import { VisitEndedError } from '../visit.errors.js';

/** The use cases "a visit is shared with a colleague" and "is shared no more". */
@Injectable()
export class ShareVisitService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly colleagues: Colleagues,
    private readonly changes: VisitChanges,
    private readonly staffChanges: StaffChanges,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Shares a visit. Sharing what is shared already changes nothing.
   *
   * @throws DeniedOrMissingError, also for whom it is only shared with; VisitEndedError; CannotMeetClientsError, also for
   *   its own professional, and for the actor: what a lead or a stand-in reaches does not outlive their tie
   */
  async share(actor: StaffActor, visitId: string, professionalId: string): Promise<void> {
    const { organisationId } = actor;
    const now = this.clock.now();
    await this.scope.of(organisationId, async (tx) => {
      const options = { now, lock: true, toDecide: true };
      const { visit, booking } = await reachedVisit(tx, actor, visitId, options);
      if (visit.endedAt !== null) {
        throw new VisitEndedError();
      }
      await this.colleagues.require(tx, organisationId, professionalId);
      if ([booking.professionalId, actor.professionalId].includes(professionalId)) {
        throw new CannotMeetClientsError();
      }
      if (!(await tx.existsBy(BookingShare, { visitId, professionalId }))) {
        const share = { visitId, professionalId, organisationId, createdAt: now };
        await tx.insert(BookingShare, share);
        await this.#tell(tx, actor, 'booking.shared', { visitId, withId: professionalId });
      }
    });
  }

  /**
   * Ends a share at once, in the middle of a call too. Ending what is not shared changes nothing.
   *
   * @throws DeniedOrMissingError, also for whom it is only shared with
   */
  async end(actor: StaffActor, visitId: string, professionalId: string): Promise<void> {
    const { organisationId } = actor;
    await this.scope.of(organisationId, async (tx) => {
      const options = { now: this.clock.now(), lock: true, toDecide: true };
      await reachedVisit(tx, actor, visitId, options);
      const { affected } = await tx.delete(BookingShare, { visitId, professionalId });
      if (affected === 1) {
        await this.#tell(tx, actor, 'booking.share-ended', { visitId, withId: professionalId });
        // Their pages read everything anew, and find the visit gone.
        await this.staffChanges.announce(tx, { organisationId, professionalId });
      }
    });
  }

  async #tell(
    tx: EntityManager,
    actor: StaffActor,
    event: 'booking.shared' | 'booking.share-ended',
    { visitId, withId }: { visitId: string; withId: string },
  ): Promise<void> {
    const { organisationId } = actor;
    await this.changes.announce(tx, { organisationId, visitId });
    const target = { kind: 'visit', id: visitId } as const;
    await this.audit.append(tx, { ...byStaff(actor), event, target, details: { withId } });
  }
}
