import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate, unisolate } from './support/isolate.js';

/**
 * The end of a day of forgetting, and what watches over it: what became of each day (names nobody), what was due and what of
 * it was foreseen, when forgetting was paused and by whom it goes on, which alarms stand.
 */
export class DayEnd1765450000000 implements MigrationInterface {
  name = 'DayEnd1765450000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE key_store ADD COLUMN rekeyed_at timestamptz');
    await runner.query(`CREATE TABLE purge_day (
      organisation_id uuid NOT NULL REFERENCES organisation,
      due_day date NOT NULL,
      shredded_at timestamptz NOT NULL,
      rekeyed_at timestamptz,
      unrevivable_at timestamptz CHECK (unrevivable_at IS NULL OR rekeyed_at IS NOT NULL),
      PRIMARY KEY (organisation_id, due_day)
    )`);
    await runner.query(
      'CREATE INDEX purge_day_not_rekeyed_idx ON purge_day (shredded_at) WHERE rekeyed_at IS NULL',
    );
    await isolate(runner, 'purge_day');
    await runner.query(`CREATE TABLE purge_forecast (
      organisation_id uuid NOT NULL REFERENCES organisation,
      hour timestamptz NOT NULL,
      due integer NOT NULL,
      foreseen integer NOT NULL,
      PRIMARY KEY (organisation_id, hour)
    )`);
    await isolate(runner, 'purge_forecast');
    await runner.query(`CREATE TABLE purge_pause (
      id uuid PRIMARY KEY,
      reason text NOT NULL CHECK (reason IN ('clock-jumped', 'clock-differs', 'over-forecast', 'operator')),
      paused_at timestamptz NOT NULL,
      paused_by text,
      resumed_at timestamptz,
      resumed_by text,
      resumed_why text,
      CHECK (num_nulls(resumed_at, resumed_by, resumed_why) IN (0, 3))
    )`);
    await runner.query(
      'CREATE UNIQUE INDEX purge_pause_standing_key ON purge_pause ((true)) WHERE resumed_at IS NULL',
    );
    await runner.query(`CREATE TABLE key_release (
      only_one boolean PRIMARY KEY CHECK (only_one),
      count integer NOT NULL CHECK (count > 0),
      released_at timestamptz NOT NULL,
      released_by text NOT NULL
    )`);
    await runner.query(`CREATE TABLE alarm (
      code text PRIMARY KEY,
      since timestamptz NOT NULL,
      told_at timestamptz
    )`);
    await runner.query('ALTER TABLE purge_run ADD COLUMN keys_refused integer NOT NULL DEFAULT 0');
    await runner.query('ALTER TABLE purge_run ALTER COLUMN keys_refused DROP DEFAULT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE purge_run DROP COLUMN keys_refused');
    await runner.query('DROP TABLE alarm, key_release, purge_pause');
    for (const table of ['purge_forecast', 'purge_day']) {
      await unisolate(runner, table);
      await runner.query(`DROP TABLE ${table}`);
    }
    await runner.query('ALTER TABLE key_store DROP COLUMN rekeyed_at');
  }
}
