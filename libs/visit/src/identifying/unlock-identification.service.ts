import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock, DeniedOrMissingError } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { IdentificationService } from '@tapaamo/identification';
import { IsNull } from 'typeorm';
import { Participant } from '../participant.entity.js';
import { reachedVisit } from '../reach/reached-visit.js';
import { VisitChanges } from '../visit-changes.js';

/** The use case "they may try to identify again". */
@Injectable()
export class UnlockIdentificationService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly identifications: IdentificationService,
    private readonly changes: VisitChanges,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Lets a link identify again that had failed too often in a row. One that is not locked stays as it is.
   *
   * @throws DeniedOrMissingError, also for whom the visit is only shared with
   */
  async unlock(actor: StaffActor, visitId: string, participantId: string): Promise<void> {
    const { organisationId } = actor;
    await this.scope.of(organisationId, async (tx) => {
      await reachedVisit(tx, actor, visitId, { now: this.clock.now(), lock: true, toDecide: true });
      const whose = { id: participantId, visitId, removedAt: IsNull() };
      if (!(await tx.existsBy(Participant, whose))) {
        throw new DeniedOrMissingError();
      }
      if (await this.identifications.unlock(tx, participantId)) {
        await this.changes.announce(tx, { organisationId, visitId });
        await this.audit.append(tx, {
          ...byStaff(actor),
          event: 'participant.identification-unlocked',
          target: { kind: 'participant', id: participantId },
          visits: [visitId],
          details: {},
        });
      }
    });
  }
}
