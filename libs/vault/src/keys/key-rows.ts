import type { DayKeyName } from '../key-store/day-key.js';

/** What is read of a visit's key, under the names of `VisitKey`. */
export const KEY_COLUMNS = `visit_id AS "visitId", organisation_id AS "organisationId", due_at AS "dueAt",
  due_day::text AS "dueDay", generation, wrapped_key AS "wrappedKey"`;

/** What belongs to one generation of a day; its values are `dayOf`. */
export const OF_DAY = 'WHERE organisation_id = $1 AND due_day = $2 AND generation = $3';

/** Lets a day that never had a key take some; its values are `dayOf`. */
export const BEGIN_DAY = `INSERT INTO key_day (organisation_id, due_day, generation, state) VALUES ($1, $2, $3, 'live')
  ON CONFLICT DO NOTHING`;

/** The first three values of a statement about one generation of a day. */
export const dayOf = ({ organisationId, dueDay, generation }: DayKeyName): unknown[] => [
  organisationId,
  dueDay,
  generation,
];
