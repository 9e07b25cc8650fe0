import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counts how often the sessions of an account were ended together, so that no sign-in under way outlives it. */
export class SignInEpoch1765000000000 implements MigrationInterface {
  name = 'SignInEpoch1765000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE professional ADD COLUMN sign_in_epoch integer NOT NULL DEFAULT 0',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE professional DROP COLUMN sign_in_epoch');
  }
}
