import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './support/isolate.js';

const STATEMENTS = [
  `ALTER TABLE organisation
    ADD COLUMN contact_name text,
    ADD COLUMN contact_phone text,
    ADD COLUMN contact_email text,
    ADD COLUMN officer_name text,
    ADD COLUMN officer_phone text,
    ADD COLUMN officer_email text,
    ADD COLUMN rights_answered_by text NOT NULL DEFAULT 'organisation'
      CHECK (rights_answered_by IN ('organisation', 'other-controller')),
    ADD COLUMN rights_name text,
    ADD COLUMN rights_phone text,
    ADD COLUMN rights_email text,
    ADD COLUMN sms_sender text CHECK (length(sms_sender) <= 11),
    ADD COLUMN mail_sender text,
    ADD COLUMN languages text[] NOT NULL DEFAULT '{fi,sv,en}'
      CHECK (cardinality(languages) > 0 AND languages <@ ARRAY['fi', 'sv', 'en']),
    ADD COLUMN accent_colour text CHECK (accent_colour ~ '^#[0-9a-f]{6}$'),
    ADD COLUMN version integer NOT NULL DEFAULT 1`,
  `CREATE TABLE organisation_logo (
    organisation_id uuid PRIMARY KEY REFERENCES organisation,
    media_type text NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg', 'image/webp')),
    image bytea NOT NULL CHECK (octet_length(image) <= 262144),
    digest text NOT NULL,
    created_at timestamptz NOT NULL
  )`,
  `ALTER TABLE service
    ADD COLUMN purpose_fi text NOT NULL DEFAULT '',
    ADD COLUMN purpose_sv text NOT NULL DEFAULT '',
    ADD COLUMN purpose_en text NOT NULL DEFAULT '',
    ADD COLUMN legal_basis text CHECK (legal_basis IN ('public-interest', 'legal-obligation', 'consent',
      'contract', 'vital-interest', 'legitimate-interest')),
    ADD COLUMN discreet boolean NOT NULL DEFAULT false,
    ADD COLUMN minors_allowed boolean NOT NULL DEFAULT false,
    ADD COLUMN version integer NOT NULL DEFAULT 1`,
  // The signer's name stays as it was signed, whatever becomes of the account.
  `CREATE TABLE service_statement (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    service_id uuid NOT NULL,
    professional_id uuid,
    signed_by text NOT NULL,
    record_system text NOT NULL,
    signed_at timestamptz NOT NULL,
    FOREIGN KEY (service_id, organisation_id) REFERENCES service (id, organisation_id),
    FOREIGN KEY (professional_id, organisation_id) REFERENCES professional (id, organisation_id)
      ON DELETE SET NULL (professional_id)
  )`,
  'CREATE INDEX service_statement_organisation_id_idx ON service_statement (organisation_id)',
  'CREATE INDEX service_statement_professional_id_idx ON service_statement (professional_id)',
  'CREATE INDEX service_statement_service_id_idx ON service_statement (service_id, signed_at)',
];

/** What organisations and services say of themselves, and the statement that must be signed before a first booking. */
export class Settings1764600000000 implements MigrationInterface {
  name = 'Settings1764600000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) {
      await runner.query(statement);
    }
    await isolate(runner, 'organisation_logo');
    await isolate(runner, 'service_statement');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE service_statement, organisation_logo');
    await runner.query(
      `ALTER TABLE service DROP COLUMN purpose_fi, DROP COLUMN purpose_sv, DROP COLUMN purpose_en,
       DROP COLUMN legal_basis, DROP COLUMN discreet, DROP COLUMN minors_allowed, DROP COLUMN version`,
    );
    await runner.query(
      `ALTER TABLE organisation DROP COLUMN contact_name, DROP COLUMN contact_phone, DROP COLUMN contact_email,
       DROP COLUMN officer_name, DROP COLUMN officer_phone, DROP COLUMN officer_email,
       DROP COLUMN rights_answered_by, DROP COLUMN rights_name, DROP COLUMN rights_phone, DROP COLUMN rights_email,
       DROP COLUMN sms_sender, DROP COLUMN mail_sender, DROP COLUMN languages, DROP COLUMN accent_colour,
       DROP COLUMN version`,
    );
  }
}
