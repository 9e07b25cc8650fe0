import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The record system's own reference of a visit, sealed; and whoever was told of the visit, or waits to be, is told again
 * when it changes.
 */
export class RecordReference1765120000000 implements MigrationInterface {
  name = 'RecordReference1765120000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE visit ADD COLUMN sealed_reference bytea');
    // Residue of ciphertext must tell neither lengths nor values.
    await runner.query(
      'ALTER TABLE visit ALTER sealed_reference SET STATISTICS 0, ALTER sealed_reference SET STORAGE EXTERNAL',
    );
    await runner.query(`CREATE FUNCTION record_reference() RETURNS trigger LANGUAGE plpgsql
      SET search_path = public, pg_temp AS $$
      BEGIN
        UPDATE record_notice
          SET version = version + 1, attempts = 0, next_attempt_at = NULL, accepted_at = NULL
          WHERE booking_id = NEW.booking_id;
        RETURN NULL;
      END $$`);
    await runner.query(`CREATE TRIGGER record_reference AFTER UPDATE OF sealed_reference ON visit
      FOR EACH ROW WHEN (OLD.sealed_reference IS DISTINCT FROM NEW.sealed_reference)
      EXECUTE FUNCTION record_reference()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER record_reference ON visit');
    await runner.query('DROP FUNCTION record_reference()');
    await runner.query('ALTER TABLE visit DROP COLUMN sealed_reference');
  }
}
