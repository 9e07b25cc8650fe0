import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A meeting node tells whether it takes visits that have not begun, and how many workers share them. */
export class FullNodes1765210000000 implements MigrationInterface {
  name = 'FullNodes1765210000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE media_node
      ADD COLUMN takes_visits boolean NOT NULL DEFAULT true,
      ADD COLUMN workers integer NOT NULL DEFAULT 1`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE media_node DROP COLUMN takes_visits, DROP COLUMN workers');
  }
}
