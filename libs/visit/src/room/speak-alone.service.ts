import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { Clock, DeniedOrMissingError } from '@tapaamo/common';
import { comesByLink, isHeard } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { IsNull, type EntityManager } from 'typeorm';
import { NewParticipants } from '../booking-a-visit/new-participants.js';
import { keepFirstMet, keepLastMet } from '../meeting-node/last-met.js';
import { Participant } from '../participant.entity.js';
import { reachedVisit } from '../reach/reached-visit.js';
import { VisitChanges } from '../visit-changes.js';
import { AloneByAnotherError, NotInMeetingError, VisitEndedError } from '../visit.errors.js';
import { VisitRow } from '../visit.entity.js';
import { NOT_ALONE, mayEndAlone, type Alone } from './alone.js';
import { beginnerWithoutLineMs } from './beginner.js';

/** The use case "a professional speaks with one person alone": all others wait until everybody is brought back. */
@Injectable()
export class SpeakAloneService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly participants: NewParticipants,
    private readonly changes: VisitChanges,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Speaks alone with somebody who came by a link and was let in; with another than before, too.
   *
   * @throws DeniedOrMissingError when there is no such person; VisitEndedError; NotInMeetingError (`visit.not-in-meeting`);
   *   AloneByAnotherError (`visit.alone-by-another`)
   */
  async begin(actor: StaffActor, visitId: string, participantId: string): Promise<void> {
    await this.scope.of(actor.organisationId, async (tx) => {
      const { own, visit } = await this.#own(tx, actor, visitId);
      const where = { id: participantId, visitId, removedAt: IsNull() };
      const who = await tx.findOneBy(Participant, where);
      if (who === null || !comesByLink(who.role) || !isHeard(who.role)) {
        throw new DeniedOrMissingError();
      }
      if (who.admission !== 'admitted') {
        throw new NotInMeetingError();
      }
      if (visit.aloneWith !== participantId || visit.aloneBy !== own.id) {
        await this.#set(tx, visit, { aloneWith: participantId, aloneBy: own.id });
        await this.audit.append(tx, {
          ...byStaff(actor),
          event: 'visit.alone-begun',
          target: { kind: 'participant', id: participantId },
          visits: [visitId],
          details: { role: who.role },
        });
      }
    });
  }

  /**
   * Brings everybody back. Where nobody speaks alone nothing changes.
   *
   * @throws DeniedOrMissingError, VisitEndedError, AloneByAnotherError (`visit.alone-by-another`)
   */
  async end(actor: StaffActor, visitId: string): Promise<void> {
    await this.scope.of(actor.organisationId, async (tx) => {
      const { visit } = await this.#own(tx, actor, visitId);
      if (visit.aloneWith !== null) {
        await this.#set(tx, visit, NOT_ALONE);
        await this.audit.append(tx, {
          ...byStaff(actor),
          event: 'visit.alone-ended',
          target: { kind: 'visit', id: visitId },
          details: {},
        });
      }
    });
  }

  /** The visit, held, and the actor's own place in it. */
  async #own(
    tx: EntityManager,
    actor: StaffActor,
    visitId: string,
  ): Promise<{ visit: VisitRow; own: Participant }> {
    const { organisationId, professionalId } = actor;
    const now = this.clock.now();
    const { visit } = await reachedVisit(tx, actor, visitId, { now, lock: true });
    if (visit.endedAt !== null) {
      throw new VisitEndedError();
    }
    const place = { organisationId, visitId };
    const own = await this.participants.ensureProfessional(tx, place, professionalId);
    if (
      visit.aloneWith !== null &&
      !mayEndAlone(visit, own.id, await beginnerWithoutLineMs(tx, visit, now))
    ) {
      throw new AloneByAnotherError();
    }
    return { visit, own };
  }

  async #set(tx: EntityManager, { id, organisationId }: VisitRow, alone: Alone): Promise<void> {
    const now = this.clock.now();
    // Until now they were together, and from now on others may be.
    await keepLastMet(tx, id, now);
    await tx.update(VisitRow, { id }, alone);
    await keepFirstMet(tx, id, now);
    await this.changes.announce(tx, { organisationId, visitId: id });
  }
}
