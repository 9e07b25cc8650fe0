import { BookingRow } from '@tapaamo/booking';
import { answersForClient, type DoorSession } from '@tapaamo/contracts';
import { IsNull, type EntityManager } from 'typeorm';
import { Participant } from '../participant.entity.js';
import { VisitRow } from '../visit.entity.js';

/** The students about whom somebody is asked: the client, of a minor the guardians; nobody else. */
export async function askedAbout(
  tx: EntityManager,
  { visitId, role }: Participant,
): Promise<DoorSession['observers']> {
  const visit = await tx.findOneBy(VisitRow, { id: visitId });
  const booking = await tx.findOneBy(BookingRow, { id: visit?.bookingId ?? visitId });
  if (booking === null || !answersForClient(role, booking.clientIsMinor)) {
    return [];
  }
  const observers = await tx.find(Participant, {
    where: { visitId, role: 'observer', removedAt: IsNull() },
    order: { createdAt: 'ASC', id: 'ASC' },
  });
  return observers.map(({ id, agreed }) => ({ participantId: id, agreed }));
}
