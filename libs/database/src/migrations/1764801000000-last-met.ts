import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When client and professional were last together: the end that retention counts from, not the press of a button. */
export class LastMet1764801000000 implements MigrationInterface {
  name = 'LastMet1764801000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE visit ADD COLUMN last_met_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE visit DROP COLUMN last_met_at');
  }
}
