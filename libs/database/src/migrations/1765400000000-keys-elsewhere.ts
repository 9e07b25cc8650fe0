import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './support/isolate.js';

/**
 * Keys of visits are in the key database, and this database knows which one that is. Preparing moves the keys there first;
 * a table that has some is not taken away.
 */
export class KeysElsewhere1765400000000 implements MigrationInterface {
  name = 'KeysElsewhere1765400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE key_database (
        only_one boolean PRIMARY KEY CHECK (only_one),
        identity uuid NOT NULL
      )`,
    );
    await runner.query(
      `DO $$ BEGIN
        IF EXISTS (SELECT FROM visit_key) THEN RAISE EXCEPTION 'keys of visits were not moved'; END IF;
      END $$`,
    );
    await runner.query('DROP TABLE visit_key');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE visit_key (
        visit_id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        due_at timestamptz NOT NULL,
        due_day date NOT NULL,
        generation integer NOT NULL,
        wrapped_key bytea NOT NULL,
        created_at timestamptz NOT NULL
      )`,
    );
    await runner.query('CREATE INDEX visit_key_bucket_idx ON visit_key (organisation_id, due_day)');
    await isolate(runner, 'visit_key');
    await runner.query('DROP TABLE key_database');
  }
}
