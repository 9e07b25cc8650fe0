import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // An invited person has no password yet; one who signs in with a passkey never has.
  'ALTER TABLE professional ALTER COLUMN password_hash DROP NOT NULL',
  'ALTER TABLE professional ADD COLUMN deactivated_at timestamptz',
  `CREATE TABLE staff_invitation (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    professional_id uuid NOT NULL REFERENCES professional ON DELETE CASCADE,
    invited_by uuid REFERENCES professional ON DELETE SET NULL,
    secret_hash bytea UNIQUE,
    status text NOT NULL CHECK (status IN ('queued', 'sent', 'failed', 'accepted', 'withdrawn')),
    attempts integer NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    accepted_at timestamptz,
    created_at timestamptz NOT NULL
  )`,
  'CREATE INDEX staff_invitation_organisation_id_idx ON staff_invitation (organisation_id)',
  'CREATE INDEX staff_invitation_professional_id_idx ON staff_invitation (professional_id)',
  'CREATE INDEX staff_invitation_invited_by_idx ON staff_invitation (invited_by)',
  "CREATE INDEX staff_invitation_queued_idx ON staff_invitation (next_attempt_at) WHERE status = 'queued'",
];

/** Personal accounts: invited, and deactivated when somebody leaves. */
export class StaffInvitations1764210000000 implements MigrationInterface {
  name = 'StaffInvitations1764210000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE staff_invitation');
    await runner.query('ALTER TABLE professional DROP COLUMN deactivated_at');
    await runner.query('ALTER TABLE professional ALTER COLUMN password_hash SET NOT NULL');
  }
}
