import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Operators tell what became of a message, and why it failed. */
export class DeliveryReceipts1765070000000 implements MigrationInterface {
  name = 'DeliveryReceipts1765070000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE outbox_message
       ADD COLUMN reference_hash bytea,
       ADD COLUMN failure text CHECK (failure IN
         ('address-refused', 'number-not-in-use', 'not-reached', 'provider-refused', 'provider-unavailable')),
       ADD CONSTRAINT outbox_message_reference_hash_key UNIQUE (reference_hash)`,
    );
    await runner.query(
      `UPDATE outbox_message SET failure = 'provider-unavailable' WHERE status = 'failed'`,
    );
    await runner.query(
      `CREATE POLICY outbox_message_message_receipt ON outbox_message FOR SELECT
       USING (reference_hash = (SELECT held_hash('message_receipt')))`,
    );
    await allow(runner, `'queued', 'sent', 'delivered', 'failed', 'withdrawn'`);
    // The runner goes through what waits by organisation, so that a long queue of one holds up no other.
    await runner.query('DROP INDEX outbox_message_queued_idx');
    await runner.query(
      `CREATE INDEX outbox_message_queued_idx ON outbox_message (channel, organisation_id, next_attempt_at)
       WHERE status = 'queued'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX outbox_message_queued_idx');
    await runner.query(
      "CREATE INDEX outbox_message_queued_idx ON outbox_message (next_attempt_at) WHERE status = 'queued'",
    );
    await runner.query(`UPDATE outbox_message SET status = 'sent' WHERE status = 'delivered'`);
    await allow(runner, `'queued', 'sent', 'failed', 'withdrawn'`);
    await runner.query('DROP POLICY outbox_message_message_receipt ON outbox_message');
    await runner.query(
      'ALTER TABLE outbox_message DROP COLUMN failure, DROP COLUMN reference_hash',
    );
  }
}

async function allow(runner: QueryRunner, statuses: string): Promise<void> {
  await runner.query(
    `ALTER TABLE outbox_message DROP CONSTRAINT outbox_message_status_check,
     ADD CONSTRAINT outbox_message_status_check CHECK (status IN (${statuses}))`,
  );
}
