import type { StaffActor } from '@tapaamo/access';
import { BookingRow } from '@tapaamo/booking';
import { DeniedOrMissingError } from '@tapaamo/common';
import type { VisitRelation } from '@tapaamo/contracts';
import type { EntityManager } from 'typeorm';
import { lockVisit } from '../lock-visit.js';
import { VisitRow } from '../visit.entity.js';
import { reach } from './reach.js';

/** A visit that somebody reached. */
export interface ReachedVisit {
  visit: VisitRow;
  booking: BookingRow;
  relation: VisitRelation;
}

/**
 * A visit that a member of staff reaches (`reach`) and that is not due to be forgotten.
 *
 * @param options.lock - Whether the visit's row is locked until the transaction ends.
 * @param options.toDecide - Whose the visit is and who else sees it: not for whom it is only shared with.
 * @throws DeniedOrMissingError for anything else: another's, another organisation's, forgotten or missing.
 */
export async function reachedVisit(
  tx: EntityManager,
  actor: StaffActor,
  visitId: string,
  options: { now: Date; lock?: boolean; toDecide?: boolean },
): Promise<ReachedVisit> {
  const { organisationId, professionalId } = actor;
  // First, so that what is read next is what nobody else is changing.
  const held = options.lock === true ? await lockVisit(tx, visitId) : null;
  const wish = { visitIds: [visitId], professionalId };
  const [found] = await reach(tx, { organisationId, now: options.now }, wish);
  if (found === undefined || (options.toDecide === true && found.relation === 'shared')) {
    throw new DeniedOrMissingError();
  }
  const visit = held ?? (await tx.findOneByOrFail(VisitRow, { id: visitId }));
  const booking = await tx.findOneByOrFail(BookingRow, { id: found.bookingId });
  return { visit, booking, relation: found.relation };
}
