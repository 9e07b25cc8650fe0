import { BookingRow } from '@tapaamo/booking';
import { isAskedForClient, type DoorSession } from '@tapaamo/contracts';
import type { EntityManager } from 'typeorm';
import type { Participant } from '../participant.entity.js';
import { VisitRow } from '../visit.entity.js';
import { ObserverAnswer } from './observer-answer.entity.js';
import { numberedObservers } from './numbered-observers.js';

/**
 * The students about whom somebody is asked: the client, and of a minor the guardians, too; nobody else.
 *
 * @param isSure - Whether it is sure who reads: whoever tapped the link says nothing for the client.
 */
export async function askedAbout(
  tx: EntityManager,
  { id: participantId, visitId, role }: Participant,
  isSure: () => Promise<boolean>,
): Promise<DoorSession['observers']> {
  const visit = await tx.findOneBy(VisitRow, { id: visitId });
  const booking = await tx.findOneBy(BookingRow, { id: visit?.bookingId ?? visitId });
  if (booking === null || !isAskedForClient(role, booking.clientIsMinor)) {
    return [];
  }
  const observers = await numberedObservers(tx, visitId);
  if (observers.length === 0 || !(await isSure())) {
    return [];
  }
  const answers = await tx.findBy(ObserverAnswer, { participantId });
  return observers.map(({ id, number }) => ({
    participantId: id,
    number,
    agreed: answers.find(({ observerId }) => observerId === id)?.agreed ?? null,
  }));
}
