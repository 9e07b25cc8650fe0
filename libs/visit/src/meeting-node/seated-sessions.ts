import { BookingRow } from '@tapaamo/booking';
import type { StaffSession } from '@tapaamo/professional';
import type { EntityManager } from 'typeorm';
import type { VisitRow } from '../visit.entity.js';
import { lastMet } from './last-met.js';

/** How long after its booked end a visit that goes on still keeps its seats, in milliseconds. */
const OVERTIME_MS = 60 * 60_000;

/** What is asked of the visit. */
type Visit = Pick<VisitRow, 'id' | 'bookingId' | 'endedAt'>;

type Session = Pick<StaffSession, 'id' | 'professionalId' | 'expiresAt'>;

/** Sessions that hold a seat, and when the next of them loses it by the clock alone; null when none does. */
export interface SeatedSessions<S extends Session> {
  sessions: S[];
  changesAt: Date | null;
}

/**
 * Which sessions hold a seat in a visit's meeting: those that are open. One that ran out by age in the middle of a call
 * holds its seat to the end, because nobody is thrown out while a client speaks to them. It opens nothing else: the API
 * refuses it, so that it comes by no new token. A session that was ended is no row any more.
 *
 * @param sessions - Of the staff who reach the visit, open or run out.
 */
export async function seatedSessions<S extends Session>(
  tx: EntityManager,
  visit: Visit,
  sessions: S[],
  now: Date,
): Promise<SeatedSessions<S>> {
  const open = sessions.filter(({ expiresAt }) => expiresAt > now);
  const ends = open.map(({ expiresAt }) => expiresAt);
  if (open.length === sessions.length) {
    return { sessions, changesAt: earliest(ends) };
  }
  const { since, until } = await overtime(tx, visit, now);
  return {
    sessions: sessions.filter(({ expiresAt }) => expiresAt > since),
    changesAt: earliest([...ends, ...(until === null ? [] : [until])]),
  };
}

/**
 * When a session must have been open: at the booked start of a visit in which they met and that goes on, until that has
 * gone on for too long, else now.
 */
async function overtime(
  tx: EntityManager,
  visit: Visit,
  now: Date,
): Promise<{ since: Date; until: Date | null }> {
  const { startsAt, endsAt } = await tx.findOneByOrFail(BookingRow, { id: visit.bookingId });
  const until = new Date(endsAt.getTime() + OVERTIME_MS);
  const goesOn = visit.endedAt === null && startsAt <= now && now < until;
  return goesOn && (await lastMet(tx, visit.id, now)) !== null
    ? { since: startsAt, until }
    : { since: now, until: null };
}

function earliest(instants: Date[]): Date | null {
  return instants.length === 0 ? null : new Date(Math.min(...instants.map(Number)));
}
