import { BookingRow } from '@tapaamo/booking';
import { VisitRow } from '@tapaamo/visit';
import { MoreThan, type EntityManager } from 'typeorm';

/** A visit with its booking. */
export interface RecordedVisit {
  visit: VisitRow;
  booking: BookingRow;
}

/**
 * A visit of the record system's organisation. What is due to be forgotten is there for nobody.
 *
 * @param lock - Whether the visit's row is locked until the transaction ends.
 * @returns Null for anything else: another organisation's, forgotten or missing.
 */
export async function recordedVisit(
  tx: EntityManager,
  visitId: string,
  { organisationId, now, lock = false }: { organisationId: string; now: Date; lock?: boolean },
): Promise<RecordedVisit | null> {
  const visit = await tx.findOne(VisitRow, {
    where: { id: visitId, organisationId, purgeDueAt: MoreThan(now) },
    ...(lock ? { lock: { mode: 'pessimistic_write' } } : {}),
  });
  return visit === null
    ? null
    : { visit, booking: await tx.findOneByOrFail(BookingRow, { id: visit.bookingId }) };
}
