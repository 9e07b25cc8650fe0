import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate, unisolate } from './support/isolate.js';

/**
 * Legal holds and restrictions (GDPR, articles 17(3) and 18). A held visit is due, so that it is hidden as what is due is
 * hidden, and has its own due instant beside: what has one is not erased. Held by two people, looked at again within 90 days.
 */
export class LegalHolds1765520000000 implements MigrationInterface {
  name = 'LegalHolds1765520000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE visit ADD COLUMN held_due_at timestamptz');
    await runner.query(`ALTER TABLE organisation ADD COLUMN hold_missed_review text NOT NULL DEFAULT 'escalate'
      CONSTRAINT organisation_hold_missed_review_check CHECK (hold_missed_review IN ('escalate', 'release'))`);
    await runner.query(`CREATE TABLE legal_hold (
      id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      visit_id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN ('legal-hold', 'restriction')),
      reason text NOT NULL CHECK (reason IN ('authority-order', 'legal-claim', 'complaint', 'accuracy-contested',
        'unlawful-processing', 'needed-by-client', 'objection', 'found-after-restore')),
      basis text NOT NULL CHECK (basis IN ('gdpr-17-3-b', 'gdpr-17-3-e', 'gdpr-18-1-a', 'gdpr-18-1-b', 'gdpr-18-1-c',
        'gdpr-18-1-d')),
      state text NOT NULL CHECK (state IN ('requested', 'withdrawn', 'held', 'releasing', 'released')),
      requested_by uuid NOT NULL,
      requested_at timestamptz NOT NULL,
      confirmed_by uuid,
      confirmed_at timestamptz,
      reviewed_on date NOT NULL,
      review_by date NOT NULL,
      extensions integer NOT NULL DEFAULT 0 CHECK (extensions BETWEEN 0 AND 3),
      on_missed text NOT NULL CHECK (on_missed IN ('escalate', 'release')),
      alarms integer NOT NULL DEFAULT 0 CHECK (alarms >= 0),
      alarmed_on date,
      person_told_at timestamptz,
      released_by uuid,
      released_at timestamptz,
      CONSTRAINT legal_hold_visit_id_fkey FOREIGN KEY (visit_id, organisation_id)
        REFERENCES visit (id, organisation_id) ON DELETE CASCADE,
      CONSTRAINT legal_hold_review CHECK (review_by - reviewed_on BETWEEN 1 AND 90),
      CONSTRAINT legal_hold_two_people CHECK (confirmed_by <> requested_by),
      CONSTRAINT legal_hold_confirmed CHECK (num_nulls(confirmed_by, confirmed_at) =
        CASE WHEN state IN ('requested', 'withdrawn') THEN 2 ELSE 0 END),
      CONSTRAINT legal_hold_released CHECK ((released_at IS NOT NULL) = (state IN ('releasing', 'released'))),
      CONSTRAINT legal_hold_person_told CHECK (kind = 'legal-hold' OR released_at IS NULL OR person_told_at IS NOT NULL)
    )`);
    await runner.query(
      'CREATE INDEX legal_hold_organisation_id_idx ON legal_hold (organisation_id)',
    );
    await runner.query('CREATE INDEX legal_hold_visit_id_idx ON legal_hold (visit_id)');
    await runner.query(`CREATE UNIQUE INDEX legal_hold_living_key ON legal_hold (visit_id)
      WHERE state IN ('requested', 'held', 'releasing')`);
    await runner.query(
      'ALTER TABLE legal_hold SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 50)',
    );
    await isolate(runner, 'legal_hold');
  }

  async down(runner: QueryRunner): Promise<void> {
    const held = (await runner.query(
      'SELECT FROM visit WHERE held_due_at IS NOT NULL LIMIT 1',
    )) as unknown[];
    if (held.length > 0) {
      throw new Error('Visits are held: release them first.');
    }
    await unisolate(runner, 'legal_hold');
    await runner.query('DROP TABLE legal_hold');
    await runner.query('ALTER TABLE organisation DROP COLUMN hold_missed_review');
    await runner.query('ALTER TABLE visit DROP COLUMN held_due_at');
  }
}
