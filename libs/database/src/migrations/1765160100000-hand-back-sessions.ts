import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The identity provider ends what waits to be handed back, too: it is found by the provider's own session. */
export class HandBackSessions1765160100000 implements MigrationInterface {
  name = 'HandBackSessions1765160100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE identification_hand_back ADD COLUMN provider_session_hash bytea',
    );
    // Not unique: who identified once may have begun for two visits.
    await runner.query(
      `CREATE INDEX identification_hand_back_provider_session_idx ON identification_hand_back (provider_session_hash)
       WHERE provider_session_hash IS NOT NULL`,
    );
    await runner.query(
      `CREATE POLICY identification_hand_back_provider_session ON identification_hand_back FOR SELECT
       USING (provider_session_hash = (SELECT held_hash('provider_session')))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP POLICY identification_hand_back_provider_session ON identification_hand_back',
    );
    await runner.query('ALTER TABLE identification_hand_back DROP COLUMN provider_session_hash');
  }
}
