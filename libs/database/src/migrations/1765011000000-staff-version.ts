import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The version of an account: who changes name or roles from an older page than the present is told. */
export class StaffVersion1765011000000 implements MigrationInterface {
  name = 'StaffVersion1765011000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE professional ADD COLUMN version integer NOT NULL DEFAULT 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE professional DROP COLUMN version');
  }
}
