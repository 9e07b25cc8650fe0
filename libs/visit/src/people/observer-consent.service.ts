import { Injectable } from '@nestjs/common';
import type { DoorActor } from '@tapaamo/access';
import { AuditLog } from '@tapaamo/audit';
import { BookingRow } from '@tapaamo/booking';
import { Clock, DeniedOrMissingError } from '@tapaamo/common';
import { isAskedForClient, type AnswerObserverRequest } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { IdentificationService } from '@tapaamo/identification';
import { IsNull, type EntityManager } from 'typeorm';
import { lockVisit } from '../lock-visit.js';
import { Participant } from '../participant.entity.js';
import { VisitChanges } from '../visit-changes.js';
import { VisitEndedError } from '../visit.errors.js';
import { ObserverAnswer } from './observer-answer.entity.js';
import { settleObservers } from './settle-observers.js';

/** The use case "the client's side says whether a student may follow the visit". */
@Injectable()
export class ObserverConsent {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly identifications: IdentificationService,
    private readonly changes: VisitChanges,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps somebody's own answer, the last of theirs. What follows of everybody's is `consentOf`: a no puts a student who was
   * let in out at once.
   *
   * @throws DeniedOrMissingError for who is not asked, is neither waiting nor let in, or may be somebody else;
   *   VisitEndedError
   */
  async answer(actor: DoorActor, { participantId, agreed }: AnswerObserverRequest): Promise<void> {
    const { organisationId, visitId } = actor;
    await this.scope.of(organisationId, async (tx) => {
      await this.#requireAsked(tx, actor);
      const whose = { id: participantId, visitId, role: 'observer', removedAt: IsNull() } as const;
      if (!(await tx.existsBy(Participant, whose))) {
        throw new DeniedOrMissingError();
      }
      await tx.upsert(
        ObserverAnswer,
        {
          observerId: participantId,
          participantId: actor.participantId,
          organisationId,
          visitId,
          agreed,
          answeredAt: this.clock.now(),
        },
        ['observerId', 'participantId'],
      );
      await settleObservers(tx, visitId);
      await this.changes.announce(tx, actor);
      await this.audit.append(tx, {
        organisationId,
        actor: { kind: 'client', id: actor.participantId },
        event: agreed ? 'observer.agreed' : 'observer.refused',
        target: { kind: 'participant', id: participantId },
        visits: [visitId],
        details: {},
      });
    });
  }

  /**
   * Who answers stands at the door with this very session, and is who was booked: identified as that person, or let in by
   * the professional. A link alone says nothing for the client.
   */
  async #requireAsked(tx: EntityManager, actor: DoorActor): Promise<void> {
    const { visitId, participantId, sessionId } = actor;
    // Locked, so that nobody lets a student in between.
    const visit = await lockVisit(tx, visitId);
    if (visit === null || visit.endedAt !== null || visit.purgeDueAt <= this.clock.now()) {
      throw new VisitEndedError();
    }
    const { clientIsMinor } = await tx.findOneByOrFail(BookingRow, { id: visit.bookingId });
    const own = await tx.findOneBy(Participant, { id: participantId, visitId, sessionId });
    if (own === null || !isAskedForClient(own.role, clientIsMinor)) {
      throw new DeniedOrMissingError();
    }
    const isSure =
      own.admission === 'admitted' ||
      (own.admission === 'waiting' &&
        (await this.identifications.isSamePerson(tx, visitId, sessionId)));
    if (!isSure) {
      throw new DeniedOrMissingError();
    }
  }
}
