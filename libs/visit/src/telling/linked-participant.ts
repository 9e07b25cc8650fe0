import type { StaffActor } from '@tapaamo/access';
import type { BookingRow } from '@tapaamo/booking';
import { DeniedOrMissingError } from '@tapaamo/common';
import type { EntityManager } from 'typeorm';
import { Participant } from '../participant.entity.js';
import { reachedVisit } from '../reach/reached-visit.js';
import { VisitEndedError } from '../visit.errors.js';

/** A participant with a link of their own. */
export interface LinkedParticipant {
  booking: BookingRow;
  participant: Participant;
}

/**
 * A participant of a visit that the actor reaches, who has a link. The visit's row is locked until the transaction ends.
 *
 * @throws DeniedOrMissingError, also for a participant without a link; VisitEndedError
 */
export async function linkedParticipant(
  tx: EntityManager,
  actor: StaffActor,
  who: { visitId: string; participantId: string },
  now: Date,
): Promise<LinkedParticipant> {
  const { visitId, participantId } = who;
  const { visit, booking } = await reachedVisit(tx, actor, visitId, { now, lock: true });
  if (visit.endedAt !== null) {
    throw new VisitEndedError();
  }
  const participant = await tx.findOneBy(Participant, { id: participantId, visitId });
  if (participant === null || participant.envelope === null) {
    throw new DeniedOrMissingError();
  }
  return { booking, participant };
}
