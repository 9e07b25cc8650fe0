import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The professional lets somebody wait without identification where it is required. */
export class AllowedToWait1765160000000 implements MigrationInterface {
  name = 'AllowedToWait1765160000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE participant ADD COLUMN unidentified_allowed boolean NOT NULL DEFAULT false',
    );
    await runner.query('ALTER TABLE participant ALTER COLUMN unidentified_allowed DROP DEFAULT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE participant DROP COLUMN unidentified_allowed');
  }
}
