import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './support/isolate.js';

/** Identifications that came back in another browser than they began in. */
export class HandBack1765150100000 implements MigrationInterface {
  name = 'HandBack1765150100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE identification_hand_back (
      id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      visit_id uuid NOT NULL,
      participant_id uuid NOT NULL,
      session_id uuid NOT NULL,
      browser_hash bytea NOT NULL,
      state text NOT NULL CHECK (state IN ('held', 'confirmed', 'refused')),
      envelope bytea,
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      CONSTRAINT identification_hand_back_session_id_key UNIQUE (session_id),
      CONSTRAINT identification_hand_back_browser_hash_key UNIQUE (browser_hash),
      CONSTRAINT identification_hand_back_refused_check CHECK ((state = 'refused') = (envelope IS NULL)),
      CONSTRAINT identification_hand_back_visit_id_fkey FOREIGN KEY (visit_id, organisation_id)
        REFERENCES visit (id, organisation_id) ON DELETE CASCADE,
      CONSTRAINT identification_hand_back_participant_id_fkey FOREIGN KEY (participant_id, organisation_id)
        REFERENCES participant (id, organisation_id) ON DELETE CASCADE
    )`);
    for (const column of ['organisation_id', 'visit_id', 'participant_id', 'expires_at']) {
      await runner.query(
        `CREATE INDEX identification_hand_back_${column}_idx ON identification_hand_back (${column})`,
      );
    }
    // Sealed: no statistics of its values, no compression, out of line.
    await runner.query(
      'ALTER TABLE identification_hand_back ALTER COLUMN envelope SET STATISTICS 0, ALTER COLUMN envelope SET STORAGE EXTERNAL',
    );
    await isolate(runner, 'identification_hand_back', { held: { hand_back: 'browser_hash' } });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE identification_hand_back');
  }
}
