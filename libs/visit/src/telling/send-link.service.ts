import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import type { BookingRow } from '@tapaamo/booking';
import { Clock, DeniedOrMissingError } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import type { EntityManager } from 'typeorm';
import { DoorSessionRow } from '../door/door-session.entity.js';
import { DoorNotOpenYetError } from '../door/door.errors.js';
import { doorOpensAt } from '../door/door-opens-at.js';
import { keepLastMet } from '../meeting-node/last-met.js';
import { Participant } from '../participant.entity.js';
import { reachedVisit } from '../reach/reached-visit.js';
import { VisitChanges } from '../visit-changes.js';
import { VisitEndedError } from '../visit.errors.js';
import { ParticipantLinks } from './participant-links.js';
import { VisitMessages } from './visit-messages.js';

/** The use cases "a participant gets their link again", "gets another one" and "is called in now". */
@Injectable()
export class SendLinkService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly messages: VisitMessages,
    private readonly links: ParticipantLinks,
    private readonly changes: VisitChanges,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends the link that a participant has. A lost link comes back this way only: nobody gets one from the public web.
   *
   * @throws DeniedOrMissingError, also for a participant without a link; VisitEndedError
   */
  async resend(actor: StaffActor, visitId: string, participantId: string): Promise<void> {
    await this.scope.of(actor.organisationId, async (tx) => {
      const { booking, participant } = await this.#linked(tx, actor, visitId, participantId);
      await this.messages.inviteAgain(tx, booking, participant);
      await this.#tell(tx, actor, participant, 'link.resent');
    });
  }

  /**
   * Makes another link and sends it. The earlier one leads nowhere, and whoever came by it is outside.
   *
   * @throws DeniedOrMissingError, also for a participant without a link; VisitEndedError
   */
  async renew(actor: StaffActor, visitId: string, participantId: string): Promise<void> {
    await this.scope.of(actor.organisationId, async (tx) => {
      const { booking, participant } = await this.#linked(tx, actor, visitId, participantId);
      await keepLastMet(tx, visitId, this.clock.now());
      await this.links.renew(tx, participant);
      await tx.delete(DoorSessionRow, { participantId });
      await tx.update(
        Participant,
        { id: participantId },
        { admission: 'outside', sessionId: null, connectedNodeId: null },
      );
      await this.messages.withdraw(tx, visitId);
      const renewed = await tx.findOneByOrFail(Participant, { id: participantId });
      await this.messages.invite(tx, booking, renewed);
      await this.#tell(tx, actor, participant, 'link.renewed');
    });
  }

  /**
   * Tells a participant that the professional is ready for them.
   *
   * @throws DeniedOrMissingError, also for a participant without a link; VisitEndedError; DoorNotOpenYetError
   *   (`door.not-open-yet`) as long as they could not come in
   */
  async callIn(actor: StaffActor, visitId: string, participantId: string): Promise<void> {
    await this.scope.of(actor.organisationId, async (tx) => {
      const { booking, participant } = await this.#linked(tx, actor, visitId, participantId);
      if (this.clock.now() < doorOpensAt(booking.startsAt)) {
        throw new DoorNotOpenYetError();
      }
      await this.messages.callIn(tx, booking, participant);
      await this.#tell(tx, actor, participant, 'client.called-in');
    });
  }

  async #linked(
    tx: EntityManager,
    actor: StaffActor,
    visitId: string,
    participantId: string,
  ): Promise<{ booking: BookingRow; participant: Participant }> {
    const options = { now: this.clock.now(), lock: true };
    const { visit, booking } = await reachedVisit(tx, actor, visitId, options);
    if (visit.endedAt !== null) {
      throw new VisitEndedError();
    }
    const participant = await tx.findOneBy(Participant, { id: participantId, visitId });
    if (participant === null || participant.envelope === null) {
      throw new DeniedOrMissingError();
    }
    return { booking, participant };
  }

  async #tell(
    tx: EntityManager,
    actor: StaffActor,
    { id, organisationId, visitId }: Participant,
    event: 'link.resent' | 'link.renewed' | 'client.called-in',
  ): Promise<void> {
    await this.changes.announce(tx, { organisationId, visitId });
    await this.audit.append(tx, {
      ...byStaff(actor),
      event,
      target: { kind: 'participant', id },
      visits: [visitId],
      details: {},
    });
  }
}
