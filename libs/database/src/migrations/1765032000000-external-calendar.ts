import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './support/isolate.js';

const FAILURES = [
  ...["'unreachable'", "'refused'", "'not-allowed'", "'too-large'", "'not-a-calendar'"],
  ...["'too-complex'", "'sealed'"],
].join(', ');

/** The calendars that professionals keep elsewhere. */
export class ExternalCalendar1765032000000 implements MigrationInterface {
  name = 'ExternalCalendar1765032000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE external_calendar (
      professional_id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      sealed_address bytea NOT NULL,
      busy jsonb NOT NULL,
      read_at timestamptz,
      failure text CHECK (failure IN (${FAILURES})),
      next_read_at timestamptz NOT NULL,
      CONSTRAINT external_calendar_professional_id_fkey FOREIGN KEY (professional_id, organisation_id)
        REFERENCES professional (id, organisation_id) ON DELETE CASCADE
    )`);
    // Residue of ciphertext must tell neither lengths nor values.
    await runner.query(
      'ALTER TABLE external_calendar ALTER sealed_address SET STATISTICS 0, ALTER sealed_address SET STORAGE EXTERNAL',
    );
    await runner.query(
      'CREATE INDEX external_calendar_next_read_at_idx ON external_calendar (next_read_at)',
    );
    await isolate(runner, 'external_calendar');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE external_calendar');
  }
}
