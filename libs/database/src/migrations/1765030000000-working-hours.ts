import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './support/isolate.js';

/** The working hours that professionals keep. */
export class WorkingHours1765030000000 implements MigrationInterface {
  name = 'WorkingHours1765030000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE working_hours (
      professional_id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      weekdays jsonb NOT NULL,
      exceptions jsonb NOT NULL,
      version integer NOT NULL,
      CONSTRAINT working_hours_professional_id_fkey FOREIGN KEY (professional_id, organisation_id)
        REFERENCES professional (id, organisation_id) ON DELETE CASCADE
    )`);
    await isolate(runner, 'working_hours');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE working_hours');
  }
}
