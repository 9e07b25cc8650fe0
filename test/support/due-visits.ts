import { localDateOf } from '@tapaamo/common';
import type { BookedVisit } from './booked-visit.js';
import type { TestApi } from './start-api.js';

/** Rows of a copy differ from the pattern's in these; a time that is over overlaps with no other. */
const COPY = `WITH copy AS (
    SELECT gen_random_uuid() AS id, gen_random_uuid() AS booking_id FROM generate_series(1, $2)
  ), pattern AS (
    SELECT booking, visit, participant FROM visit JOIN booking ON booking.id = visit.booking_id
    JOIN participant ON participant.visit_id = visit.id AND participant.role = 'client' WHERE visit.id = $1
  ), bookings AS (
    INSERT INTO booking SELECT (jsonb_populate_record(pattern.booking,
      jsonb_build_object('id', copy.booking_id, 'status', 'fulfilled'))).* FROM pattern, copy
  ), visits AS (
    INSERT INTO visit SELECT (jsonb_populate_record(pattern.visit,
      jsonb_build_object('id', copy.id, 'booking_id', copy.booking_id, 'purge_due_at', $3::timestamptz, 'ended_at', $3::timestamptz))).*
    FROM pattern, copy
  ), participants AS (
    INSERT INTO participant SELECT (jsonb_populate_record(pattern.participant,
      jsonb_build_object('id', gen_random_uuid(), 'visit_id', copy.id,
        'link_hash', '\\x' || encode(sha256(copy.id::text::bytea), 'hex')))).* FROM pattern, copy
  )
  SELECT id, booking_id AS "bookingId" FROM copy`;

const KEYS = `INSERT INTO visit_key (visit_id, organisation_id, due_at, due_day, generation, wrapped_key, created_at, changed_at)
  SELECT id, $2, $3, $4, 1, $5, $6::timestamptz, $6 FROM unnest($1::uuid[]) AS t (id)`;

/**
 * Puts many visits there that are due at one instant, each with a link and a key, as copies of a booked one.
 *
 * @param due.knownAt - Since when it was known that they will be due then; long before unless said otherwise.
 * @returns Ids of visit and booking of each.
 */
export async function dueVisits(
  api: TestApi,
  { visitId }: BookedVisit,
  { count, dueAt, knownAt }: { count: number; dueAt: Date; knownAt?: Date },
): Promise<{ id: string; bookingId: string }[]> {
  const copies = await api.dataSource.query<{ id: string; bookingId: string }[]>(COPY, [
    visitId,
    count,
    dueAt,
  ]);
  const { organisationId } = await api.keys.of(visitId);
  const ids = copies.map(({ id }) => id);
  await api.keys.pool.query(KEYS, [
    ids,
    organisationId,
    dueAt,
    localDateOf(dueAt),
    Buffer.alloc(60, 7),
    knownAt ?? new Date(dueAt.getTime() - 30 * 86_400_000),
  ]);
  return copies;
}
