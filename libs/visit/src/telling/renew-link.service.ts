import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock } from '@tapaamo/common';
import type { EntityManager } from 'typeorm';
import { Participant } from '../participant.entity.js';
import { PutOut } from '../people/put-out.js';
import { VisitChanges } from '../visit-changes.js';
import { linkedParticipant } from './linked-participant.js';
import { ParticipantLinks } from './participant-links.js';
import { VisitMessages } from './visit-messages.js';

/** The use case "a participant gets another link, because the earlier one is in wrong hands". */
@Injectable()
export class RenewLinkService {
  constructor(
    private readonly putOut: PutOut,
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
    const now = this.clock.now();
    const { booking, participant } = await linkedParticipant(tx, actor, who, now);
    await this.putOut.put(tx, booking, participant);
    await this.links.renew(tx, participant);
    await this.messages.withdraw(tx, who);
    const renewed = await tx.findOneByOrFail(Participant, { id: who.participantId });
    await this.messages.invite(tx, booking, renewed);
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
}
