import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './support/isolate.js';

const TABLES = [
  `CREATE TABLE audit_entry (
    organisation_id uuid NOT NULL REFERENCES organisation,
    sequence bigint NOT NULL CHECK (sequence > 0),
    id uuid NOT NULL UNIQUE,
    at timestamptz(3) NOT NULL,
    actor_kind text NOT NULL CHECK (actor_kind IN ('staff', 'client', 'operator', 'system', 'unknown')),
    actor_id uuid,
    event text NOT NULL CHECK (event ~ '^[a-z-]+\\.[a-z-]+$'),
    target_kind text
      CHECK (target_kind IN ('organisation', 'service', 'retention-policy', 'staff', 'team', 'visit', 'participant')),
    target_id uuid,
    visits uuid[] NOT NULL,
    network text CHECK (network ~ '^[0-9a-f.:/]{2,49}$'),
    correlation_id uuid,
    details json NOT NULL,
    hash bytea NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (organisation_id, sequence),
    CHECK ((actor_kind IN ('staff', 'client')) = (actor_id IS NOT NULL)),
    CHECK ((target_kind IS NULL) = (target_id IS NULL)),
    -- Where a client was is known of nobody after forgetting.
    CHECK (actor_kind <> 'client' OR network IS NULL)
  )`,
  'CREATE INDEX audit_entry_organisation_id_at_idx ON audit_entry (organisation_id, at)',
  'CREATE INDEX audit_entry_actor_id_idx ON audit_entry (actor_id, sequence) WHERE actor_id IS NOT NULL',
  'CREATE INDEX audit_entry_visits_idx ON audit_entry USING gin (visits)',
  // How far the chain has come, apart from it: a tail that is cut off is missed here.
  `CREATE TABLE audit_head (
    organisation_id uuid PRIMARY KEY REFERENCES organisation,
    entries bigint NOT NULL,
    hash bytea NOT NULL
  ) WITH (fillfactor = 50)`,
  // What expired: the chain goes on from the newest of these.
  `CREATE TABLE audit_checkpoint (
    organisation_id uuid NOT NULL REFERENCES organisation,
    through_sequence bigint NOT NULL,
    removed bigint NOT NULL CHECK (removed > 0),
    hash bytea NOT NULL,
    PRIMARY KEY (organisation_id, through_sequence)
  )`,
  `CREATE TABLE audit_check (
    organisation_id uuid PRIMARY KEY REFERENCES organisation,
    checked_at timestamptz,
    fully_checked_at timestamptz,
    verified_sequence bigint NOT NULL,
    verified_hash bytea,
    break_kind text CHECK (break_kind IN ('changed', 'missing', 'cut', 'added')),
    break_sequence bigint,
    break_entry_id uuid,
    break_found_at timestamptz
  )`,
];

/** The functions run as the owner of the tables and see one organisation's rows like everybody else. */
const AS_OWNER = 'SECURITY DEFINER SET search_path = public, pg_temp';

