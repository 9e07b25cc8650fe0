import { In, IsNull, type EntityManager } from 'typeorm';
import { Participant } from '../participant.entity.js';
import { ObserverAnswer } from './observer-answer.entity.js';
import { settleObservers } from './settle-observers.js';

/**
 * Takes back what was answered about the students of a visit: it was for another time. Everybody is asked anew, but for
 * those who were removed: nobody can ask them, and their no stands.
 */
export async function withdrawAnswers(tx: EntityManager, visitId: string): Promise<void> {
  const here = await tx.findBy(Participant, { visitId, removedAt: IsNull() });
  await tx.delete(ObserverAnswer, { visitId, participantId: In(here.map(({ id }) => id)) });
  await settleObservers(tx, visitId);
}

/**
 * Takes back the yes of somebody who is put out: it may have been another who said it. A no stands: nobody gets a student
 * into a visit by sending away who refused.
 */
export async function withdrawYes(
  tx: EntityManager,
  { id: participantId, visitId }: { id: string; visitId: string },
): Promise<void> {
  await tx.delete(ObserverAnswer, { participantId, agreed: true });
  await settleObservers(tx, visitId);
}
