import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A link that was locked after too many identifications of others opens by itself. */
export class LockedForAWhile1765150600000 implements MigrationInterface {
  name = 'LockedForAWhile1765150600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE identification_failure ADD COLUMN failed_at timestamptz NOT NULL DEFAULT clock_timestamp()',
    );
    await runner.query('ALTER TABLE identification_failure ALTER COLUMN failed_at DROP DEFAULT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE identification_failure DROP COLUMN failed_at');
  }
}