const FUNCTIONS = [
  // The same text as libs/audit/src/audit-chain.ts makes, which checks it without asking the database.
  `CREATE FUNCTION audit_hash(previous bytea, entry audit_entry) RETURNS bytea LANGUAGE sql STABLE
   RETURN sha256(convert_to(concat_ws(E'\\n', 'tapaamo-audit-1', encode(previous, 'hex'), entry.organisation_id,
     entry.sequence, entry.id, to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), entry.actor_kind,
     coalesce(entry.actor_id::text, '-'), entry.event, coalesce(entry.target_kind, '-'),
     coalesce(entry.target_id::text, '-'), array_to_string(entry.visits, ','), coalesce(entry.network, '-'),
     coalesce(entry.correlation_id::text, '-'), entry.details::text), 'UTF8'))`,

  `CREATE FUNCTION audit_append(organisation uuid, id uuid, at timestamptz, actor_kind text, actor_id uuid, event text,
     target_kind text, target_id uuid, visits uuid[], network text, correlation_id uuid, details json)
   RETURNS void LANGUAGE plpgsql ${AS_OWNER} AS $$
   DECLARE
     head audit_head;
     entry audit_entry;
     next bigint;
   BEGIN
     SELECT * INTO head FROM audit_head WHERE organisation_id = organisation FOR UPDATE;
     IF NOT FOUND THEN
       INSERT INTO audit_head VALUES (organisation, 0, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
       SELECT * INTO STRICT head FROM audit_head WHERE organisation_id = organisation FOR UPDATE;
     END IF;
     next := head.entries + 1;
     IF EXISTS (SELECT FROM audit_entry WHERE organisation_id = organisation AND sequence = next) THEN
       -- Somebody put entries in: a check tells of it, and nobody's work stops for it.
       SELECT max(sequence) + 1 INTO next FROM audit_entry WHERE organisation_id = organisation;
     END IF;
     entry := (organisation, next, id, at, actor_kind, actor_id, event, target_kind, target_id, visits,
       network, correlation_id, details, NULL);
     entry.hash := audit_hash(head.hash, entry);
     INSERT INTO audit_entry SELECT entry.*;
     UPDATE audit_head SET entries = entry.sequence, hash = entry.hash WHERE organisation_id = organisation;
   END $$`,

  // Removes what was recorded before an instant, from the oldest on, and never anything of the chain's last year.
  `CREATE FUNCTION audit_expire(organisation uuid, before timestamptz) RETURNS bigint LANGUAGE plpgsql ${AS_OWNER} AS $$
   DECLARE
     kept bigint;
     newest timestamptz;
     through audit_entry;
     gone bigint;
   BEGIN
     PERFORM FROM audit_head WHERE organisation_id = organisation FOR UPDATE;
     SELECT max(at) INTO newest FROM audit_entry WHERE organisation_id = organisation;
     SELECT min(sequence) INTO kept FROM audit_entry
       WHERE organisation_id = organisation AND at >= least(before, newest - interval '1 year');
     SELECT * INTO through FROM audit_entry WHERE organisation_id = organisation AND sequence < kept
       ORDER BY sequence DESC LIMIT 1;
     IF NOT FOUND THEN
       RETURN 0;
     END IF;
     PERFORM set_config('tapaamo.audit_expires', 'yes', true);
     DELETE FROM audit_entry WHERE organisation_id = organisation AND sequence <= through.sequence;
     GET DIAGNOSTICS gone = ROW_COUNT;
     PERFORM set_config('tapaamo.audit_expires', '', true);
     INSERT INTO audit_checkpoint VALUES (organisation, through.sequence, gone, through.hash);
     RETURN gone;
   END $$`,

  `CREATE FUNCTION audit_stays() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'audit_entry' AND current_setting('tapaamo.audit_expires', true) = 'yes' THEN
       RETURN NULL;
     END IF;
     RAISE EXCEPTION 'The audit log is only added to.' USING ERRCODE = 'restrict_violation';
   END $$`,
];

const TRIGGERS = ['audit_entry', 'audit_checkpoint'].map(
  (table) => `CREATE TRIGGER ${table}_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
    FOR EACH STATEMENT EXECUTE FUNCTION audit_stays()`,
);

/** The audit log: only added to, each entry bound to the one before it. */
export class Audit1764700000000 implements MigrationInterface {
  name = 'Audit1764700000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...FUNCTIONS, ...TRIGGERS]) {
      await runner.query(statement);
    }
    for (const table of ['audit_entry', 'audit_head', 'audit_checkpoint', 'audit_check']) {
      await isolate(runner, table);
    }
    await runner.query(
      `ALTER TABLE retention_policy DROP CONSTRAINT retention_policy_anchor_check,
       ADD CONSTRAINT retention_policy_anchor_check CHECK (anchor IN ('visit-end', 'recorded'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM retention_policy WHERE anchor = 'recorded'");
    await runner.query(
      `ALTER TABLE retention_policy DROP CONSTRAINT retention_policy_anchor_check,
       ADD CONSTRAINT retention_policy_anchor_check CHECK (anchor IN ('visit-end'))`,
    );
    await runner.query('DROP FUNCTION audit_append, audit_expire, audit_hash');
    await runner.query('DROP TABLE audit_check, audit_checkpoint, audit_head, audit_entry');
    await runner.query('DROP FUNCTION audit_stays');
  }
}
