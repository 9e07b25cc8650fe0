import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The waiting room as facts: since when somebody waits, since when they have no line, whether they were sent back to it,
 * and with whom of a visit a professional speaks alone.
 */
export class WaitingRoom1765170000000 implements MigrationInterface {
  name = 'WaitingRoom1765170000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE participant ADD COLUMN waiting_since timestamptz,
       ADD COLUMN without_line_since timestamptz,
       ADD COLUMN sent_back boolean NOT NULL DEFAULT false`,
    );
    await runner.query(
      `ALTER TABLE visit ADD COLUMN alone_with uuid, ADD COLUMN alone_by uuid,
       ADD CONSTRAINT visit_alone CHECK ((alone_with IS NULL) = (alone_by IS NULL) AND alone_with <> alone_by)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE visit DROP COLUMN alone_with, DROP COLUMN alone_by');
    await runner.query(
      'ALTER TABLE participant DROP COLUMN waiting_since, DROP COLUMN without_line_since, DROP COLUMN sent_back',
    );
  }
}
