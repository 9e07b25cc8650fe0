import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = [
  'with-guardian',
  'known-child',
  'known-person',
  'name-changed',
  'identified-otherwise',
];

/** Somebody may be let in by who checks who they are as the first thing in the meeting: that is counted by its own name. */
export class CheckedAtStart1765160700000 implements MigrationInterface {
  name = 'CheckedAtStart1765160700000';

  async up(runner: QueryRunner): Promise<void> {
    await allow(runner, [...BEFORE, 'checked-at-start']);
  }

  async down(runner: QueryRunner): Promise<void> {
    // It was the nearest to it; a count that is there already takes both.
    await runner.query(`INSERT INTO doubtful_admission_count AS kept
        (organisation_id, service_id, month, reason, admissions)
      SELECT organisation_id, service_id, month, 'identified-otherwise', admissions
        FROM doubtful_admission_count WHERE reason = 'checked-at-start'
      ON CONFLICT (organisation_id, service_id, month, reason)
        DO UPDATE SET admissions = kept.admissions + excluded.admissions`);
    await runner.query(`DELETE FROM doubtful_admission_count WHERE reason = 'checked-at-start'`);
    await allow(runner, BEFORE);
  }
}

async function allow(runner: QueryRunner, reasons: readonly string[]): Promise<void> {
  const list = reasons.map((reason) => `'${reason}'`).join(', ');
  await runner.query(`ALTER TABLE doubtful_admission_count
    DROP CONSTRAINT doubtful_admission_count_reason_check,
    ADD CONSTRAINT doubtful_admission_count_reason_check CHECK (reason IN (${list}))`);
}
