import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A calendar feed ends with the sessions of its account: it names the `sign_in_epoch` in which it was made. */
export class FeedOfAnEpoch1765050000000 implements MigrationInterface {
  name = 'FeedOfAnEpoch1765050000000';

  async up(runner: QueryRunner): Promise<void> {
    // Nobody knows which accounts were reset or closed meanwhile. Row-level security hides rows from a plain DELETE.
    await runner.query('TRUNCATE calendar_feed');
    await runner.query('ALTER TABLE calendar_feed ADD COLUMN sign_in_epoch integer NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE calendar_feed DROP COLUMN sign_in_epoch');
  }
}
