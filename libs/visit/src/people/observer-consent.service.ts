import { Injectable } from '@nestjs/common';
import type { DoorActor } from '@tapaamo/access';
import { AuditLog } from '@tapaamo/audit';
import { BookingRow } from '@tapaamo/booking';
import { Clock, DeniedOrMissingError } from '@tapaamo/common';
import { answersForClient, type AnswerObserverRequest } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { IsNull, type EntityManager } from 'typeorm';
import { Participant } from '../participant.entity.js';
import { VisitChanges } from '../visit-changes.js';
import { VisitRow } from '../visit.entity.js';
import { VisitEndedError } from '../visit.errors.js';

/** The use case "the client says whether a student may follow the visit". */
@Injectable()
export class ObserverConsent {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly changes: VisitChanges,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps an answer. A no, the first or later, puts a student who was let in out at once. The last answer counts.
   *
   * @throws DeniedOrMissingError for who is not asked, or is neither waiting nor let in; VisitEndedError
   */
  async answer(actor: DoorActor, { participantId, agreed }: AnswerObserverRequest): Promise<void> {
    const { organisationId, visitId } = actor;
    await this.scope.of(organisationId, async (tx) => {
      await this.#requireAsked(tx, actor);
      const whose = { id: participantId, visitId, role: 'observer', removedAt: IsNull() } as const;
      const answeredAt = this.clock.now();
      if (!agreed) {
        await tx.update(Participant, { ...whose, admission: 'admitted' }, { admission: 'waiting' });
      }
      const { affected } = await tx.update(Participant, whose, { agreed, answeredAt });
      if (affected !== 1) {
        throw new DeniedOrMissingError();
      }
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

  /** Who answers stands at the door with this very session: a link alone says nothing for the client. */
  async #requireAsked(tx: EntityManager, actor: DoorActor): Promise<void> {
    const { visitId, participantId, sessionId } = actor;
    // Locked, so that nobody lets a student in between.
    const visit = await tx.findOne(VisitRow, {
      where: { id: visitId },
      lock: { mode: 'pessimistic_write' },
    });
    if (visit === null || visit.endedAt !== null || visit.purgeDueAt <= this.clock.now()) {
      throw new VisitEndedError();
    }
    const { clientIsMinor } = await tx.findOneByOrFail(BookingRow, { id: visit.bookingId });
    const own = await tx.findOneBy(Participant, { id: participantId, visitId, sessionId });
    const isHere = own?.admission === 'waiting' || own?.admission === 'admitted';
    if (own === null || !isHere || !answersForClient(own.role, clientIsMinor)) {
      throw new DeniedOrMissingError();
    }
  }
}
