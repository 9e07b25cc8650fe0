import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Another browser than an identification began in may try a few codes and not any number. */
export class ReturnedElsewhere1765160600000 implements MigrationInterface {
  name = 'ReturnedElsewhere1765160600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE identification_transaction ADD COLUMN returned_elsewhere integer NOT NULL DEFAULT 0',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE identification_transaction DROP COLUMN returned_elsewhere');
  }
}
