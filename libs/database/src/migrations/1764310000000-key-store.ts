import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which key store this database's envelopes are sealed with: one row, an id that says nothing else. */
export class KeyStore1764310000000 implements MigrationInterface {
  name = 'KeyStore1764310000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE key_store (
        only_one boolean PRIMARY KEY CHECK (only_one),
        identity uuid NOT NULL
      )`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE key_store');
  }
}
