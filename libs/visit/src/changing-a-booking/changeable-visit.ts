import type { StaffActor } from '@tapaamo/access';
import { BookingChangedError } from '@tapaamo/booking';
import { In, type EntityManager } from 'typeorm';
import { Participant } from '../participant.entity.js';
import { CLIENT_SIDE } from '../people/client-side.js';
import { reachedVisit, type ReachedVisit } from '../reach/reached-visit.js';
import { VisitAlreadyMetError, VisitEndedError } from '../visit.errors.js';

/**
 * A visit whose time may still be changed: it has not ended, and nobody has met. Its row is locked until the transaction
 * ends.
 *
 * @param version - Of the booking, as the actor read it.
 * @throws DeniedOrMissingError, also for whom it is only shared with; VisitEndedError; VisitAlreadyMetError
 *   (`visit.already-met`); BookingChangedError (`booking.changed-meanwhile`)
 */
export async function changeableVisit(
  tx: EntityManager,
  actor: StaffActor,
  visitId: string,
  { now, version }: { now: Date; version: number },
): Promise<ReachedVisit> {
  const reached = await reachedVisit(tx, actor, visitId, { now, lock: true, toDecide: true });
  if (reached.visit.endedAt !== null) {
    throw new VisitEndedError();
  }
  const role = In(CLIENT_SIDE);
  const isIn = await tx.existsBy(Participant, { visitId, role, admission: 'admitted' });
  if (isIn || reached.visit.lastMetAt !== null) {
    throw new VisitAlreadyMetError();
  }
  if (reached.booking.version !== version) {
    throw new BookingChangedError();
  }
  return reached;
}
