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

/**
 * A function that lists what hangs on due visits, looked up once a transaction. For that moment it sees what its caller may
 * not: what is due, and, for who holds the key of one row and knows no organisation yet, that of every one. Where nobody
 * said what instant it is, it knows nothing, and then nothing is shown.
 */
function due(what: string, id: string, from: string): string {
  return `CREATE FUNCTION due_${what}(instant timestamptz) RETURNS uuid[]
   LANGUAGE plpgsql STABLE STRICT PARALLEL UNSAFE AS $$
   DECLARE
     known text := current_setting('tapaamo.due_${what}', true);
     now_before text;
     scope_before text;
     due uuid[];
     said text;
   BEGIN
     IF instant = '-infinity' THEN
       RETURN '{}';
     END IF;
     IF known <> '' THEN
       RETURN known;
     END IF;
     now_before := current_setting('tapaamo.now');
     scope_before := coalesce(current_setting('tapaamo.scope', true), '');
     said := set_config('tapaamo.now', '-infinity', true);
     IF scope_organisation() IS NULL THEN
       said := set_config('tapaamo.scope', 'installation', true);
     END IF;
     due := (SELECT coalesce(array_agg(${id}), '{}') FROM ${from} WHERE visit.purge_due_at <= instant);
     said := set_config('tapaamo.scope', scope_before, true);
     said := set_config('tapaamo.now', now_before, true);
     said := set_config('tapaamo.due_${what}', due::text, true);
     RETURN due;
   END $$`;
}

const FUNCTIONS = [
  `CREATE FUNCTION scope_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
   RETURN nullif(current_setting('tapaamo.now', true), '')::timestamptz`,
  due('visits', 'visit.id', 'visit'),
  due('bookings', 'visit.booking_id', 'visit'),
  due(
    'participants',
    'participant.id',
    'visit JOIN participant ON participant.visit_id = visit.id',
  ),
];

/**
 * The read guard: at its due instant a visit, and everything that hangs on it, is hidden by the database itself, whatever
 * condition was forgotten in code and whether or not anything sweeps.
 *
 * Why not EXISTS (visit) in each table: planned anew with every statement, it made reading a visit 1.4 to 1.7 times as dear. Why
 * no copy of the due instant in each table: it would have to be carried along by every change of it, and a row
 * written meanwhile would keep the old one. What is due and not erased yet is next to nothing while the sweep runs: it is
 * looked up once a transaction, in the index of due instants.
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
      `DROP FUNCTION due_participants(timestamptz), due_bookings(timestamptz), due_visits(timestamptz), scope_now()`,
    );
  }
}
