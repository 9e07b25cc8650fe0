import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock, DeniedOrMissingError } from '@tapaamo/common';
import { comesByLink, type CompanionRole } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import type { EntityManager } from 'typeorm';
import { NO_DELAY } from './door/delay.js';
import { keepFirstMet } from './meeting-node/last-met.js';
import { Participant } from './participant.entity.js';
import { reachedVisit } from './reach/reached-visit.js';
import { VisitChanges } from './visit-changes.js';
import { VisitRow } from './visit.entity.js';
import { ArrivalChangedError, ObserverNotAgreedError, VisitEndedError } from './visit.errors.js';

/** The use case "a professional lets somebody in", one at a time. */
@Injectable()
export class AdmitParticipantService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly changes: VisitChanges,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Lets in somebody who waits. Letting in who is in already changes nothing.
   *
   * @param who.arrivalId - The arrival that the professional saw: verdict and admission are for one browser.
   * @throws DeniedOrMissingError when there is no such person or nobody waits behind that name; VisitEndedError,
   *   ArrivalChangedError; ObserverNotAgreedError (`visit.observer-not-agreed`) for a student without the client's yes
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
      const participant = await atTheDoor(tx, visitId, participantId);
      if (participant.sessionId !== arrivalId) {
        throw new ArrivalChangedError();
      }
      if (participant.role === 'observer' && participant.agreed !== true) {
        throw new ObserverNotAgreedError();
      }
      if (participant.admission === 'waiting') {
        const { now } = options;
        const isThere = participant.connectedNodeId !== null;
        const admitted = {
          admission: 'admitted',
          admittedAt: participant.admittedAt ?? now,
          admittedSessionId: participant.sessionId,
          joinedAt: participant.joinedAt ?? (isThere ? now : null),
        } as const;
        await tx.update(Participant, { id: participantId }, admitted);
        await tx.update(VisitRow, { id: visitId }, NO_DELAY);
        await keepFirstMet(tx, visitId, now);
        await this.changes.announce(tx, { organisationId: actor.organisationId, visitId });
        await this.#tell(tx, actor, visitId, { id: participantId, role: participant.role });
      }
    });
  }

  async #tell(
    tx: EntityManager,
    actor: StaffActor,
    visitId: string,
    { id, role }: { id: string; role: 'client' | CompanionRole },
  ): Promise<void> {
    const whose = {
      ...byStaff(actor),
      target: { kind: 'participant', id },
      visits: [visitId],
    } as const;
    await (role === 'client'
      ? this.audit.append(tx, { ...whose, event: 'visit.client-admitted', details: {} })
      : this.audit.append(tx, { ...whose, event: 'participant.admitted', details: { role } }));
  }
}

/** @throws DeniedOrMissingError when there is no such person or nobody waits behind that name */
async function atTheDoor(
  tx: EntityManager,
  visitId: string,
  id: string,
): Promise<Participant & { role: 'client' | CompanionRole }> {
  const participant = await tx.findOneBy(Participant, { id, visitId });
  if (participant === null || !isGuest(participant)) {
    throw new DeniedOrMissingError();
  }
  if (participant.admission === 'outside' || participant.admission === 'left') {
    throw new DeniedOrMissingError();
  }
  return participant;
}

function isGuest(one: Participant): one is Participant & { role: 'client' | CompanionRole } {
  return comesByLink(one.role);
}
