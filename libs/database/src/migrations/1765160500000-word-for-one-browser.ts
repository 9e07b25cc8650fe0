import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That somebody may wait without identification is for the first browser that does. */
export class WordForOneBrowser1765160500000 implements MigrationInterface {
  name = 'WordForOneBrowser1765160500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE participant ADD COLUMN unidentified_session_id uuid,
       ADD CONSTRAINT participant_waits_by_word CHECK (unidentified_session_id IS NULL OR unidentified_allowed)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE participant DROP COLUMN unidentified_session_id');
  }
}
