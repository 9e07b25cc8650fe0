/**
 * Day keys that are to go before their day, because a visit under them is due earlier or forgotten already, and where keys
 * of visits were wrapped before: old copies of the database open with these.
 */
export const puncture1765430000000 = {
  name: 'Puncture1765430000000',
  up: `
    ALTER TABLE key_day DROP CONSTRAINT key_day_state_check;
    ALTER TABLE key_day ADD CONSTRAINT key_day_state_check CHECK (state IN ('live', 'leaving', 'closing', 'destroyed'));
    CREATE TABLE puncture (
      organisation_id uuid NOT NULL,
      due_day date NOT NULL,
      generation integer NOT NULL CHECK (generation > 0),
      by_day date NOT NULL,
      wanted_at timestamptz NOT NULL,
      PRIMARY KEY (organisation_id, due_day, generation)
    );
    CREATE INDEX puncture_by_day_idx ON puncture (by_day);
    CREATE TABLE former_wrap (
      visit_id uuid NOT NULL REFERENCES visit_key (visit_id) ON DELETE CASCADE,
      organisation_id uuid NOT NULL,
      due_day date NOT NULL,
      generation integer NOT NULL,
      PRIMARY KEY (visit_id, due_day, generation)
    );
    CREATE INDEX former_wrap_day_idx ON former_wrap (organisation_id, due_day, generation);`,
};
