import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock, DeniedOrMissingError } from '@tapaamo/common';
import { OrganisationScope } from '@tapaamo/database';
import { NO_DELAY } from './door/delay.js';
import { keepFirstMet } from './meeting-node/last-met.js';
import { Participant } from './participant.entity.js';
import { reachedVisit } from './reach/reached-visit.js';
import { VisitChanges } from './visit-changes.js';
import { VisitRow } from './visit.entity.js';
import { ArrivalChangedError, VisitEndedError } from './visit.errors.js';

/** The use case "a professional lets a client in". */
@Injectable()
export class AdmitClientService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly changes: VisitChanges,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Lets a waiting client in. Letting in who is in already changes nothing.
   *
   * @param who.arrivalId - The arrival that the professional saw: verdict and admission are for one browser.
   * @throws DeniedOrMissingError when there is no such client or nobody waits behind that name; VisitEndedError,
   *   ArrivalChangedError
   */
  async admit(
    actor: StaffActor,
    visitId: string,
    who: { participantId: string; arrivalId: string },
  ): Promise<void> {
    const { participantId, arrivalId } = who;
    await this.scope.of(actor.organisationId, async (tx) => {
      const options = { now: this.clock.now(), lock: true };
      const { visit } = await reachedVisit(tx, actor, visitId, options);
      if (visit.endedAt !== null) {
        throw new VisitEndedError();
      }
      const participant = await tx.findOneBy(Participant, {
        id: participantId,
        visitId,
        role: 'client',
      });
      if (
        participant === null ||
        participant.admission === 'outside' ||
        participant.admission === 'left'
      ) {
        throw new DeniedOrMissingError();
      }
      if (participant.sessionId !== arrivalId) {
        throw new ArrivalChangedError();
      }
      if (participant.admission === 'waiting') {
        const { now } = options;
        const isThere = participant.connectedNodeId !== null;
        const admitted = {
          admission: 'admitted',
          admittedAt: participant.admittedAt ?? now,
          joinedAt: participant.joinedAt ?? (isThere ? now : null),
        } as const;
        await tx.update(Participant, { id: participantId }, admitted);
        await keepFirstMet(tx, visitId, now);
        await tx.update(VisitRow, { id: visitId }, NO_DELAY);
        await this.changes.announce(tx, { organisationId: actor.organisationId, visitId });
        await this.audit.append(tx, {
          ...byStaff(actor),
          event: 'visit.client-admitted',
          target: { kind: 'participant', id: participantId },
          visits: [visitId],
          details: {},
        });
      }
    });
  }
}
