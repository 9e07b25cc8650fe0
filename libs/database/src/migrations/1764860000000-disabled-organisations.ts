import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations that the operator took out of use, and since when. */
export class DisabledOrganisations1764860000000 implements MigrationInterface {
  name = 'DisabledOrganisations1764860000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE organisation ADD COLUMN disabled_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE organisation DROP COLUMN disabled_at');
  }
}
