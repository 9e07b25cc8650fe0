import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * With a due instant stands the release of the time zone data it was reckoned with, so that instants of an older release
 * can be found. Instants from before have none.
 */
export class DueTimeZoneData1765310000000 implements MigrationInterface {
  name = 'DueTimeZoneData1765310000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE visit ADD COLUMN purge_tzdata text
      CONSTRAINT visit_purge_tzdata_check CHECK (purge_tzdata ~ '^[0-9]{4}[a-z]{1,2}$')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE visit DROP COLUMN purge_tzdata');
  }
}
