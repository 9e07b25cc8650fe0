import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { BookingRepository } from '@tapaamo/booking';
import { Clock } from '@tapaamo/common';
import { IdentificationService } from '@tapaamo/identification';
import type { EntityManager } from 'typeorm';
import { DoorSessionRow } from '../door/door-session.entity.js';
import { keepLastMet, lastMet } from '../meeting-node/last-met.js';
import { Participant } from '../participant.entity.js';
import { VisitChanges } from '../visit-changes.js';
import { linkedParticipant, type LinkedParticipant } from './linked-participant.js';
import { ParticipantLinks } from './participant-links.js';
import { VisitMessages } from './visit-messages.js';

/** Everything that somebody at the door leaves behind. */
const NEVER_CAME = {
  admission: 'outside',
  sessionId: null,
  connectedNodeId: null,
  arrivedAt: null,
  admittedAt: null,
  joinedAt: null,
  deviceCamera: null,
  deviceMicrophone: null,
} as const;

/** The use case "a participant gets another link, because the earlier one is in wrong hands". */
@Injectable()
export class RenewLinkService {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly identifications: IdentificationService,
    private readonly messages: VisitMessages,
    private readonly links: ParticipantLinks,
    private readonly changes: VisitChanges,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes another link and sends it. The earlier one leads nowhere, and whoever came by it is outside as if they had never
   * been there. That is never too often: it ends what is in wrong hands.
   *
   * @param tx - In the actor's organisation.
   * @throws The errors of `linkedParticipant`
   */
  async renew(
    tx: EntityManager,
    actor: StaffActor,
    who: { visitId: string; participantId: string },
  ): Promise<void> {
    const linked = await linkedParticipant(tx, actor, who, this.clock.now());
    await this.#putOut(tx, linked);
    await this.links.renew(tx, linked.participant);
    await this.messages.withdraw(tx, who);
    const renewed = await tx.findOneByOrFail(Participant, { id: who.participantId });
    await this.messages.invite(tx, linked.booking, renewed);
    const { organisationId } = actor;
    await this.changes.announce(tx, { organisationId, visitId: who.visitId });
    await this.audit.append(tx, {
      ...byStaff(actor),
      event: 'link.renewed',
      target: { kind: 'participant', id: who.participantId },
      visits: [who.visitId],
      details: {},
    });
  }

  async #putOut(tx: EntityManager, { booking, participant }: LinkedParticipant): Promise<void> {
    const { id: participantId, visitId } = participant;
    const now = this.clock.now();
    await keepLastMet(tx, visitId, now);
    await tx.delete(DoorSessionRow, { participantId });
    await this.identifications.forget(tx, { visitId, participantId });
    await tx.update(Participant, { id: participantId }, NEVER_CAME);
    if ((await lastMet(tx, visitId, now)) === null) {
      await this.bookings.transition(tx, booking, 'booked');
    }
  }
}
