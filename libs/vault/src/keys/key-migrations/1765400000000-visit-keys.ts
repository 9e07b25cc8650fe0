/** Keys of visits, the days they are sealed for, and which database this is. */
export const visitKeys1765400000000 = {
  name: 'VisitKeys1765400000000',
  up: `
    CREATE TABLE key_installation (
      only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
      identity uuid NOT NULL DEFAULT gen_random_uuid()
    );
    INSERT INTO key_installation DEFAULT VALUES;
    CREATE TABLE key_day (
      organisation_id uuid NOT NULL,
      due_day date NOT NULL,
      generation integer NOT NULL CHECK (generation > 0),
      state text NOT NULL CHECK (state IN ('live', 'closing', 'destroyed')),
      destroyed_at timestamptz NULL CHECK ((destroyed_at IS NOT NULL) = (state = 'destroyed')),
      PRIMARY KEY (organisation_id, due_day, generation)
    );
    CREATE INDEX key_day_closing_idx ON key_day (due_day) WHERE state = 'closing';
    CREATE TABLE visit_key (
      visit_id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL,
      due_at timestamptz NOT NULL,
      due_day date NOT NULL,
      generation integer NOT NULL,
      wrapped_key bytea NOT NULL,
      created_at timestamptz NOT NULL,
      changed_at timestamptz NOT NULL
    );
    CREATE INDEX visit_key_day_idx ON visit_key (organisation_id, due_day, generation);
    ALTER TABLE visit_key ALTER COLUMN wrapped_key SET STATISTICS 0, ALTER COLUMN wrapped_key SET STORAGE EXTERNAL;`,
};
