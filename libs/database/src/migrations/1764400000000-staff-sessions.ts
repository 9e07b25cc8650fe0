import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './support/isolate.js';

const STATEMENTS = [
  // Who is signed in signs in once more: a session that was kept by its id cannot be kept by its hash.
  'DROP TABLE staff_session',
  `CREATE TABLE staff_session (
    id uuid PRIMARY KEY,
    secret_hash bytea NOT NULL UNIQUE,
    organisation_id uuid NOT NULL REFERENCES organisation,
    professional_id uuid NOT NULL,
    means text NOT NULL CHECK (means IN ('password', 'password-and-code', 'password-and-recovery-code', 'passkey')),
    browser text NOT NULL CHECK (browser IN ('chrome', 'edge', 'firefox', 'safari', 'other')),
    system text NOT NULL CHECK (system IN ('windows', 'macos', 'linux', 'android', 'ios', 'other')),
    network text NOT NULL,
    created_at timestamptz NOT NULL,
    confirmed_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT staff_session_professional_id_fkey FOREIGN KEY (professional_id, organisation_id)
      REFERENCES professional (id, organisation_id) ON DELETE CASCADE
  )`,
  'CREATE INDEX staff_session_organisation_id_idx ON staff_session (organisation_id)',
  'CREATE INDEX staff_session_professional_id_idx ON staff_session (professional_id)',
];

/** Sessions of staff that can be listed and ended, found by the hash of their id. */
export class StaffSessions1764400000000 implements MigrationInterface {
  name = 'StaffSessions1764400000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) {
      await runner.query(statement);
    }
    await isolate(runner, 'staff_session', { held: { staff_session: 'secret_hash' } });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE staff_session');
    await runner.query(
      'CREATE TABLE staff_session (sid text PRIMARY KEY, sess json NOT NULL, expire timestamptz NOT NULL)',
    );
    await runner.query('CREATE INDEX staff_session_expire_idx ON staff_session (expire)');
  }
}
