/**
 * Keys of holds: the public half, and the data key of the held visit sealed to it. The private half is with the job runner
 * alone. A visit is held once at a time.
 */
export const holds1765521000000 = {
  name: 'Holds1765521000000',
  up: `
    CREATE TABLE hold_key (
      hold_id uuid PRIMARY KEY,
      visit_id uuid NOT NULL,
      organisation_id uuid NOT NULL,
      recipient text NOT NULL CHECK (recipient ~ '^age1[a-z0-9]{58}$'),
      sealed_key bytea,
      created_at timestamptz NOT NULL,
      sealed_at timestamptz CHECK ((sealed_at IS NULL) = (sealed_key IS NULL))
    );
    CREATE UNIQUE INDEX hold_key_visit_key ON hold_key (visit_id) WHERE sealed_key IS NOT NULL;
    ALTER TABLE hold_key ALTER COLUMN sealed_key SET STATISTICS 0, ALTER COLUMN sealed_key SET STORAGE EXTERNAL;
    ALTER TABLE hold_key SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 50);`,
};
