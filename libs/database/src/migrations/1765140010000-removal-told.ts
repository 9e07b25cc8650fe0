import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = "'invitation', 'change', 'cancellation', 'reminder', 'come-in'";
const TABLES = ['outbox_message', 'message_text'];

/** Who is removed from a visit is told that they no longer take part, and not that it is called off. */
export class RemovalTold1765140010000 implements MigrationInterface {
  name = 'RemovalTold1765140010000';

  async up(runner: QueryRunner): Promise<void> {
    await allow(runner, `${BEFORE}, 'removal'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`DELETE FROM ${table} WHERE kind = 'removal'`);
    }
    await allow(runner, BEFORE);
  }
}

async function allow(runner: QueryRunner, kinds: string): Promise<void> {
  for (const table of TABLES) {
    await runner.query(
      `ALTER TABLE ${table} DROP CONSTRAINT ${table}_kind_check,
       ADD CONSTRAINT ${table}_kind_check CHECK (kind IN (${kinds}))`,
    );
  }
}
