import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The version of a team: who changes one from an older page than the present is told. */
export class TeamVersion1764930000000 implements MigrationInterface {
  name = 'TeamVersion1764930000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE team ADD COLUMN version integer NOT NULL DEFAULT 1');
    await runner.query('ALTER TABLE team ALTER COLUMN version DROP DEFAULT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE team DROP COLUMN version');
  }
}
