import type { EntityManager } from 'typeorm';
import { VisitRow } from './visit.entity.js';

/**
 * Holds a visit's row until the transaction ends. Comes before its participants are written, everywhere: of two that took
 * them the other way round the database would end one.
 *
 * @returns Null when it is forgotten.
 */
export async function lockVisit(tx: EntityManager, visitId: string): Promise<VisitRow | null> {
  const lock = { mode: 'pessimistic_write' } as const;
  return tx.findOne(VisitRow, { where: { id: visitId }, lock });
}
