import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = ['outbox_message_kind_check', 'outbox_message_status_check'];

/** A booking can be moved, called off and repeated, and a link can be made again: each with a message that tells. */
export class ChangingABooking1765020000000 implements MigrationInterface {
  name = 'ChangingABooking1765020000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE booking
       ADD COLUMN version integer NOT NULL DEFAULT 1 CHECK (version >= 1),
       ADD COLUMN series_id uuid,
       ADD COLUMN cancel_reason text
         CHECK (cancel_reason IN ('client-asked', 'professional-away', 'booked-wrongly', 'other')),
       ADD CHECK (cancel_reason IS NULL OR status = 'cancelled')`,
    );
    await runner.query('ALTER TABLE booking ALTER COLUMN version DROP DEFAULT');
    // Secrets of links made so far are known to their holders only.
    await runner.query(
      'ALTER TABLE participant ADD COLUMN link_generation integer NOT NULL DEFAULT 0',
    );
    await runner.query('ALTER TABLE participant ALTER COLUMN link_generation DROP DEFAULT');
    await runner.query('ALTER TABLE outbox_message ADD COLUMN in_hand_until timestamptz');
    await check(
      runner,
      `('invitation', 'change', 'cancellation')`,
      `('queued', 'sent', 'failed', 'withdrawn')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE outbox_message SET status = 'failed' WHERE status = 'withdrawn'`);
    await runner.query(`DELETE FROM outbox_message WHERE kind <> 'invitation'`);
    await check(runner, `('invitation')`, `('queued', 'sent', 'failed')`);
    await runner.query('ALTER TABLE outbox_message DROP COLUMN in_hand_until');
    await runner.query('ALTER TABLE participant DROP COLUMN link_generation');
    await runner.query(
      'ALTER TABLE booking DROP COLUMN version, DROP COLUMN series_id, DROP COLUMN cancel_reason',
    );
  }
}

async function check(runner: QueryRunner, kinds: string, statuses: string): Promise<void> {
  await runner.query(
    `ALTER TABLE outbox_message
     ${KINDS.map((name) => `DROP CONSTRAINT ${name}`).join(', ')},
     ADD CONSTRAINT outbox_message_kind_check CHECK (kind IN ${kinds}),
     ADD CONSTRAINT outbox_message_status_check CHECK (status IN ${statuses})`,
  );
}
