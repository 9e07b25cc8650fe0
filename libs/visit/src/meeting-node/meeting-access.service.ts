import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock } from '@tapaamo/common';
import type { MeetingAccess } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { NewParticipants } from '../booking-a-visit/new-participants.js';
import { reachedVisit } from '../reach/reached-visit.js';
import { VisitEndedError } from '../visit.errors.js';
import { WayToMeeting } from './way-to-meeting.js';

/** Gives the staff the way to their visit's meeting node. */
@Injectable()
export class MeetingAccessService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly way: WayToMeeting,
    private readonly participants: NewParticipants,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @param asked.sessionId - The session that the professional is signed in with: the seat ends when it does.
   * @param asked.nodeSilent - The node of the answer before does not answer them.
   * @throws DeniedOrMissingError, VisitEndedError, NoMeetingNodeError
   */
  async forProfessional(
    actor: StaffActor,
    visitId: string,
    asked: { sessionId: string; nodeSilent: boolean },
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
      const access = await this.way.give(tx, visit, own, asked);
      await this.audit.append(tx, {
        ...byStaff(actor),
        event: 'visit.meeting-access-given',
        target: { kind: 'visit', id: visitId },
        details: {},
      });
      return access;
    });
  }
}
