import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every table of a visit: what is deleted or changed in it must leave its pages soon. */
const OF_A_VISIT = [
  'visit',
  'booking',
  'booking_share',
  'door_session',
  'hand_back_refusal',
  'identification',
  'identification_failure',
  'identification_hand_back',
  'identification_transaction',
  'observer_answer',
  'outbox_message',
  'participant',
  'record_answer',
  'record_notice',
  'representation_request',
  'seen_outage',
  'visit_code',
];

/**
 * By its own setting PostgreSQL leaves deleted rows in their pages until a fifth of a table is gone: in a large
 * organisation a month's forgetting. Here fifty rows are enough (forgetting.md 4.5), out of line values too.
 */
export class VacuumOfVisits1765420010000 implements MigrationInterface {
  name = 'VacuumOfVisits1765420010000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of OF_A_VISIT) {
      await runner.query(
        `ALTER TABLE ${table} SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 50)`,
      );
    }
    for (const table of await withValuesOutOfLine(runner)) {
      await runner.query(
        `ALTER TABLE ${table} SET (toast.autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 50)`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of OF_A_VISIT) {
      await runner.query(
        `ALTER TABLE ${table} RESET (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold)`,
      );
    }
    for (const table of await withValuesOutOfLine(runner)) {
      await runner.query(
        `ALTER TABLE ${table} RESET (toast.autovacuum_vacuum_scale_factor, toast.autovacuum_vacuum_threshold)`,
      );
    }
  }
}

async function withValuesOutOfLine(runner: QueryRunner): Promise<string[]> {
  const rows = await runner.manager.query<{ name: string }[]>(
    'SELECT relname AS name FROM pg_class WHERE oid = ANY ($1::regclass[]::oid[]) AND reltoastrelid <> 0 ORDER BY 1',
    [OF_A_VISIT],
  );
  return rows.map(({ name }) => name);
}
