import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './support/isolate.js';

/** Guardians on their way to say for whom they act. */
export class Representation1765150300000 implements MigrationInterface {
  name = 'Representation1765150300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE representation_request (
      session_id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      visit_id uuid NOT NULL,
      participant_id uuid NOT NULL,
      state_hash bytea NOT NULL,
      envelope bytea NOT NULL,
      expires_at timestamptz NOT NULL,
      CONSTRAINT representation_request_visit_id_fkey FOREIGN KEY (visit_id, organisation_id)
        REFERENCES visit (id, organisation_id) ON DELETE CASCADE,
      CONSTRAINT representation_request_participant_id_fkey FOREIGN KEY (participant_id, organisation_id)
        REFERENCES participant (id, organisation_id) ON DELETE CASCADE
    )`);
    for (const column of ['organisation_id', 'visit_id', 'participant_id', 'expires_at']) {
      await runner.query(
        `CREATE INDEX representation_request_${column}_idx ON representation_request (${column})`,
      );
    }
    // Sealed: no statistics of its values, no compression, out of line.
    await runner.query(
      'ALTER TABLE representation_request ALTER COLUMN envelope SET STATISTICS 0, ALTER COLUMN envelope SET STORAGE EXTERNAL',
    );
    await isolate(runner, 'representation_request');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE representation_request');
  }
}
