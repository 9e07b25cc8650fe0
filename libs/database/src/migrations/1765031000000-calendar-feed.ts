import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './support/isolate.js';

/** The addresses at which calendar programs read professionals' visits. */
export class CalendarFeed1765031000000 implements MigrationInterface {
  name = 'CalendarFeed1765031000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE calendar_feed (
      professional_id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      secret_hash bytea NOT NULL,
      language text NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
      created_at timestamptz NOT NULL,
      CONSTRAINT calendar_feed_secret_hash_key UNIQUE (secret_hash),
      CONSTRAINT calendar_feed_professional_id_fkey FOREIGN KEY (professional_id, organisation_id)
        REFERENCES professional (id, organisation_id) ON DELETE CASCADE
    )`);
    await isolate(runner, 'calendar_feed', { held: { calendar_feed: 'secret_hash' } });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE calendar_feed');
  }
}
