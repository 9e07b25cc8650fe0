import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two tabs of one browser may come back at the same moment: the second still bears the cookie that the first changed. */
export class TabsAtOneMoment1765160110000 implements MigrationInterface {
  name = 'TabsAtOneMoment1765160110000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE identification_transaction ADD COLUMN former_browser_hash bytea, ADD COLUMN rebound_at timestamptz,
       ADD CONSTRAINT identification_transaction_rebound_check
         CHECK ((former_browser_hash IS NULL) = (rebound_at IS NULL))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE identification_transaction DROP COLUMN former_browser_hash, DROP COLUMN rebound_at',
    );
  }
}
