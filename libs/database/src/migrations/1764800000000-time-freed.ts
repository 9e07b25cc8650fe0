import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A booking takes its time only while it may still be held: what ended early or was missed leaves its time to others. */
export class TimeFreed1764800000000 implements MigrationInterface {
  name = 'TimeFreed1764800000000';

  async up(runner: QueryRunner): Promise<void> {
    await exclude(runner, `status IN ('booked', 'arrived')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await exclude(runner, `status <> 'cancelled'`);
  }
}

async function exclude(runner: QueryRunner, taking: string): Promise<void> {
  await runner.query('ALTER TABLE booking DROP CONSTRAINT booking_no_overlap');
  await runner.query(
    `ALTER TABLE booking ADD CONSTRAINT booking_no_overlap EXCLUDE USING gist
     (professional_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (${taking})`,
  );
}
