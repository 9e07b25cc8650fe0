import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A meeting node tells whether it takes visits that have not begun, and how many workers share them; an organisation's
 * meetings that go on are counted.
 */
export class FullNodes1765210000000 implements MigrationInterface {
  name = 'FullNodes1765210000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE media_node
      ADD COLUMN takes_visits boolean NOT NULL DEFAULT true,
      ADD COLUMN workers integer NOT NULL DEFAULT 1`);
    // How many meetings of an organisation go on is asked before each that begins.
    await runner.query(`CREATE INDEX participant_connected_node_id_idx
      ON participant (organisation_id, connected_node_id) WHERE connected_node_id IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX participant_connected_node_id_idx');
    await runner.query('ALTER TABLE media_node DROP COLUMN takes_visits, DROP COLUMN workers');
  }
}
