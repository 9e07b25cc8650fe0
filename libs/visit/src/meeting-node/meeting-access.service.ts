import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock } from '@tapaamo/common';
import type { MeetingAccess } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import type { EntityManager } from 'typeorm';
import { NewParticipants } from '../booking-a-visit/new-participants.js';
import type { Participant } from '../participant.entity.js';
import { reachedVisit } from '../reach/reached-visit.js';
import { VisitChanges } from '../visit-changes.js';
import { VisitEndedError } from '../visit.errors.js';
import { VisitRow } from '../visit.entity.js';
import { MediaNodes } from './media-nodes.js';
import { MeetingTokens } from './meeting-tokens.js';

/** Gives a participant the way to their visit's meeting node. */
@Injectable()
export class MeetingAccessService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly nodes: MediaNodes,
    private readonly tokens: MeetingTokens,
    private readonly participants: NewParticipants,
    private readonly changes: VisitChanges,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @param sessionId - The session that the professional is signed in with: the seat ends when it does.
   * @throws DeniedOrMissingError, VisitEndedError, NoMeetingNodeError
   */
  async forProfessional(
    actor: StaffActor,
    visitId: string,
    sessionId: string,
  ): Promise<MeetingAccess> {
    return this.scope.of(actor.organisationId, async (tx) => {
      const { organisationId, professionalId } = actor;
      const options = { now: this.clock.now(), lock: true };
      const { visit } = await reachedVisit(tx, actor, visitId, options);
      if (visit.endedAt !== null) {
        throw new VisitEndedError();
      }
      const place = { organisationId, visitId };
      const own = await this.participants.ensureProfessional(tx, place, professionalId);
      const access = await this.give(tx, visit, own, sessionId);
      await this.audit.append(tx, {
        ...byStaff(actor),
        event: 'visit.meeting-access-given',
        target: { kind: 'visit', id: visitId },
        details: {},
      });
      return access;
    });
  }

  /**
   * @param visit - Locked by the caller's transaction, so that two participants do not choose two nodes.
   * @throws VisitEndedError, NoMeetingNodeError
   */
  async give(
    tx: EntityManager,
    visit: VisitRow,
    participant: Participant,
    sessionId: string,
  ): Promise<MeetingAccess> {
    if (visit.endedAt !== null) {
      throw new VisitEndedError();
    }
    const { organisationId } = visit;
    const node = await this.nodes.place(tx, visit);
    if (visit.mediaNodeId !== null && visit.mediaNodeId !== node.id) {
      // Whoever still sits on the old node hears it and follows.
      await this.changes.announce(tx, { organisationId, visitId: visit.id });
    }
    const participantId = participant.id;
    const token = await this.tokens.sign({
      organisationId,
      visitId: visit.id,
      participantId,
      sessionId,
      role: participant.role,
    });
    return { nodeUrl: node.url, token, participantId };
  }
}
