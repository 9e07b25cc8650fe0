import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './support/isolate.js';

/** For whom the file is sealed in which an organisation takes its living visits with it. */
export class ExportKey1765510000000 implements MigrationInterface {
  name = 'ExportKey1765510000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE export_key (
      organisation_id uuid PRIMARY KEY REFERENCES organisation,
      recipient text NOT NULL CHECK (recipient ~ '^age1[02-9ac-hj-np-z]{58}$'),
      set_by uuid NOT NULL,
      set_at timestamptz NOT NULL,
      CONSTRAINT export_key_set_by_fkey FOREIGN KEY (set_by, organisation_id) REFERENCES professional (id, organisation_id)
    )`);
    await isolate(runner, 'export_key');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE export_key');
  }
}
