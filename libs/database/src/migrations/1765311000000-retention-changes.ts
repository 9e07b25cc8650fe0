import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate, unisolate } from './support/isolate.js';

/**
 * A retention policy may be one service's own; a shorter one is proposed by one admin and confirmed by another. Categories
 * are a closed list. Policies are never changed: each change is a row with the next version, which is the history.
 */
export class RetentionChanges1765311000000 implements MigrationInterface {
  name = 'RetentionChanges1765311000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE retention_policy
      ADD COLUMN service_id uuid,
      ADD CONSTRAINT retention_policy_service_id_fkey FOREIGN KEY (service_id, organisation_id)
        REFERENCES service (id, organisation_id),
      ADD CONSTRAINT retention_policy_category_check
        CHECK (category IN ('identifiers', 'messages', 'audit', 'rights-requests', 'incidents')),
      DROP CONSTRAINT retention_policy_organisation_id_category_version_key,
      ADD CONSTRAINT retention_policy_version_key
        UNIQUE NULLS NOT DISTINCT (organisation_id, service_id, category, version)`);
    await runner.query(
      'CREATE INDEX retention_policy_service_id_idx ON retention_policy (service_id)',
    );
    await runner.query(`CREATE TABLE retention_change (
      id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      service_id uuid NOT NULL,
      period text NOT NULL,
      state text NOT NULL CHECK (state IN ('proposed', 'confirmed', 'withdrawn')),
      proposed_by uuid NOT NULL,
      proposed_at timestamptz NOT NULL,
      decided_by uuid,
      decided_at timestamptz,
      CONSTRAINT retention_change_service_id_fkey FOREIGN KEY (service_id, organisation_id)
        REFERENCES service (id, organisation_id),
      CONSTRAINT retention_change_decided CHECK (num_nulls(decided_by, decided_at) =
        CASE state WHEN 'proposed' THEN 2 ELSE 0 END),
      CONSTRAINT retention_change_two_people CHECK (state <> 'confirmed' OR decided_by <> proposed_by)
    )`);
    await runner.query(
      'CREATE INDEX retention_change_organisation_id_idx ON retention_change (organisation_id)',
    );
    await runner.query(`CREATE UNIQUE INDEX retention_change_waiting_key ON retention_change (service_id)
      WHERE state = 'proposed'`);
    await isolate(runner, 'retention_change');
  }

  async down(runner: QueryRunner): Promise<void> {
    await unisolate(runner, 'retention_change');
    await runner.query('DROP TABLE retention_change');
    // Visits of a service's own policy are kept by the organisation's then; their due instants stay.
    for (const table of ['visit', 'service']) {
      await runner.query(`UPDATE ${table} SET retention_policy_id = common.id
        FROM retention_policy own JOIN retention_policy common
          ON common.organisation_id = own.organisation_id AND common.service_id IS NULL
          AND common.category = own.category
        WHERE own.id = ${table}.retention_policy_id AND own.service_id IS NOT NULL`);
    }
    await runner.query('DELETE FROM retention_policy WHERE service_id IS NOT NULL');
    await runner.query(`ALTER TABLE retention_policy
      DROP CONSTRAINT retention_policy_version_key,
      DROP CONSTRAINT retention_policy_category_check,
      DROP COLUMN service_id,
      ADD CONSTRAINT retention_policy_organisation_id_category_version_key
        UNIQUE (organisation_id, category, version)`);
  }
}
