import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './support/isolate.js';

/** How meetings went technically is counted, by service and month; who was asked is noted, not what they said. */
export class MeetingQuality1765160400000 implements MigrationInterface {
  name = 'MeetingQuality1765160400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE meeting_quality_count (
      organisation_id uuid NOT NULL REFERENCES organisation,
      service_id uuid NOT NULL,
      month date NOT NULL,
      quality text NOT NULL CHECK (quality IN ('good', 'fair', 'poor')),
      answers integer NOT NULL,
      CONSTRAINT meeting_quality_count_pkey PRIMARY KEY (organisation_id, service_id, month, quality),
      CONSTRAINT meeting_quality_count_service_id_fkey FOREIGN KEY (service_id, organisation_id)
        REFERENCES service (id, organisation_id)
    )`);
    await runner.query(
      'CREATE INDEX meeting_quality_count_service_id_idx ON meeting_quality_count (service_id)',
    );
    await isolate(runner, 'meeting_quality_count');
    await runner.query(
      'ALTER TABLE participant ADD COLUMN quality_told boolean NOT NULL DEFAULT false',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE participant DROP COLUMN quality_told');
    await runner.query('DROP TABLE meeting_quality_count');
  }
}
