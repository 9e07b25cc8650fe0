import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './support/isolate.js';

const EVENTS = "('visit.booked', 'visit.moved', 'visit.cancelled', 'visit.ended')";

const TABLES = [
  `CREATE TABLE record_system (
    organisation_id uuid PRIMARY KEY REFERENCES organisation,
    webhook_address text,
    webhook_active boolean NOT NULL,
    sealed_webhook_secret bytea,
    sealed_previous_secret bytea,
    previous_secret_until timestamptz,
    fhir_address text,
    fhir_active boolean NOT NULL,
    sealed_fhir_token bytea,
    version integer NOT NULL,
    created_at timestamptz NOT NULL,
    CHECK (NOT webhook_active OR (webhook_address IS NOT NULL AND sealed_webhook_secret IS NOT NULL)),
    CHECK (NOT fhir_active OR fhir_address IS NOT NULL)
  )`,
  `CREATE TABLE record_notice (
    booking_id uuid NOT NULL,
    organisation_id uuid NOT NULL REFERENCES organisation,
    target text NOT NULL CHECK (target IN ('webhook', 'fhir')),
    event text NOT NULL CHECK (event IN ${EVENTS}),
    version integer NOT NULL,
    attempts integer NOT NULL,
    next_attempt_at timestamptz,
    in_hand_until timestamptz,
    accepted_at timestamptz,
    PRIMARY KEY (booking_id, target),
    CONSTRAINT record_notice_booking_id_fkey FOREIGN KEY (booking_id, organisation_id)
      REFERENCES booking (id, organisation_id) ON DELETE CASCADE
  )`,
  'CREATE INDEX record_notice_organisation_id_idx ON record_notice (organisation_id)',
  'CREATE INDEX record_notice_waiting_idx ON record_notice (target, next_attempt_at) WHERE accepted_at IS NULL',
  `CREATE TABLE record_attempt (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    at timestamptz NOT NULL,
    target text NOT NULL CHECK (target IN ('webhook', 'fhir')),
    event text NOT NULL CHECK (event IN ('test', ${EVENTS.slice(1)}),
    status integer,
    failure text CHECK (failure IN ('unreachable', 'not-allowed', 'refused', 'sealed', 'failed'))
  )`,
  'CREATE INDEX record_attempt_organisation_id_at_idx ON record_attempt (organisation_id, at)',
];

/**
 * What the record system is to be told is written with what it tells, whoever changes a booking. A notice that is not
 * taken yet tells the latest: it is read out of the visit as it is sent.
 */
const NOTICE = `CREATE FUNCTION record_notice() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  DECLARE
    happened text;
  BEGIN
    happened := CASE
      WHEN TG_OP = 'INSERT' THEN 'visit.booked'
      WHEN NEW.status = 'cancelled' AND OLD.status <> 'cancelled' THEN 'visit.cancelled'
      WHEN NEW.status IN ('fulfilled', 'noshow') AND NEW.status <> OLD.status THEN 'visit.ended'
      WHEN (NEW.starts_at, NEW.ends_at, NEW.professional_id)
        IS DISTINCT FROM (OLD.starts_at, OLD.ends_at, OLD.professional_id) THEN 'visit.moved'
    END;
    IF happened IS NULL THEN
      RETURN NULL;
    END IF;
    INSERT INTO record_notice (booking_id, organisation_id, target, event, version, attempts)
      SELECT NEW.id, NEW.organisation_id, targets.target, happened, 1, 0
      FROM record_system system, (VALUES ('webhook'), ('fhir')) AS targets (target)
      WHERE system.organisation_id = NEW.organisation_id
        AND CASE targets.target WHEN 'webhook' THEN system.webhook_active
          ELSE system.fhir_active AND happened IN ('visit.cancelled', 'visit.ended') END
    ON CONFLICT (booking_id, target) DO UPDATE SET event = excluded.event,
      version = record_notice.version + 1, attempts = 0, next_attempt_at = NULL, accepted_at = NULL;
    RETURN NULL;
  END $$`;

/** What organisations' own record systems are told: where, what waits, and what was tried. */
export class RecordSystem1765090100000 implements MigrationInterface {
  name = 'RecordSystem1765090100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of TABLES) {
      await runner.query(sql);
    }
    // Residue of ciphertext must tell neither lengths nor values.
    for (const column of ['sealed_webhook_secret', 'sealed_previous_secret', 'sealed_fhir_token']) {
      await runner.query(
        `ALTER TABLE record_system ALTER ${column} SET STATISTICS 0, ALTER ${column} SET STORAGE EXTERNAL`,
      );
    }
    await runner.query(NOTICE);
    await runner.query(`CREATE TRIGGER record_notice
      AFTER INSERT OR UPDATE OF status, starts_at, ends_at, professional_id ON booking
      FOR EACH ROW EXECUTE FUNCTION record_notice()`);
    for (const table of ['record_system', 'record_notice', 'record_attempt']) {
      await isolate(runner, table);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER record_notice ON booking');
    await runner.query('DROP FUNCTION record_notice()');
    await runner.query('DROP TABLE record_attempt, record_notice, record_system');
  }
}
