import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './support/isolate.js';

const STATEMENTS = [
  `CREATE TABLE account_notice (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    professional_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('method-added', 'method-removed', 'password-changed')),
    attempts integer NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT account_notice_professional_id_fkey FOREIGN KEY (professional_id, organisation_id)
      REFERENCES professional (id, organisation_id) ON DELETE CASCADE
  )`,
  'CREATE INDEX account_notice_organisation_id_idx ON account_notice (organisation_id)',
  'CREATE INDEX account_notice_professional_id_idx ON account_notice (professional_id)',
];

/** Mails to staff about changes of their means of sign-in. */
export class AccountNotices1764830010000 implements MigrationInterface {
  name = 'AccountNotices1764830010000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) {
      await runner.query(statement);
    }
    await isolate(runner, 'account_notice');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE account_notice');
  }
}
