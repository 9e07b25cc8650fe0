import { BookingRow } from '@tapaamo/booking';
import type { StaffSession } from '@tapaamo/professional';
import type { EntityManager } from 'typeorm';
import type { VisitRow } from '../visit.entity.js';
import { lastMet } from './last-met.js';

/** How long after its booked end a visit that goes on still keeps its seats, in milliseconds. */
const OVERTIME_MS = 60 * 60_000;

type Session = Pick<StaffSession, 'id' | 'professionalId' | 'expiresAt'>;

/**
 * Which sessions hold a seat in a visit's meeting: those that are open. One that ran out by age in the middle of a call
 * holds its seat to the end, because nobody is thrown out while a client speaks to them. It opens nothing else: the API
 * refuses it, so that it comes by no new token. A session that was ended is no row any more.
 *
 * @param sessions - Of the staff who reach the visit, open or run out.
 */
export async function seatedSessions<S extends Session>(
  tx: EntityManager,
  visit: VisitRow,
  sessions: S[],
  now: Date,
): Promise<S[]> {
  if (sessions.every(({ expiresAt }) => expiresAt > now)) {
    return sessions;
  }
  const since = await openSince(tx, visit, now);
  return sessions.filter(({ expiresAt }) => expiresAt > since);
}

/** When a session must have been open: at the booked start of a visit in which they met and that goes on, else now. */
async function openSince(tx: EntityManager, visit: VisitRow, now: Date): Promise<Date> {
  const { startsAt, endsAt } = await tx.findOneByOrFail(BookingRow, { id: visit.bookingId });
  const goesOn =
    visit.endedAt === null && startsAt <= now && now.getTime() < endsAt.getTime() + OVERTIME_MS;
  return goesOn && (await lastMet(tx, visit.id, now)) !== null ? startsAt : now;
}
