import { BookingRow } from '@tapaamo/booking';
import { isAskedForClient } from '@tapaamo/contracts';
import type { EntityManager } from 'typeorm';
import { lockVisit } from '../lock-visit.js';
import { Participant } from '../participant.entity.js';
import type { VisitRow } from '../visit.entity.js';
import { consentOf } from './consent.js';
import { ObserverAnswer } from './observer-answer.entity.js';

/**
 * Settles anew whether the students of a visit may follow it. Comes after whatever may change that: an answer, and who of
 * those who are asked is here. A student who was let in and may not be is put back to where they wait, at once.
 *
 * @param tx - Holds the visit's row (`lockVisit`): of two who come and go the later one sees both.
 * @param held - That row, where the caller has it.
 */
export async function settleObservers(
  tx: EntityManager,
  visitId: string,
  held?: VisitRow,
): Promise<void> {
  const visit = held ?? (await lockVisit(tx, visitId));
  const people = await tx.findBy(Participant, { visitId });
  const observers = people.filter(({ role, removedAt }) => role === 'observer' && !removedAt);
  if (visit === null || observers.length === 0) {
    return;
  }
  const { clientIsMinor } = await tx.findOneByOrFail(BookingRow, { id: visit.bookingId });
  const asked = people.filter(({ role }) => isAskedForClient(role, clientIsMinor));
  const answers = await tx.findBy(ObserverAnswer, { visitId });
  const gone = answers.filter(({ observerId }) => observers.every(({ id }) => id !== observerId));
  for (const observer of observers) {
    const own = answers.filter(({ observerId }) => observerId === observer.id);
    const said = [...own, ...gone.filter((before) => isStanding(before, own))];
    const agreed = consentOf(
      asked.map(({ id, role, admission }) => ({
        role,
        admission,
        agreed: said.find(({ participantId }) => participantId === id)?.agreed ?? null,
      })),
      clientIsMinor,
    );
    await keep(tx, observer, agreed, said);
  }
}

/** Whether a no to a student who was removed holds for another, too: until that same person says something of this one. */
function isStanding(before: ObserverAnswer, own: readonly ObserverAnswer[]): boolean {
  return !before.agreed && own.every(({ participantId }) => participantId !== before.participantId);
}

async function keep(
  tx: EntityManager,
  { id, admission }: Participant,
  agreed: boolean | null,
  said: readonly ObserverAnswer[],
): Promise<void> {
  const latest = Math.max(...said.map(({ answeredAt }) => answeredAt.getTime()));
  const isOut = agreed !== true && admission === 'admitted';
  await tx.update(
    Participant,
    { id },
    {
      agreed,
      answeredAt: agreed === null ? null : new Date(latest),
      ...(isOut ? { admission: 'waiting' as const } : {}),
    },
  );
}
