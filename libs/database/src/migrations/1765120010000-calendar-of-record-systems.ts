import type { MigrationInterface, QueryRunner } from 'typeorm';

/** @param webhook - When a webhook is told of `happened`. @param also - What else is set when something newer happened. */
const notice = (
  webhook: string,
  also: string,
) => `CREATE OR REPLACE FUNCTION record_notice() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
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
        AND CASE targets.target WHEN 'webhook' THEN ${webhook}
          ELSE system.fhir_active AND happened IN ('visit.cancelled', 'visit.ended') END
    ON CONFLICT (booking_id, target) DO UPDATE SET event = excluded.event,
      version = record_notice.version + 1, attempts = 0, next_attempt_at = NULL, accepted_at = NULL${also};
    RETURN NULL;
  END $$`;

const reference = (
  also: string,
) => `CREATE OR REPLACE FUNCTION record_reference() RETURNS trigger LANGUAGE plpgsql
  SET search_path = public, pg_temp AS $$
  BEGIN
    UPDATE record_notice
      SET version = version + 1, attempts = 0, next_attempt_at = NULL, accepted_at = NULL${also}
      WHERE booking_id = NEW.booking_id;
    RETURN NULL;
  END $$`;

const HAPPENED_NOW = ', happened_at = now()';

/** Organisations choose whether bookings and moves are told; when it happened is known; the path of an address is sealed. */
export class CalendarOfRecordSystems1765120010000 implements MigrationInterface {
  name = 'CalendarOfRecordSystems1765120010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE record_system
      ADD COLUMN webhook_calendar boolean NOT NULL DEFAULT false, ADD COLUMN sealed_webhook_path bytea`);
    await runner.query('ALTER TABLE record_system ALTER COLUMN webhook_calendar DROP DEFAULT');
    // Residue of ciphertext must tell neither lengths nor values.
    await runner.query(`ALTER TABLE record_system
      ALTER sealed_webhook_path SET STATISTICS 0, ALTER sealed_webhook_path SET STORAGE EXTERNAL`);
    // Who is told of everything so far goes on to be. Migrations see all rows (migrate.ts): NO FORCE around it is needless.
    await runner.query('ALTER TABLE record_system NO FORCE ROW LEVEL SECURITY');
    await runner.query('UPDATE record_system SET webhook_calendar = webhook_active');
    await runner.query('ALTER TABLE record_system FORCE ROW LEVEL SECURITY');
    await runner.query(
      'ALTER TABLE record_notice ADD COLUMN happened_at timestamptz NOT NULL DEFAULT now()',
    );
    const isWanted =
      "system.webhook_active AND (system.webhook_calendar OR happened IN ('visit.cancelled', 'visit.ended'))";
    await runner.query(notice(isWanted, HAPPENED_NOW));
    await runner.query(reference(HAPPENED_NOW));
  }

  /** Addresses whose path is sealed by now lose it: they are typed again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(reference(''));
    await runner.query(notice('system.webhook_active', ''));
    await runner.query('ALTER TABLE record_notice DROP COLUMN happened_at');
    await runner.query(
      'ALTER TABLE record_system DROP COLUMN sealed_webhook_path, DROP COLUMN webhook_calendar',
    );
  }
}
