import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { BookingRepository, movedTime, type BookingRow } from '@tapaamo/booking';
import { Clock, TZDATA_VERSION } from '@tapaamo/common';
import type { MoveVisitRequest, VisitRelation } from '@tapaamo/contracts';
import { IdentificationService } from '@tapaamo/identification';
import { RetentionPolicy, purgeDueAt, relationshipReviewAt } from '@tapaamo/retention';
import { Vault } from '@tapaamo/vault';
import { Not, type EntityManager } from 'typeorm';
import { NO_DELAY } from '../door/delay.js';
import { DoorSessionRow } from '../door/door-session.entity.js';
import { doorClosesAt } from '../door/door-opens-at.js';
import { NOT_HERE } from '../never-came.js';
import { Participant } from '../participant.entity.js';
import { withdrawAnswers } from '../people/withdraw-answers.js';
import { VisitMessages } from '../telling/visit-messages.js';
import { VisitChanges } from '../visit-changes.js';
import { VisitRow } from '../visit.entity.js';
import { changeableVisit } from './changeable-visit.js';

/** The use case "a visit gets another time", or another length. */
@Injectable()
export class MoveVisitService {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly messages: VisitMessages,
    private readonly identifications: IdentificationService,
    private readonly vault: Vault,
    private readonly changes: VisitChanges,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Moves a visit and tells its people, who keep their links. What it is now changes nothing and tells nobody.
   *
   * @param tx - A transaction of the caller's, in which the booking is also read for the answer.
   * @returns By what the actor reached it: a stand-in may have moved it out of their days.
   * @throws The errors of `changeableVisit` and `movedTime`; BookingOverlapError (`booking.overlap`)
   */
  async move(
    tx: EntityManager,
    actor: StaffActor,
    visitId: string,
    request: MoveVisitRequest,
  ): Promise<VisitRelation> {
    const now = this.clock.now();
    const { version } = request;
    const { visit, booking, relation } = await changeableVisit(tx, actor, visitId, {
      now,
      version,
    });
    const time = movedTime(request, booking, now);
    const stays = time.startsAt.getTime() === booking.startsAt.getTime();
    if (stays && time.endsAt.getTime() === booking.endsAt.getTime()) {
      return relation;
    }
    const moved = await this.bookings.move(tx, booking, time);
    await this.#moveForgetting(tx, visit, time.endsAt);
    await tx.update(DoorSessionRow, { visitId }, { expiresAt: doorClosesAt(time.endsAt) });
    if (!stays) {
      await this.#startAnew(tx, visitId, moved);
    }
    await this.changes.announce(tx, { organisationId: visit.organisationId, visitId });
    const target = { kind: 'visit', id: visitId } as const;
    await this.audit.append(tx, {
      ...byStaff(actor),
      event: 'booking.changed',
      target,
      details: {},
    });
    return relation;
  }

  /** The key moves with the due instant: when it cannot, the visit stays where it is. */
  async #moveForgetting(tx: EntityManager, visit: VisitRow, scheduledEnd: Date): Promise<void> {
    const policy = await tx.findOneByOrFail(RetentionPolicy, { id: visit.retentionPolicyId });
    const { relationshipEndedAt } = visit;
    const end = { scheduledEnd, actualEnd: null, relationshipEndedAt };
    const dueAt = purgeDueAt(policy, end);
    await this.vault.moveVisit(tx, visit.id, dueAt);
    const due = {
      purgeDueAt: dueAt,
      purgeTzdata: TZDATA_VERSION,
      relationshipReviewAt: relationshipReviewAt(policy.reviewPeriod, end),
    };
    await tx.update(VisitRow, { id: visit.id }, due);
  }

  /** Who waits for the earlier time has not come for this one, identifies anew when it comes, and is told of it. */
  async #startAnew(tx: EntityManager, visitId: string, booking: BookingRow): Promise<void> {
    await tx.update(Participant, { visitId, role: Not('professional') }, NOT_HERE);
    await tx.update(VisitRow, { id: visitId }, NO_DELAY);
    await withdrawAnswers(tx, visitId);
    await this.identifications.forget(tx, { visitId });
    await this.messages.tellMoved(tx, visitId, booking);
  }
}
