import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock, DeniedOrMissingError } from '@tapaamo/common';
import { comesByLink, type AdmitRequest, type CompanionRole } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import type { EntityManager } from 'typeorm';
import { NO_DELAY } from './door/delay.js';
import { NOT_ALLOWED } from './identifying/allowed-to-wait.js';
import { DoubtfulAdmissions } from './identifying/doubtful-admissions.js';
import { keepFirstMet } from './meeting-node/last-met.js';
import { Participant } from './participant.entity.js';
import { reachedVisit } from './reach/reached-visit.js';
import { VisitChanges } from './visit-changes.js';
import { VisitRow } from './visit.entity.js';
import { ArrivalChangedError, ObserverNotAgreedError, VisitEndedError } from './visit.errors.js';

/** Somebody who comes by a link. */
type Guest = Participant & { role: 'client' | CompanionRole };

/** The use case "a professional lets somebody in", one at a time. */
@Injectable()
export class AdmitParticipantService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly doubts: DoubtfulAdmissions,
    private readonly changes: VisitChanges,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Lets in somebody who waits. Letting in who is in already changes nothing.
   *
   * @param who.arrivalId - The arrival that the professional saw: verdict and admission are for one browser.
   * @param who.finding - What the door had found of it, as the professional saw it.
   * @param who.reason - Why somebody is let in who was not identified as the booked person.
   * @throws DeniedOrMissingError when there is no such person or nobody waits behind that name; VisitEndedError,
   *   ArrivalChangedError; FindingChangedError (`visit.finding-changed`); ObserverNotAgreedError (`visit.observer-not-agreed`) for a student without the client's yes;
   *   ReasonNeededError (`visit.reason-needed`) for who was not identified as the booked person, without a reason that
   *   can be true of them
   */
  async admit(
    actor: StaffActor,
    visitId: string,
    who: AdmitRequest & { participantId: string },
  ): Promise<void> {
    const { participantId, arrivalId } = who;
    await this.scope.of(actor.organisationId, async (tx) => {
      const options = { now: this.clock.now(), lock: true };
      const { visit, booking } = await reachedVisit(tx, actor, visitId, options);
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
        const doubt = await this.doubts.weigh(tx, booking, participant, who);
        const { now } = options;
        const isThere = participant.connectedNodeId !== null;
        const admitted = {
          admission: 'admitted',
          sentBack: false,
          admittedAt: participant.admittedAt ?? now,
          admittedSessionId: participant.sessionId,
          joinedAt: participant.joinedAt ?? (isThere ? now : null),
          // It has served: the browser that was let in keeps its place without it.
          ...NOT_ALLOWED,
        } as const;
        await tx.update(Participant, { id: participantId }, admitted);
        await tx.update(VisitRow, { id: visitId }, NO_DELAY);
        await keepFirstMet(tx, visitId, now);
        await this.changes.announce(tx, { organisationId: actor.organisationId, visitId });
        if (doubt === null) {
          await this.#tell(tx, actor, participant);
        } else {
          await this.doubts.note(tx, actor, participant, doubt);
        }
      }
    });
  }

  async #tell(tx: EntityManager, actor: StaffActor, { id, visitId, role }: Guest): Promise<void> {
    const whose = {
      ...byStaff(actor),
      target: { kind: 'participant', id },
      visits: [visitId],
    } as const;
    if (role === 'client') {
      await this.audit.append(tx, { ...whose, event: 'visit.client-admitted', details: {} });
    } else {
      await this.audit.append(tx, { ...whose, event: 'participant.admitted', details: { role } });
    }
  }
}

/** @throws DeniedOrMissingError when there is no such person or nobody waits behind that name */
async function atTheDoor(tx: EntityManager, visitId: string, id: string): Promise<Guest> {
  const participant = await tx.findOneBy(Participant, { id, visitId });
  if (participant === null || !isGuest(participant)) {
    throw new DeniedOrMissingError();
  }
  if (participant.admission === 'outside' || participant.admission === 'left') {
    throw new DeniedOrMissingError();
  }
  return participant;
}

function isGuest(one: Participant): one is Guest {
  return comesByLink(one.role);
}
