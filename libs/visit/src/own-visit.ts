import type { StaffActor } from '@tapaamo/access';
import { BookingRow } from '@tapaamo/booking';
import { DeniedOrMissingError } from '@tapaamo/common';
import { MoreThan, type EntityManager } from 'typeorm';
import { VisitRow } from './visit.entity.js';

/**
 * A visit of the professional themself that is not due to be forgotten.
 *
 * @param lock - Whether the visit's row is locked until the transaction ends.
 * @throws DeniedOrMissingError for anything else: another's, another organisation's, forgotten or missing.
 */
export async function ownVisit(
  tx: EntityManager,
  actor: StaffActor,
  visitId: string,
  options: { now: Date; lock?: boolean },
): Promise<{ visit: VisitRow; booking: BookingRow }> {
  const visit = await tx.findOne(VisitRow, {
    where: { id: visitId, organisationId: actor.organisationId, purgeDueAt: MoreThan(options.now) },
    ...(options.lock === true ? { lock: { mode: 'pessimistic_write' as const } } : {}),
  });
  const booking =
    visit === null
      ? null
      : await tx.findOneBy(BookingRow, {
          id: visit.bookingId,
          professionalId: actor.professionalId,
        });
  if (visit === null || booking === null) {
    throw new DeniedOrMissingError();
  }
  return { visit, booking };
}
