import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was recorded before an outcome was corrected stays, with why the visit was called off; and when a delay was told. */
export class CorrectionsKept1765140030000 implements MigrationInterface {
  name = 'CorrectionsKept1765140030000';

  async up(runner: QueryRunner): Promise<void> {
    await this.#dropCheck(runner, 'cancel_reason IS NULL');
    await runner.query(
      `ALTER TABLE booking
       ADD COLUMN first_outcome text CHECK (first_outcome IN ('fulfilled', 'noshow', 'cancelled')),
       ADD COLUMN corrected_at timestamptz,
       ADD COLUMN corrected_by text CHECK (corrected_by IN ('own', 'stand-in', 'team', 'shared')),
       ADD CONSTRAINT booking_corrected CHECK (first_outcome IS NULL AND corrected_at IS NULL AND corrected_by IS NULL
         OR first_outcome <> status AND corrected_at IS NOT NULL AND corrected_by IS NOT NULL AND outcome_reason IS NOT NULL),
       ADD CONSTRAINT booking_called_off
         CHECK (cancel_reason IS NULL OR status = 'cancelled' OR first_outcome = 'cancelled')`,
    );
    await runner.query('ALTER TABLE visit ADD COLUMN delay_told_at timestamptz');
    await runner.query(
      `UPDATE visit SET delay_told_at = clock_timestamp(),
         delay_until = coalesce(delay_until, clock_timestamp() + interval '30 minutes')
       WHERE delay IS NOT NULL`,
    );
    await runner.query(
      `ALTER TABLE visit ADD CONSTRAINT visit_delay_told
         CHECK ((delay IS NULL) = (delay_until IS NULL) AND (delay IS NULL) = (delay_told_at IS NULL))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE visit DROP COLUMN delay_told_at');
    await runner.query(`UPDATE booking SET cancel_reason = NULL WHERE status <> 'cancelled'`);
    await runner.query(
      `ALTER TABLE booking DROP CONSTRAINT booking_called_off,
       DROP COLUMN corrected_by, DROP COLUMN corrected_at, DROP COLUMN first_outcome,
       ADD CHECK (cancel_reason IS NULL OR status = 'cancelled')`,
    );
  }

  /** PostgreSQL named it; it is found by what it says. */
  async #dropCheck(runner: QueryRunner, says: string): Promise<void> {
    const found = (await runner.query(
      `SELECT conname AS name FROM pg_constraint
       WHERE conrelid = 'booking'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%' || $1 || '%'`,
      [says],
    )) as { name: string }[];
    for (const { name } of found) {
      await runner.query(`ALTER TABLE booking DROP CONSTRAINT "${name}"`);
    }
  }
}
