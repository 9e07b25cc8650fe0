import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns that hold sealed identifiers: no statistics of their values, no compression, out of line. */
const SEALED = ['participant', 'identification', 'identification_transaction', 'outbox_message'];

const STATEMENTS = [
  'CREATE EXTENSION IF NOT EXISTS btree_gist',

  `CREATE TABLE organisation (
    id uuid PRIMARY KEY,
    name_fi text NOT NULL,
    name_sv text NOT NULL,
    name_en text NOT NULL,
    created_at timestamptz NOT NULL
  )`,
  `CREATE TABLE retention_policy (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    category text NOT NULL,
    anchor text NOT NULL CHECK (anchor IN ('visit-end')),
    period text NOT NULL,
    version integer NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (organisation_id, category, version)
  )`,
  `CREATE TABLE service (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    name_fi text NOT NULL,
    name_sv text NOT NULL,
    name_en text NOT NULL,
    duration_minutes integer NOT NULL CHECK (duration_minutes BETWEEN 5 AND 480),
    identification_level text NOT NULL CHECK (identification_level IN ('required', 'offered', 'off')),
    retention_policy_id uuid NOT NULL REFERENCES retention_policy,
    active boolean NOT NULL
  )`,
  'CREATE INDEX service_organisation_id_idx ON service (organisation_id)',
  'CREATE INDEX service_retention_policy_id_idx ON service (retention_policy_id)',
  `CREATE TABLE professional (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    email text NOT NULL,
    display_name text NOT NULL,
    password_hash text NOT NULL,
    role text NOT NULL CHECK (role IN ('professional', 'admin')),
    created_at timestamptz NOT NULL
  )`,
  'CREATE UNIQUE INDEX professional_email_key ON professional (lower(email))',
  'CREATE INDEX professional_organisation_id_idx ON professional (organisation_id)',
  `CREATE TABLE staff_session (
    sid text PRIMARY KEY,
    sess json NOT NULL,
    expire timestamptz NOT NULL
  )`,
  'CREATE INDEX staff_session_expire_idx ON staff_session (expire)',

  `CREATE TABLE media_node (
    id uuid PRIMARY KEY,
    url text NOT NULL,
    load real NOT NULL,
    visits integer NOT NULL,
    heartbeat_at timestamptz NOT NULL
  )`,

  `CREATE TABLE booking (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    service_id uuid NOT NULL REFERENCES service,
    professional_id uuid NOT NULL REFERENCES professional,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    status text NOT NULL CHECK (status IN ('booked', 'arrived', 'fulfilled', 'cancelled', 'noshow')),
    created_at timestamptz NOT NULL,
    CHECK (ends_at > starts_at),
    CONSTRAINT booking_no_overlap EXCLUDE USING gist
      (professional_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (status <> 'cancelled')
  )`,
  'CREATE INDEX booking_professional_id_starts_at_idx ON booking (professional_id, starts_at)',
  'CREATE INDEX booking_organisation_id_idx ON booking (organisation_id)',
  'CREATE INDEX booking_service_id_idx ON booking (service_id)',
  `CREATE TABLE visit (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    booking_id uuid NOT NULL UNIQUE REFERENCES booking ON DELETE CASCADE,
    media_node_id uuid,
    ended_at timestamptz,
    purge_due_at timestamptz NOT NULL,
    retention_policy_id uuid NOT NULL REFERENCES retention_policy,
    created_at timestamptz NOT NULL
  )`,
  'CREATE INDEX visit_purge_due_at_idx ON visit (purge_due_at)',
  'CREATE INDEX visit_organisation_id_idx ON visit (organisation_id)',
  'CREATE INDEX visit_retention_policy_id_idx ON visit (retention_policy_id)',
  'CREATE INDEX visit_open_idx ON visit (created_at) WHERE ended_at IS NULL',
  `CREATE TABLE participant (
    id uuid PRIMARY KEY,
    visit_id uuid NOT NULL REFERENCES visit ON DELETE CASCADE,
    role text NOT NULL CHECK (role IN ('client', 'professional')),
    professional_id uuid REFERENCES professional,
    envelope bytea,
    link_hash bytea UNIQUE,
    admission text NOT NULL CHECK (admission IN ('outside', 'waiting', 'admitted', 'left')),
    session_id uuid,
    connected_node_id uuid,
    arrived_at timestamptz,
    device_camera text CHECK (device_camera IN ('works', 'refused', 'missing', 'broken')),
    device_microphone text CHECK (device_microphone IN ('works', 'refused', 'missing', 'broken')),
    created_at timestamptz NOT NULL,
    CHECK ((role = 'professional') = (professional_id IS NOT NULL))
  )`,
  'CREATE INDEX participant_visit_id_idx ON participant (visit_id)',
  'CREATE INDEX participant_professional_id_idx ON participant (professional_id)',
  `CREATE TABLE door_session (
    id uuid PRIMARY KEY,
    visit_id uuid NOT NULL REFERENCES visit ON DELETE CASCADE,
    participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
    secret_hash bytea NOT NULL UNIQUE,
    language text NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
  )`,
  'CREATE INDEX door_session_visit_id_idx ON door_session (visit_id)',
  'CREATE INDEX door_session_participant_id_idx ON door_session (participant_id)',

  `CREATE TABLE identification_transaction (
    state_hash bytea PRIMARY KEY,
    visit_id uuid NOT NULL REFERENCES visit ON DELETE CASCADE,
    participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
    session_id uuid NOT NULL,
    browser_hash bytea NOT NULL,
    envelope bytea NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
  )`,
  'CREATE INDEX identification_transaction_visit_id_idx ON identification_transaction (visit_id)',
  'CREATE INDEX identification_transaction_participant_id_idx ON identification_transaction (participant_id)',
  'CREATE INDEX identification_transaction_expires_at_idx ON identification_transaction (expires_at)',
  `CREATE TABLE identification (
    id uuid PRIMARY KEY,
    visit_id uuid NOT NULL REFERENCES visit ON DELETE CASCADE,
    participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
    session_id uuid NOT NULL UNIQUE,
    envelope bytea NOT NULL,
    created_at timestamptz NOT NULL
  )`,
  'CREATE INDEX identification_visit_id_idx ON identification (visit_id)',
  'CREATE INDEX identification_participant_id_idx ON identification (participant_id)',

  `CREATE TABLE outbox_message (
    id uuid PRIMARY KEY,
    visit_id uuid NOT NULL REFERENCES visit ON DELETE CASCADE,
    participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
    channel text NOT NULL CHECK (channel IN ('sms', 'email')),
    kind text NOT NULL CHECK (kind IN ('invitation')),
    envelope bytea NOT NULL,
    status text NOT NULL CHECK (status IN ('queued', 'sent', 'failed')),
    attempts integer NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    sent_at timestamptz,
    created_at timestamptz NOT NULL
  )`,
  'CREATE INDEX outbox_message_visit_id_idx ON outbox_message (visit_id)',
  'CREATE INDEX outbox_message_participant_id_idx ON outbox_message (participant_id)',
  "CREATE INDEX outbox_message_queued_idx ON outbox_message (next_attempt_at) WHERE status = 'queued'",

  // No reference to visit: this table moves to a database of its own, and an orphan must be possible and swept.
  `CREATE TABLE visit_key (
    visit_id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    due_at timestamptz NOT NULL,
    due_day date NOT NULL,
    generation integer NOT NULL,
    wrapped_key bytea NOT NULL,
    created_at timestamptz NOT NULL
  )`,
  'CREATE INDEX visit_key_bucket_idx ON visit_key (organisation_id, due_day)',

  `CREATE TABLE forgotten_link (
    link_hash bytea PRIMARY KEY,
    forgotten_on date NOT NULL
  )`,
  'CREATE INDEX forgotten_link_forgotten_on_idx ON forgotten_link (forgotten_on)',
  `CREATE TABLE purge_count (
    organisation_id uuid NOT NULL REFERENCES organisation,
    due_day date NOT NULL,
    erased_hour timestamptz NOT NULL,
    erased integer NOT NULL,
    PRIMARY KEY (organisation_id, due_day, erased_hour)
  )`,
  `CREATE TABLE purge_run (
    id uuid PRIMARY KEY,
    started_at timestamptz NOT NULL,
    finished_at timestamptz,
    erased integer NOT NULL,
    failed integer NOT NULL
  )`,
  'CREATE INDEX purge_run_started_at_idx ON purge_run (started_at)',
  `CREATE TABLE visit_count (
    organisation_id uuid NOT NULL REFERENCES organisation,
    service_id uuid NOT NULL REFERENCES service,
    month date NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('fulfilled', 'cancelled', 'noshow')),
    visits integer NOT NULL,
    PRIMARY KEY (organisation_id, service_id, month, outcome)
  )`,
  'CREATE INDEX visit_count_service_id_idx ON visit_count (service_id)',

  ...SEALED.flatMap((table) => [
    `ALTER TABLE ${table} ALTER COLUMN envelope SET STATISTICS 0`,
    `ALTER TABLE ${table} ALTER COLUMN envelope SET STORAGE EXTERNAL`,
  ]),
];

/** The first schema: organisations and staff, bookings and visits, sealed identifiers, messages, forgetting. */
export class WalkingProduct1764000000000 implements MigrationInterface {
  name = 'WalkingProduct1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables =
      'visit_count, purge_run, purge_count, forgotten_link, visit_key, outbox_message, identification, identification_transaction, door_session, participant, visit, booking, media_node, staff_session, professional, service, retention_policy, organisation';
    await runner.query(`DROP TABLE ${tables}`);
  }
}
