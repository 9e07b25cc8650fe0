import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './support/isolate.js';

/** How often somebody is let in for a reason instead of an identification is counted, by service and month. */
export class DoubtfulAdmissions1765150000000 implements MigrationInterface {
  name = 'DoubtfulAdmissions1765150000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE doubtful_admission_count (
      organisation_id uuid NOT NULL REFERENCES organisation,
      service_id uuid NOT NULL,
      month date NOT NULL,
      reason text NOT NULL CHECK (reason IN
        ('with-guardian', 'known-child', 'known-person', 'name-changed', 'identified-otherwise')),
      admissions integer NOT NULL,
      CONSTRAINT doubtful_admission_count_pkey PRIMARY KEY (organisation_id, service_id, month, reason),
      CONSTRAINT doubtful_admission_count_service_id_fkey FOREIGN KEY (service_id, organisation_id)
        REFERENCES service (id, organisation_id)
    )`);
    await runner.query(
      'CREATE INDEX doubtful_admission_count_service_id_idx ON doubtful_admission_count (service_id)',
    );
    await isolate(runner, 'doubtful_admission_count');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE doubtful_admission_count');
  }
}
