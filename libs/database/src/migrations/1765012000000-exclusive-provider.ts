import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether an organisation's staff signs in by its provider only, and which admins have another way for when it is down. */
export class ExclusiveProvider1765012000000 implements MigrationInterface {
  name = 'ExclusiveProvider1765012000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE sign_in_provider ADD COLUMN exclusive boolean NOT NULL DEFAULT false,
       ADD COLUMN rule_version integer NOT NULL DEFAULT 1,
       ADD CONSTRAINT sign_in_provider_exclusive_check CHECK (active OR NOT exclusive)`,
    );
    await runner.query(
      'ALTER TABLE professional ADD COLUMN emergency_access boolean NOT NULL DEFAULT false',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE professional DROP COLUMN emergency_access');
    await runner.query(
      'ALTER TABLE sign_in_provider DROP COLUMN exclusive, DROP COLUMN rule_version',
    );
  }
}
