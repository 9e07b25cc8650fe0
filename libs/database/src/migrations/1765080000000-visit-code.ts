import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './support/isolate.js';

/** Codes of printed sheets. */
export class VisitCode1765080000000 implements MigrationInterface {
  name = 'VisitCode1765080000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE visit_code (
      participant_id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      code_hash bytea NOT NULL,
      created_at timestamptz NOT NULL,
      CONSTRAINT visit_code_code_hash_key UNIQUE (code_hash),
      CONSTRAINT visit_code_participant_id_fkey FOREIGN KEY (participant_id, organisation_id)
        REFERENCES participant (id, organisation_id) ON DELETE CASCADE
    )`);
    await isolate(runner, 'visit_code', { held: { visit_code: 'code_hash' } });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE visit_code');
  }
}
