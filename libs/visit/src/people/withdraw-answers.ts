import type { EntityManager } from 'typeorm';
import { ObserverAnswer } from './observer-answer.entity.js';
import { settleObservers } from './settle-observers.js';

/**
 * Takes back what was answered about the students of a visit: it was for another time. Everybody is asked anew.
 */
export async function withdrawAnswers(tx: EntityManager, visitId: string): Promise<void> {
  await tx.delete(ObserverAnswer, { visitId });
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
