import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Takes every row of an organisation away in one statement: what refers to each other is looked at when all of it is gone.
 * The tables are those that say whose their rows are, so that none can be left out. As the owner, for the audit log too; who
 * asks sees one organisation's rows like everybody else, and it must have been closed and its keys be gone.
 */
const ERASE = `CREATE FUNCTION organisation_erase(organisation uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    parts text;
  BEGIN
    PERFORM FROM closed_organisation
      WHERE id = organisation AND keys_destroyed_at IS NOT NULL AND erased_at IS NULL FOR UPDATE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'The organisation is not closed.' USING ERRCODE = 'restrict_violation';
    END IF;
    SELECT string_agg(format('part_%s AS (DELETE FROM %I WHERE organisation_id = $1)', ordinal, relname), ', ') INTO parts
      FROM (
        SELECT relname, row_number() OVER (ORDER BY relname) AS ordinal FROM pg_class
        JOIN pg_attribute ON attrelid = pg_class.oid AND attname = 'organisation_id' AND NOT attisdropped
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
      ) owned;
    PERFORM set_config('tapaamo.audit_expires', 'organisation', true);
    EXECUTE format('WITH %s DELETE FROM organisation WHERE id = $1', parts) USING organisation;
    PERFORM set_config('tapaamo.audit_expires', '', true);
  END $$`;

/** The checkpoints of an audit log stay with it: they go only with their organisation. */
const AUDIT_STAYS = (
  checkpoints: string,
) => `CREATE OR REPLACE FUNCTION audit_stays() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'audit_entry' AND current_setting('tapaamo.audit_expires', true) = 'yes' THEN
      RETURN NULL;
    END IF;
    ${checkpoints}
    RAISE EXCEPTION 'The audit log is only added to.' USING ERRCODE = 'restrict_violation';
  END $$`;

const WITH_ORGANISATION = `IF TG_OP = 'DELETE' AND current_setting('tapaamo.audit_expires', true) = 'organisation' THEN
      RETURN NULL;
    END IF;`;

/** Organisations whose contract has ended: asked for, confirmed, and what came of it. */
export class ContractEnd1765490000000 implements MigrationInterface {
  name = 'ContractEnd1765490000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE organisation ADD COLUMN close_asked_at timestamptz,
         ADD CONSTRAINT organisation_close_check CHECK (close_asked_at IS NULL OR disabled_at IS NOT NULL)`,
    );
    // It outlives the organisation, of which it has nothing but the random id.
    await runner.query(`CREATE TABLE closed_organisation (
      id uuid PRIMARY KEY,
      confirmed_at timestamptz NOT NULL,
      visits integer NOT NULL DEFAULT 0,
      keys_destroyed_at timestamptz,
      unrevivable_at timestamptz,
      erased_at timestamptz,
      CHECK (erased_at IS NULL OR keys_destroyed_at IS NOT NULL),
      -- Null as well where nobody here knows for how long an engine's own snapshots are kept.
      CHECK (unrevivable_at IS NULL OR keys_destroyed_at IS NOT NULL)
    )`);
    await runner.query(AUDIT_STAYS(WITH_ORGANISATION));
    await runner.query(ERASE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION organisation_erase');
    await runner.query(AUDIT_STAYS(''));
    await runner.query('DROP TABLE closed_organisation');
    await runner.query(
      'ALTER TABLE organisation DROP CONSTRAINT organisation_close_check, DROP COLUMN close_asked_at',
    );
  }
}
