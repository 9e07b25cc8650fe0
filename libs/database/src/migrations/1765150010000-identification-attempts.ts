import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './support/isolate.js';

const OF_A_PARTICIPANT = (table: string): string => `
  organisation_id uuid NOT NULL REFERENCES organisation,
  visit_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  CONSTRAINT ${table}_visit_id_fkey FOREIGN KEY (visit_id, organisation_id)
    REFERENCES visit (id, organisation_id) ON DELETE CASCADE,
  CONSTRAINT ${table}_participant_id_fkey FOREIGN KEY (participant_id, organisation_id)
    REFERENCES participant (id, organisation_id) ON DELETE CASCADE`;

/** Attempts to identify: how many failed in a row, by link; and that the provider failed, by door session. */
export class IdentificationAttempts1765150010000 implements MigrationInterface {
  name = 'IdentificationAttempts1765150010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE identification_failure (
      in_a_row integer NOT NULL,${OF_A_PARTICIPANT('identification_failure')},
      CONSTRAINT identification_failure_pkey PRIMARY KEY (participant_id)
    )`);
    await runner.query(`CREATE TABLE seen_outage (
      session_id uuid NOT NULL,
      seen_at timestamptz NOT NULL,${OF_A_PARTICIPANT('seen_outage')},
      CONSTRAINT seen_outage_pkey PRIMARY KEY (session_id)
    )`);
    for (const table of ['identification_failure', 'seen_outage']) {
      await runner.query(`CREATE INDEX ${table}_visit_id_idx ON ${table} (visit_id)`);
      await runner.query(`CREATE INDEX ${table}_organisation_id_idx ON ${table} (organisation_id)`);
      await isolate(runner, table);
    }
    await runner.query(
      'CREATE INDEX seen_outage_participant_id_idx ON seen_outage (participant_id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE seen_outage');
    await runner.query('DROP TABLE identification_failure');
  }
}
