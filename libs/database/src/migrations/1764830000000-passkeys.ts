import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './support/isolate.js';

const STATEMENTS = [
  'ALTER TABLE professional ADD COLUMN sign_in_reset_at timestamptz',
  `CREATE TABLE passkey (
    id uuid PRIMARY KEY,
    credential_id bytea NOT NULL UNIQUE,
    organisation_id uuid NOT NULL REFERENCES organisation,
    professional_id uuid NOT NULL,
    public_key bytea NOT NULL,
    counter bigint NOT NULL,
    transports text[] NOT NULL,
    name text NOT NULL,
    backed_up boolean NOT NULL,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz,
    CONSTRAINT passkey_professional_id_fkey FOREIGN KEY (professional_id, organisation_id)
      REFERENCES professional (id, organisation_id) ON DELETE CASCADE
  )`,
  'CREATE INDEX passkey_organisation_id_idx ON passkey (organisation_id)',
  'CREATE INDEX passkey_professional_id_idx ON passkey (professional_id)',
  `CREATE TABLE used_challenge (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    expires_at timestamptz NOT NULL
  )`,
  'CREATE INDEX used_challenge_organisation_id_idx ON used_challenge (organisation_id)',
];

/** Passkeys of staff, the challenges that were answered, and accounts whose means of sign-in an admin took away. */
export class Passkeys1764830000000 implements MigrationInterface {
  name = 'Passkeys1764830000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) {
      await runner.query(statement);
    }
    await isolate(runner, 'passkey', { held: { passkey: 'credential_id' } });
    await isolate(runner, 'used_challenge');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE used_challenge, passkey');
    await runner.query('ALTER TABLE professional DROP COLUMN sign_in_reset_at');
  }
}
