import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate, unisolate } from './support/isolate.js';

/**
 * What a sweep has in hand is written down before anything goes. An item names its visit without a reference, which would
 * cost a look-up a row, and has no batch while it waits for another attempt. A batch stays until its organisation was
 * told what came of it.
 *
 * The index of due visits by organisation takes the place of the one of organisations alone, which it begins with.
 */
export class PurgeBatches1765440000000 implements MigrationInterface {
  name = 'PurgeBatches1765440000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE purge_batch (
      id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      started_at timestamptz NOT NULL,
      lease_until timestamptz NOT NULL,
      state text NOT NULL CHECK (state IN ('pending', 'done')),
      waiting integer NOT NULL CHECK (waiting >= 0),
      erased integer NOT NULL,
      failed integer NOT NULL
    )`);
    await runner.query(
      'CREATE INDEX purge_batch_organisation_id_idx ON purge_batch (organisation_id)',
    );
    await isolate(runner, 'purge_batch');
    await runner.query(`CREATE TABLE purge_item (
      visit_id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL,
      batch_id uuid,
      due_day date NOT NULL,
      attempts integer NOT NULL,
      next_attempt_at timestamptz,
      blocked text CHECK (blocked IN ('refused', 'busy', 'too-slow', 'damaged')),
      CHECK (batch_id IS NOT NULL OR num_nulls(next_attempt_at, blocked) = 0)
    )`);
    await runner.query(
      'CREATE INDEX purge_item_waiting_idx ON purge_item (organisation_id, next_attempt_at) WHERE batch_id IS NULL',
    );
    await isolate(runner, 'purge_item');
    await runner.query(`ALTER TABLE purge_run
      ADD COLUMN remaining integer NOT NULL DEFAULT 0,
      ADD COLUMN cap_reached boolean NOT NULL DEFAULT false`);
    await runner.query(`ALTER TABLE purge_run
      ALTER COLUMN remaining DROP DEFAULT, ALTER COLUMN cap_reached DROP DEFAULT`);
    await runner.query(
      'CREATE INDEX visit_forgetting_idx ON visit (organisation_id, purge_due_at, id)',
    );
    await runner.query('DROP INDEX visit_organisation_id_idx');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX visit_organisation_id_idx ON visit (organisation_id)');
    await runner.query('DROP INDEX visit_forgetting_idx');
    await runner.query('ALTER TABLE purge_run DROP COLUMN remaining, DROP COLUMN cap_reached');
    for (const table of ['purge_item', 'purge_batch']) {
      await unisolate(runner, table);
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}
