import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who waits is told of a delay, and what became of a visit can be corrected: each a word of a list. */
export class Desk1765100000000 implements MigrationInterface {
  name = 'Desk1765100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE visit
       ADD COLUMN delay text CHECK (delay IN
         ('minutes-5', 'minutes-10', 'minutes-15', 'minutes-20', 'as-soon-as-possible')),
       ADD COLUMN delay_until timestamptz,
       ADD CHECK (delay_until IS NULL OR delay IS NOT NULL)`,
    );
    await runner.query(
      `ALTER TABLE booking
       ADD COLUMN outcome_reason text CHECK (outcome_reason IN ('met-otherwise', 'not-met', 'technical-problem',
         'called-off-otherwise', 'ended-by-mistake', 'other')),
       ADD CHECK (outcome_reason IS NULL OR status IN ('fulfilled', 'noshow', 'cancelled'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE booking DROP COLUMN outcome_reason');
    await runner.query('ALTER TABLE visit DROP COLUMN delay_until, DROP COLUMN delay');
  }
}
