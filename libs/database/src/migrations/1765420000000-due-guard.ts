import type { MigrationInterface, QueryRunner } from 'typeorm';
import { hideWhenDue, showWhenDue } from './support/hide-when-due.js';

/** Tables of a visit, each with the column that says which. */
const OF_A_VISIT: Readonly<Record<string, Parameters<typeof hideWhenDue>[2]>> = {
  visit: 'purge_due_at',
  booking: 'id',
  record_notice: 'booking_id',
  booking_share: 'visit_id',
  door_session: 'visit_id',
  hand_back_refusal: 'visit_id',
  identification: 'visit_id',
  identification_failure: 'visit_id',
  identification_hand_back: 'visit_id',
  identification_transaction: 'visit_id',
  observer_answer: 'visit_id',
  outbox_message: 'visit_id',
  participant: 'visit_id',
  record_answer: 'visit_id',
  representation_request: 'visit_id',
  seen_outage: 'visit_id',
  visit_code: 'participant_id',
};

/** More ids than these are not listed. The setting `tapaamo.due_most` may say another number: only the cost depends on it. */
const LISTED_MOST = 100;

/**
 * A function that looks at visits as what forgets them does: due or not, of every organisation. Then its caller is again who it
 * was. An error in between ends the transaction or goes back to its savepoint, and PostgreSQL takes settings back with both.
 */
function seeingAll(
  name: string,
  given: { returns: string; settings?: string; before?: string; look: string },
): string {
  const { returns, settings = '', before = '', look } = given;
  return `CREATE FUNCTION ${name} RETURNS ${returns}
   LANGUAGE plpgsql STABLE PARALLEL UNSAFE COST 1 ${settings} AS $$
   DECLARE
     instant timestamptz := scope_now();
     now_before text;
     scope_before text;
     answer ${returns};
     said text;
   BEGIN
     ${before}
     now_before := current_setting('tapaamo.now');
     scope_before := coalesce(current_setting('tapaamo.scope', true), '');
     said := set_config('tapaamo.now', '-infinity', true);
     said := set_config('tapaamo.scope', 'installation', true);
     answer := ${look};
     said := set_config('tapaamo.scope', scope_before, true);
     said := set_config('tapaamo.now', now_before, true);
     RETURN answer;
   END $$`;
}

/**
 * A function that lists what hangs on due visits, looked up once a transaction; null where it is too much to be listed. By
 * the index, latest first and never sorted: a look ends with the last id it may list, and does not begin among rows that a
 * sweep has just erased and that still stand in the index.
 */
function list(what: string, id: string): string[] {
  const find = seeingAll(`find_due_${what}(most integer)`, {
    returns: 'uuid[]',
    settings: 'SET enable_sort = off',
    look: `ARRAY(SELECT ${id} FROM visit WHERE visit.purge_due_at <= instant
       ORDER BY visit.purge_due_at DESC LIMIT most)`,
  });
  const known = `CREATE FUNCTION due_${what}() RETURNS uuid[]
   LANGUAGE plpgsql STABLE PARALLEL UNSAFE AS $$
   DECLARE
     instant timestamptz := scope_now();
     known text := current_setting('tapaamo.due_${what}', true);
     most integer;
     due uuid[];
     said text;
   BEGIN
     IF instant = '-infinity' THEN
       RETURN '{}';
     END IF;
     IF instant IS NULL OR known = 'many' THEN
       RETURN NULL;
     END IF;
     IF known <> '' THEN
       RETURN known;
     END IF;
     most := coalesce(nullif(current_setting('tapaamo.due_most', true), ''), '${String(LISTED_MOST)}');
     due := find_due_${what}(most + 1);
     IF cardinality(due) > most THEN
       due := NULL;
     END IF;
     said := set_config('tapaamo.due_${what}', coalesce(due::text, 'many'), true);
     RETURN due;
   END $$`;
  return [find, known];
}

/** A function that says of one row whether what it hangs on is not due, or is not there (yet). */
function ask(what: string, from: string, id: string): string {
  return seeingAll(`${what}_is_not_due(asked uuid)`, {
    returns: 'boolean',
    before: `IF instant IS NULL THEN
       RETURN false;
     END IF;
     IF instant = '-infinity' THEN
       RETURN true;
     END IF;`,
    look: `NOT EXISTS (SELECT FROM ${from} WHERE ${id} = asked AND visit.purge_due_at <= instant)`,
  });
}

const FUNCTIONS = [
  `CREATE FUNCTION scope_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
   RETURN nullif(current_setting('tapaamo.now', true), '')::timestamptz`,
  ...list('visits', 'visit.id'),
  ...list('bookings', 'visit.booking_id'),
  ask('visit', 'visit', 'visit.id'),
  ask('booking', 'visit', 'visit.booking_id'),
  ask('participant', 'visit JOIN participant ON participant.visit_id = visit.id', 'participant.id'),
];

/**
 * The read guard: at its due instant a visit, and everything that hangs on it, is hidden by the database itself, whatever
 * condition was forgotten in code and whether or not anything sweeps.
 *
 * Why not EXISTS (visit) in each table: planned anew with every statement, it made reading a visit 1.4 to 1.7 times as dear. Why
 * no copy of the due instant in each table: it would have to be carried along by every change of it, and a row
 * written meanwhile would keep the old one. What is due and not erased yet is next to nothing while the sweep runs: it is
 * looked up once a transaction, in the index of due instants, and a row that is not on that list is shown.
 *
 * When nobody swept for weeks that list would be a million ids, for each transaction of everybody to find and to search. So it
 * ends at some, and past them each row that a statement reads is asked by the index of its visit: what a statement costs is
 * bounded by what it reads, never by what was left undone, and people meet all the same. Measured with 100,000
 * due, the server's work for an admission was 48 times the usual with the whole list, and is the usual now. Not so from the
 * start: a row that is asked costs a fiftieth of a millisecond, and a page of hundreds would feel it. The list may only say of a row that it is not due. Of any other the
 * function by row decides, whichever way it came to be asked: what is listed, too many, or a row without a visit.
 */
export class DueGuard1765420000000 implements MigrationInterface {
  name = 'DueGuard1765420000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of FUNCTIONS) {
      await runner.query(statement);
    }
    for (const [table, by] of Object.entries(OF_A_VISIT)) {
      await hideWhenDue(runner, table, by);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(OF_A_VISIT)) {
      await showWhenDue(runner, table);
    }
    await runner.query(
      `DROP FUNCTION participant_is_not_due(uuid), booking_is_not_due(uuid), visit_is_not_due(uuid),
         due_bookings(), find_due_bookings(integer), due_visits(), find_due_visits(integer), scope_now()`,
    );
  }
}
