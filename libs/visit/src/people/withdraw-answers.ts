import type { EntityManager } from 'typeorm';
import { Participant } from '../participant.entity.js';

/**
 * Takes back what was answered about the students of a visit, because whoever answered may have been somebody else, or
 * answered for another time. A student who was let in is put back to where they wait.
 */
export async function withdrawAnswers(tx: EntityManager, visitId: string): Promise<void> {
  const observers = { visitId, role: 'observer' } as const;
  await tx.update(Participant, { ...observers, admission: 'admitted' }, { admission: 'waiting' });
  await tx.update(Participant, observers, { agreed: null, answeredAt: null });
}
