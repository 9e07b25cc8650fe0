import { Injectable } from '@nestjs/common';
import { BookingRepository, type BookingRow } from '@tapaamo/booking';
import { Clock } from '@tapaamo/common';
import { IdentificationService } from '@tapaamo/identification';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { DoorSessionRow } from '../door/door-session.entity.js';
import { NOT_ALLOWED } from '../identifying/allowed-to-wait.js';
import { keepLastMet, lastMet } from '../meeting-node/last-met.js';
import { NEVER_CAME, NOT_HERE } from '../never-came.js';
import { Participant } from '../participant.entity.js';
import { VisitRow } from '../visit.entity.js';
import { CLIENT_SIDE } from './client-side.js';
import { withdrawYes } from './withdraw-answers.js';

/** Of whom another identity code is booked. */
export type WhoseCode = Pick<
  Participant,
  'id' | 'visitId' | 'admission' | 'joinedAt' | 'admittedSessionId'
>;

/** Puts somebody out of a visit. */
@Injectable()
export class PutOut {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly identifications: IdentificationService,
    private readonly clock: Clock,
  ) {}

  /**
   * Somebody is outside as if they had never been there: their sessions, identifications, their yes to a student and their
   * seat end. When nobody of the client's side has come then, and nobody met, the client has not arrived.
   */
  async put(
    tx: EntityManager,
    booking: BookingRow,
    { id: participantId, visitId }: Pick<Participant, 'id' | 'visitId'>,
  ): Promise<void> {
    const now = this.clock.now();
    await keepLastMet(tx, visitId, now);
    // First, because it waits for whoever opens the door just now: the session they make is then seen and ended.
    await tx.update(Participant, { id: participantId }, NEVER_CAME);
    await tx.delete(DoorSessionRow, { participantId });
    await this.identifications.forget(tx, { visitId, participantId });
    await withdrawYes(tx, { id: participantId, visitId });
    const role = In(CLIENT_SIDE);
    if (!(await tx.existsBy(Participant, { visitId, role, joinedAt: Not(IsNull()) }))) {
      // Whoever met was not the client: a receipt tells nothing of it.
      await tx.update(VisitRow, { id: visitId }, { firstMetAt: null });
    }
    await this.#unlessArrived(tx, booking, visitId);
  }

  /**
   * Another identity code is booked for somebody: whoever waits is outside, with the session they have, and identifies
   * anew. So is who left, but that they came is not undone. Who was let in stays; their other browsers identify anew, too.
   */
  async compareAnew(tx: EntityManager, booking: BookingRow, who: WhoseCode): Promise<void> {
    const { id: participantId, visitId, admission, joinedAt, admittedSessionId } = who;
    if (admission === 'waiting' || admission === 'left') {
      await keepLastMet(tx, visitId, this.clock.now());
      const { sessionId, connectedNodeId } = NOT_HERE;
      const outside = { admission: NOT_HERE.admission, sessionId, connectedNodeId };
      // That somebody met before, or waited and went, is not undone.
      const isUndone = joinedAt === null && admission === 'waiting';
      await tx.update(Participant, { id: participantId }, isUndone ? NOT_HERE : outside);
    }
    await tx.update(Participant, { id: participantId }, NOT_ALLOWED);
    const whose = { visitId, participantId };
    await this.identifications.forgetFormerCode(tx, whose, admittedSessionId);
    await this.#unlessArrived(tx, booking, visitId);
  }

  async #unlessArrived(tx: EntityManager, booking: BookingRow, visitId: string): Promise<void> {
    const role = In(CLIENT_SIDE);
    const hasCome = await tx.existsBy(Participant, { visitId, role, arrivedAt: Not(IsNull()) });
    if (!hasCome && (await lastMet(tx, visitId, this.clock.now())) === null) {
      await this.bookings.transition(tx, booking, 'booked');
    }
  }
}
