import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a receipt of a visit tells: who was let in and came, and from when they were together. */
export class VisitReceipt1765090000000 implements MigrationInterface {
  name = 'VisitReceipt1765090000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE participant ADD COLUMN admitted_at timestamptz, ADD COLUMN joined_at timestamptz',
    );
    await runner.query('ALTER TABLE visit ADD COLUMN first_met_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE visit DROP COLUMN first_met_at');
    await runner.query('ALTER TABLE participant DROP COLUMN joined_at, DROP COLUMN admitted_at');
  }
}
