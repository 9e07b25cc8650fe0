import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The record of a sweep tells what failed besides visits, so that an admin sees it. */
export class StepsOfASweep1764100000000 implements MigrationInterface {
  name = 'StepsOfASweep1764100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE purge_run ADD COLUMN steps_failed integer NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE purge_run DROP COLUMN steps_failed');
  }
}
