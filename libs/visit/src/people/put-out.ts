import { Injectable } from '@nestjs/common';
import { BookingRepository, type BookingRow } from '@tapaamo/booking';
import { Clock } from '@tapaamo/common';
import { IdentificationService } from '@tapaamo/identification';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { DoorSessionRow } from '../door/door-session.entity.js';
import { keepLastMet, lastMet } from '../meeting-node/last-met.js';
import { NEVER_CAME } from '../never-came.js';
import { Participant } from '../participant.entity.js';
import { VisitRow } from '../visit.entity.js';
import { CLIENT_SIDE } from './client-side.js';
import { withdrawYes } from './withdraw-answers.js';

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
    const hasCome = await tx.existsBy(Participant, { visitId, role, arrivedAt: Not(IsNull()) });
    if (!hasCome && (await lastMet(tx, visitId, now)) === null) {
      await this.bookings.transition(tx, booking, 'booked');
    }
  }
}
