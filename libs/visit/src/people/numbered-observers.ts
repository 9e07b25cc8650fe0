import type { EntityManager } from 'typeorm';
import { Participant } from '../participant.entity.js';

/**
 * The students of a visit, each with a number: who is asked about two of them tells them apart and learns no name. A number
 * is kept when another student is removed.
 */
export async function numberedObservers(
  tx: EntityManager,
  visitId: string,
): Promise<{ id: string; number: number }[]> {
  const rows = await tx.find(Participant, {
    where: { visitId, role: 'observer' },
    order: { createdAt: 'ASC', id: 'ASC' },
  });
  return rows
    .map(({ id, removedAt }, index) => ({ id, removedAt, number: index + 1 }))
    .filter(({ removedAt }) => removedAt === null)
    .map(({ id, number }) => ({ id, number }));
}
