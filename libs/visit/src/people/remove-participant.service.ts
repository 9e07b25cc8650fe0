import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@tapaamo/access';
import { AuditLog, byStaff } from '@tapaamo/audit';
import { GuardianRequiredError, type BookingRow } from '@tapaamo/booking';
import { Clock, DeniedOrMissingError } from '@tapaamo/common';
import { companionRoleSchema, type CompanionRole } from '@tapaamo/contracts';
import { sqlState } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { IsNull, type EntityManager } from 'typeorm';
import { Participant } from '../participant.entity.js';
import { reachedVisit } from '../reach/reached-visit.js';
import { VisitCode } from '../sheet/visit-code.entity.js';
import { VisitMessages } from '../telling/visit-messages.js';
import { VisitChanges } from '../visit-changes.js';
import {
  ClientNeededError,
  ReachableGuardianNeededError,
  VisitEndedError,
} from '../visit.errors.js';
import { ObserverAnswer } from './observer-answer.entity.js';
import { PutOut } from './put-out.js';

/** Somebody who is asked besides the client. */
type Removable = Participant & { role: CompanionRole };

/** The use case "somebody does not take part any more". */
@Injectable()
export class RemoveParticipantService {
  constructor(
    private readonly putOut: PutOut,
    private readonly messages: VisitMessages,
    private readonly changes: VisitChanges,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /**
   * Takes a person out of a visit. Who had heard of it is told; their link, their sessions and their seat end, and what is
   * known of them is erased but for the message.
   *
   * @param tx - In the actor's organisation.
   * @throws DeniedOrMissingError for staff, and for whom the visit is only shared with; VisitEndedError;
   *   ClientNeededError (`visit.client-needed`); GuardianRequiredError for the last guardian of a minor;
   *   ReachableGuardianNeededError (`visit.reachable-guardian-needed`) for the last whom messages reach
   */
  async remove(
    tx: EntityManager,
    actor: StaffActor,
    who: { visitId: string; participantId: string },
  ): Promise<void> {
    const { visitId, participantId } = who;
    const now = this.clock.now();
    const options = { now, lock: true, toDecide: true };
    const { visit, booking } = await reachedVisit(tx, actor, visitId, options);
    if (visit.endedAt !== null) {
      throw new VisitEndedError();
    }
    const participant = await this.#removable(tx, booking, who);
    await this.#tell(tx, booking, participant);
    await this.putOut.put(tx, booking, participant);
    await tx.delete(VisitCode, { participantId });
    // A no about a student stands for the next one: nobody is overruled by being asked again under another name.
    await tx.delete(ObserverAnswer, { observerId: participantId, agreed: true });
    // That somebody took part stays for the receipt; who it was does not.
    const { joinedAt } = participant;
    const gone = { envelope: null, linkHash: null, agreed: null, answeredAt: null, joinedAt };
    await tx.update(Participant, { id: participantId }, { ...gone, removedAt: now });
    await this.changes.announce(tx, { organisationId: actor.organisationId, visitId });
    await this.audit.append(tx, {
      ...byStaff(actor),
      event: 'participant.removed',
      target: { kind: 'participant', id: participantId },
      visits: [visitId],
      details: { role: participant.role },
    });
  }

  /** Keys that are away keep nobody in a visit: then it cannot be told. */
  async #tell(tx: EntityManager, booking: BookingRow, participant: Participant): Promise<void> {
    try {
      await this.messages.tellRemoved(tx, booking, participant);
    } catch (error) {
      if (sqlState(error) !== undefined) {
        throw error;
      }
      this.logger.error('visit.removal-not-told', { visitId: participant.visitId }, error);
    }
  }

  async #removable(
    tx: EntityManager,
    { clientIsMinor }: BookingRow,
    { visitId, participantId }: { visitId: string; participantId: string },
  ): Promise<Removable> {
    const present = { visitId, removedAt: IsNull() };
    const participant = await tx.findOneBy(Participant, { ...present, id: participantId });
    if (participant?.role === 'client') {
      throw new ClientNeededError();
    }
    if (participant === null || !isRemovable(participant)) {
      throw new DeniedOrMissingError();
    }
    if (clientIsMinor && participant.role === 'guardian') {
      const guardians = await tx.findBy(Participant, { ...present, role: 'guardian' });
      await this.#requireGuardian(
        tx,
        participant,
        guardians.filter(({ id }) => id !== participantId),
      );
    }
    return participant;
  }

  /** A child is left with a guardian, and where messages reached one with one whom they reach. */
  async #requireGuardian(
    tx: EntityManager,
    leaving: Participant,
    staying: readonly Participant[],
  ): Promise<void> {
    if (staying.length === 0) {
      throw new GuardianRequiredError();
    }
    if (!(await this.#reaches(tx, [leaving])) || (await this.#reaches(tx, staying))) {
      return;
    }
    throw new ReachableGuardianNeededError();
  }

  /** Keys that are away keep nobody in a visit: then it counts as so, for those who stay and for who leaves. */
  async #reaches(tx: EntityManager, people: readonly Participant[]): Promise<boolean> {
    for (const one of people) {
      try {
        if (await this.messages.canReach(tx, one)) {
          return true;
        }
      } catch (error) {
        if (sqlState(error) !== undefined) {
          throw error;
        }
        return true;
      }
    }
    return false;
  }
}

function isRemovable(participant: Participant): participant is Removable {
  return companionRoleSchema.safeParse(participant.role).success;
}
