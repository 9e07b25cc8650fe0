import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The identity provider ends what began with it: an identification is found by the provider's own session. */
export class ProviderSessions1765150200000 implements MigrationInterface {
  name = 'ProviderSessions1765150200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE identification ADD COLUMN provider_session_hash bytea');
    // Not unique: who identified once may have come to two visits.
    await runner.query(
      `CREATE INDEX identification_provider_session_idx ON identification (provider_session_hash)
       WHERE provider_session_hash IS NOT NULL`,
    );
    await runner.query(
      `CREATE POLICY identification_provider_session ON identification FOR SELECT
       USING (provider_session_hash = (SELECT held_hash('provider_session')))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP POLICY identification_provider_session ON identification');
    await runner.query('ALTER TABLE identification DROP COLUMN provider_session_hash');
  }
}
