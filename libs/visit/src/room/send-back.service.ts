import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock, DeniedOrMissingError } from '@tapaamo/common';
import { comesByLink } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { IsNull } from 'typeorm';
import { keepLastMet } from '../meeting-node/last-met.js';
import { Participant } from '../participant.entity.js';
import { reachedVisit } from '../reach/reached-visit.js';
import { VisitChanges } from '../visit-changes.js';
import { NotInMeetingError, VisitEndedError } from '../visit.errors.js';

/** The use case "a professional sends somebody back to the waiting room". */
@Injectable()
export class SendBackService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly changes: VisitChanges,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Somebody who was let in waits again, until they are let in anew. Who waits already goes on waiting.
   *
   * @throws DeniedOrMissingError when there is no such person; VisitEndedError; NotInMeetingError (`visit.not-in-meeting`)
   */
  async sendBack(actor: StaffActor, visitId: string, participantId: string): Promise<void> {
    const { organisationId } = actor;
    const now = this.clock.now();
    await this.scope.of(organisationId, async (tx) => {
      const { visit } = await reachedVisit(tx, actor, visitId, { now, lock: true });
      if (visit.endedAt !== null) {
        throw new VisitEndedError();
      }
      const who = await tx.findOneBy(Participant, {
        id: participantId,
        visitId,
        removedAt: IsNull(),
      });
      if (who === null || !comesByLink(who.role)) {
        throw new DeniedOrMissingError();
      }
      if (who.admission === 'waiting') {
        return;
      }
      if (who.admission !== 'admitted') {
        throw new NotInMeetingError();
      }
      await keepLastMet(tx, visitId, now);
      const waits = { admission: 'waiting', waitingSince: now, sentBack: true } as const;
      await tx.update(Participant, { id: participantId }, waits);
      await this.changes.announce(tx, { organisationId, visitId });
      await this.audit.append(tx, {
        ...byStaff(actor),
        event: 'participant.sent-back',
        target: { kind: 'participant', id: participantId },
        visits: [visitId],
        details: { role: who.role },
      });
    });
  }
}
