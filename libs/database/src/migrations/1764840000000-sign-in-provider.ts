import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './support/isolate.js';

const MEANS = ['password', 'password-and-code', 'password-and-recovery-code', 'passkey'];

const STATEMENTS = [
  `CREATE TABLE sign_in_provider (
    organisation_id uuid PRIMARY KEY REFERENCES organisation,
    display_name text NOT NULL,
    issuer text NOT NULL,
    relying_party_id text NOT NULL,
    sealed_secret bytea NOT NULL,
    address_claim text NOT NULL CHECK (address_claim IN ('email', 'preferred_username', 'upn')),
    addresses_verified boolean NOT NULL,
    unknown_people text NOT NULL CHECK (unknown_people IN ('refused', 'created')),
    group_claim text,
    professional_group text,
    team_lead_group text,
    admin_group text,
    officer_group text,
    second_factor_value text,
    active boolean NOT NULL,
    version integer NOT NULL,
    created_at timestamptz NOT NULL
  )`,
  // A domain leads to one organisation, so that nobody is led to another's provider.
  `CREATE TABLE sign_in_domain (
    domain text PRIMARY KEY CHECK (domain = lower(domain)),
    organisation_id uuid NOT NULL REFERENCES organisation
  )`,
  'CREATE INDEX sign_in_domain_organisation_id_idx ON sign_in_domain (organisation_id)',
  `CREATE TABLE sign_in_transaction (
    state_hash bytea PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    browser_hash bytea NOT NULL,
    sealed bytea NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
  )`,
  // Residue of ciphertext must tell neither lengths nor values.
  'ALTER TABLE sign_in_provider ALTER sealed_secret SET STATISTICS 0, ALTER sealed_secret SET STORAGE EXTERNAL',
  'ALTER TABLE sign_in_transaction ALTER sealed SET STATISTICS 0, ALTER sealed SET STORAGE EXTERNAL',
  'CREATE INDEX sign_in_transaction_organisation_id_idx ON sign_in_transaction (organisation_id)',
  `CREATE TABLE staff_identity (
    organisation_id uuid NOT NULL REFERENCES organisation,
    subject_hash bytea NOT NULL,
    professional_id uuid NOT NULL,
    issuer text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, subject_hash),
    CONSTRAINT staff_identity_professional_id_fkey FOREIGN KEY (professional_id, organisation_id)
      REFERENCES professional (id, organisation_id) ON DELETE CASCADE
  )`,
  'CREATE UNIQUE INDEX staff_identity_professional_id_issuer_key ON staff_identity (professional_id, issuer)',
];

/** Sign-in by the organisation's own provider: its settings, people on their way there, and whose account is whose. */
export class SignInProvider1764840000000 implements MigrationInterface {
  name = 'SignInProvider1764840000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) {
      await runner.query(statement);
    }
    await isolate(runner, 'sign_in_provider');
    await isolate(runner, 'sign_in_domain', { held: { sign_in_domain: 'domain' } });
    await isolate(runner, 'sign_in_transaction', { held: { sign_in_state: 'state_hash' } });
    await isolate(runner, 'staff_identity');
    await allowMeans(runner, [...MEANS, 'oidc']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM staff_session WHERE means = 'oidc'");
    await allowMeans(runner, MEANS);
    await runner.query(
      'DROP TABLE staff_identity, sign_in_transaction, sign_in_domain, sign_in_provider',
    );
  }
}

async function allowMeans(runner: QueryRunner, means: readonly string[]): Promise<void> {
  const list = means.map((each) => `'${each}'`).join(', ');
  await runner.query(
    `ALTER TABLE staff_session DROP CONSTRAINT staff_session_means_check,
     ADD CONSTRAINT staff_session_means_check CHECK (means IN (${list}))`,
  );
}
