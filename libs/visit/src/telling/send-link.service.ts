import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock } from '@tapaamo/common';
import type { EntityManager } from 'typeorm';
import { doorOpensAt } from '../door/door-opens-at.js';
import { DoorNotOpenYetError } from '../door/door.errors.js';
import { VisitChanges } from '../visit-changes.js';
import { linkedParticipant } from './linked-participant.js';
import { VisitMessages } from './visit-messages.js';

/** The use cases "a participant gets their link again" and "is called in now". */
@Injectable()
export class SendLinkService {
  constructor(
    private readonly messages: VisitMessages,
    private readonly changes: VisitChanges,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends the link that a participant has. A lost link comes back this way only: nobody gets one from the public web.
   *
   * @param tx - In the actor's organisation.
   * @throws The errors of `linkedParticipant`; NoWayToSendError; TooManyMessagesError
   */
  async resend(
    tx: EntityManager,
    actor: StaffActor,
    who: { visitId: string; participantId: string },
  ): Promise<void> {
    const { booking, participant } = await linkedParticipant(tx, actor, who, this.clock.now());
    await this.messages.requireWay(tx, participant);
    await this.messages.requireFew(tx, participant.id);
    await this.messages.inviteAgain(tx, booking, participant);
    await this.#tell(tx, actor, who, 'link.resent');
  }

  /**
   * Tells a participant that the professional is ready for them.
   *
   * @param tx - In the actor's organisation.
   * @throws The errors of `linkedParticipant`; NoWayToSendError; TooManyMessagesError; DoorNotOpenYetError (`door.not-open-yet`) as long as
   *   they could not come in
   */
  async callIn(
    tx: EntityManager,
    actor: StaffActor,
    who: { visitId: string; participantId: string },
  ): Promise<void> {
    const now = this.clock.now();
    const { booking, participant } = await linkedParticipant(tx, actor, who, now);
    if (now < doorOpensAt(booking.startsAt)) {
      throw new DoorNotOpenYetError();
    }
    await this.messages.requireWay(tx, participant);
    await this.messages.requireFew(tx, participant.id);
    await this.messages.callIn(tx, booking, participant);
    await this.#tell(tx, actor, who, 'client.called-in');
  }

  async #tell(
    tx: EntityManager,
    actor: StaffActor,
    { visitId, participantId }: { visitId: string; participantId: string },
    event: 'link.resent' | 'client.called-in',
  ): Promise<void> {
    await this.changes.announce(tx, { organisationId: actor.organisationId, visitId });
    await this.audit.append(tx, {
      ...byStaff(actor),
      event,
      target: { kind: 'participant', id: participantId },
      visits: [visitId],
      details: {},
    });
  }
}
