import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the main database last saw of the installation, so that a restored part of it is noticed (`InstallationMarks`). */
export class RestoreMark1765460000000 implements MigrationInterface {
  name = 'RestoreMark1765460000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE restore_mark (
      only_one boolean PRIMARY KEY CHECK (only_one),
      content text,
      closed boolean NOT NULL,
      keeps_orphans boolean NOT NULL
    )`);
    await runner.query('INSERT INTO restore_mark VALUES (true, NULL, false, false)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE restore_mark');
  }
}
