import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './support/isolate.js';

const KEY_TABLE = `CREATE TABLE record_key (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  name text NOT NULL,
  prefix text NOT NULL,
  secret_hash bytea NOT NULL CHECK (length(secret_hash) = 32),
  scopes text[] NOT NULL
    CHECK (scopes <> '{}' AND scopes <@ ARRAY['calendar:read', 'bookings:read', 'bookings:write']),
  last_day date,
  last_used_on date,
  revoked_at timestamptz,
  created_at timestamptz NOT NULL,
  CONSTRAINT record_key_secret_hash_key UNIQUE (secret_hash),
  CONSTRAINT record_key_organisation_key UNIQUE (id, organisation_id)
)`;

/** Whom and what the audit log may name. */
const NAMED_BEFORE = {
  actors: "'staff', 'client'",
  targets: "'organisation', 'service', 'retention-policy', 'staff', 'team', 'visit', 'participant'",
};
const NAMED = {
  actors: `${NAMED_BEFORE.actors}, 'record-system'`,
  targets: `${NAMED_BEFORE.targets}, 'record-key'`,
};

/** Keys by which record systems ask, and their place in the audit log. */
export class RecordKeys1765110000000 implements MigrationInterface {
  name = 'RecordKeys1765110000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(KEY_TABLE);
    await runner.query(
      'CREATE INDEX record_key_organisation_id_idx ON record_key (organisation_id)',
    );
    await isolate(runner, 'record_key', { held: { record_key: 'secret_hash' } });
    // The first check of more columns than one is of the actor.
    await runner.query(
      'ALTER TABLE audit_entry RENAME CONSTRAINT audit_entry_check TO audit_entry_actor_id_check',
    );
    await mayName(runner, NAMED);
  }

  async down(runner: QueryRunner): Promise<void> {
    // What the log has told stays told.
    await mayName(runner, NAMED_BEFORE, 'NOT VALID');
    await runner.query(
      'ALTER TABLE audit_entry RENAME CONSTRAINT audit_entry_actor_id_check TO audit_entry_check',
    );
    await runner.query('DROP TABLE record_key');
  }
}

async function mayName(
  runner: QueryRunner,
  { actors, targets }: typeof NAMED,
  validity = '',
): Promise<void> {
  await runner.query(`ALTER TABLE audit_entry
    DROP CONSTRAINT audit_entry_actor_kind_check,
    DROP CONSTRAINT audit_entry_actor_id_check,
    DROP CONSTRAINT audit_entry_target_kind_check,
    ADD CONSTRAINT audit_entry_actor_kind_check
      CHECK (actor_kind IN (${actors}, 'operator', 'system', 'unknown')) ${validity},
    ADD CONSTRAINT audit_entry_actor_id_check
      CHECK ((actor_kind IN (${actors})) = (actor_id IS NOT NULL)) ${validity},
    ADD CONSTRAINT audit_entry_target_kind_check CHECK (target_kind IN (${targets})) ${validity}`);
}
