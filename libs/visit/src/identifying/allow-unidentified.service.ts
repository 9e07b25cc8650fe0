import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock, DeniedOrMissingError } from '@tapaamo/common';
import { levelFor, type AllowUnidentifiedRequest } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { IsNull } from 'typeorm';
import { Participant } from '../participant.entity.js';
import { reachedVisit } from '../reach/reached-visit.js';
import { VisitChanges } from '../visit-changes.js';
import { VisitEndedError } from '../visit.errors.js';
import { NOT_ALLOWED } from './allowed-to-wait.js';

/** The use case "they may wait without identification": an outage that only the client's own browser sees keeps nobody out. */
@Injectable()
export class AllowUnidentifiedService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly changes: VisitChanges,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Lets somebody wait who must identify, in the first browser that does, or takes that back: who waits already keeps their
   * place. It is a right to wait alone; letting them in still needs a reason, and whoever may do that may let them wait. As it
   * is already, nothing changes; taken back and given anew it is for another browser.
   *
   * @throws DeniedOrMissingError, also for letting somebody wait who need not identify; VisitEndedError
   */
  async set(
    actor: StaffActor,
    { visitId, participantId, allowed }: AllowUnidentifiedRequest & Record<Whose, string>,
  ): Promise<void> {
    const { organisationId } = actor;
    await this.scope.of(organisationId, async (tx) => {
      const options = { now: this.clock.now(), lock: true };
      const { visit, booking } = await reachedVisit(tx, actor, visitId, options);
      if (visit.endedAt !== null) {
        throw new VisitEndedError();
      }
      const whose = { id: participantId, visitId, removedAt: IsNull() };
      const participant = await tx.findOneBy(Participant, whose);
      if (participant === null) {
        throw new DeniedOrMissingError();
      }
      if (allowed && levelFor(participant.role, booking) !== 'required') {
        throw new DeniedOrMissingError();
      }
      if (participant.unidentifiedAllowed === allowed) {
        return;
      }
      const change = { ...NOT_ALLOWED, unidentifiedAllowed: allowed };
      await tx.update(Participant, { id: participantId }, change);
      await this.changes.announce(tx, { organisationId, visitId });
      await this.audit.append(tx, {
        ...byStaff(actor),
        event: allowed ? 'participant.unidentified-allowed' : 'participant.unidentified-withdrawn',
        target: { kind: 'participant', id: participantId },
        visits: [visitId],
        details: {},
      });
    });
  }
}

type Whose = 'visitId' | 'participantId';
