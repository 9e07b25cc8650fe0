import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came back elsewhere and was never answered is told to the professional, too: who closes the page says neither yes nor no. */
export class UnansweredHandBacks1765160120000 implements MigrationInterface {
  name = 'UnansweredHandBacks1765160120000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE hand_back_refusal ALTER COLUMN refused_at DROP NOT NULL,
       ADD COLUMN unanswered integer NOT NULL DEFAULT 0`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM hand_back_refusal WHERE refused_at IS NULL');
    await runner.query(
      `ALTER TABLE hand_back_refusal ALTER COLUMN refused_at SET NOT NULL, DROP COLUMN unanswered`,
    );
  }
}
