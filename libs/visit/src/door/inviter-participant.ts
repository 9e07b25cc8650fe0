import { BookingRow } from '@tapaamo/booking';
import type { DoorView } from '@tapaamo/contracts';
import type { EntityManager } from 'typeorm';
import { Participant } from '../participant.entity.js';
import { VisitRow } from '../visit.entity.js';

/**
 * Which of the staff in the meeting is the one whose name the door tells: a colleague or a stand-in may sit there, too, who
 * is not to be taken for them.
 *
 * @param admission - Of who reads: only who was let in sees anybody.
 * @returns Null for who sees nobody, or is not told the name.
 */
export async function inviterParticipant(
  tx: EntityManager,
  { visitId, admission }: Pick<Participant, 'visitId' | 'admission'>,
  view: DoorView,
): Promise<string | null> {
  if (admission !== 'admitted' || view.state !== 'open' || view.inviter === null) {
    return null;
  }
  const { bookingId } = await tx.findOneByOrFail(VisitRow, { id: visitId });
  const { professionalId } = await tx.findOneByOrFail(BookingRow, { id: bookingId });
  return (await tx.findOneBy(Participant, { visitId, professionalId }))?.id ?? null;
}
