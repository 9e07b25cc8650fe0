import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Clients are reminded, as their service has it, and what comes too late to tell anything is not sent. */
export class Reminders1765021000000 implements MigrationInterface {
  name = 'Reminders1765021000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE service ADD COLUMN reminder_minutes integer[] NOT NULL DEFAULT '{1440,60}'
         CHECK (reminder_minutes <@ ARRAY[2880, 1440, 120, 60, 15])`,
    );
    await runner.query('ALTER TABLE service ALTER COLUMN reminder_minutes DROP DEFAULT');
    await runner.query('ALTER TABLE outbox_message ADD COLUMN expires_at timestamptz');
    await runner.query(
      `UPDATE outbox_message SET expires_at = booking.ends_at FROM visit, booking
       WHERE visit.id = outbox_message.visit_id AND booking.id = visit.booking_id`,
    );
    await runner.query('ALTER TABLE outbox_message ALTER COLUMN expires_at SET NOT NULL');
    await allow(runner, `'invitation', 'change', 'cancellation', 'reminder', 'come-in'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM outbox_message WHERE kind IN ('reminder', 'come-in')`);
    await allow(runner, `'invitation', 'change', 'cancellation'`);
    await runner.query('ALTER TABLE outbox_message DROP COLUMN expires_at');
    await runner.query('ALTER TABLE service DROP COLUMN reminder_minutes');
  }
}

async function allow(runner: QueryRunner, kinds: string): Promise<void> {
  await runner.query(
    `ALTER TABLE outbox_message DROP CONSTRAINT outbox_message_kind_check,
     ADD CONSTRAINT outbox_message_kind_check CHECK (kind IN (${kinds}))`,
  );
}
