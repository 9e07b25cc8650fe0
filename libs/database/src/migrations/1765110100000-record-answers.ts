import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './support/isolate.js';

/** What record systems asked for by an idempotency key, and were answered. */
export class RecordAnswers1765110100000 implements MigrationInterface {
  name = 'RecordAnswers1765110100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE record_answer (
      key_id uuid NOT NULL,
      request_hash bytea NOT NULL CHECK (length(request_hash) = 32),
      organisation_id uuid NOT NULL REFERENCES organisation,
      body_hash bytea NOT NULL CHECK (length(body_hash) = 32),
      visit_id uuid,
      starts_at timestamptz,
      ends_at timestamptz,
      status text CHECK (status IN ('booked', 'arrived', 'fulfilled', 'noshow', 'cancelled')),
      version integer,
      created_at timestamptz NOT NULL,
      PRIMARY KEY (key_id, request_hash),
      CONSTRAINT record_answer_key_id_fkey FOREIGN KEY (key_id, organisation_id)
        REFERENCES record_key (id, organisation_id) ON DELETE CASCADE,
      CONSTRAINT record_answer_visit_id_fkey FOREIGN KEY (visit_id, organisation_id)
        REFERENCES visit (id, organisation_id) ON DELETE CASCADE
    )`);
    // For the visit that is forgotten, and for the sweep.
    await runner.query('CREATE INDEX record_answer_visit_id_idx ON record_answer (visit_id)');
    await runner.query('CREATE INDEX record_answer_created_at_idx ON record_answer (created_at)');
    await isolate(runner, 'record_answer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE record_answer');
  }
}
