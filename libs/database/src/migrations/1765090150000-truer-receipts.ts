import type { MigrationInterface, QueryRunner } from 'typeorm';

const FAILURES = "'unreachable', 'not-allowed', 'refused', 'sealed', 'failed'";

/** Which browser of the client's was let in; and a trace of what was never told. */
export class TruerReceipts1765090150000 implements MigrationInterface {
  name = 'TruerReceipts1765090150000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE participant ADD COLUMN admitted_session_id uuid');
    await this.#failures(runner, `${FAILURES}, 'forgotten'`);
    await runner.query(`CREATE FUNCTION record_never_told() RETURNS trigger LANGUAGE plpgsql
      SET search_path = public, pg_temp AS $$
      BEGIN
        INSERT INTO record_attempt (id, organisation_id, at, target, event, failure)
          VALUES (gen_random_uuid(), OLD.organisation_id, now(), OLD.target, OLD.event, 'forgotten');
        RETURN NULL;
      END $$`);
    await runner.query(`CREATE TRIGGER record_never_told AFTER DELETE ON record_notice FOR EACH ROW
      WHEN (OLD.accepted_at IS NULL AND OLD.event IN ('visit.cancelled', 'visit.ended'))
      EXECUTE FUNCTION record_never_told()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER record_never_told ON record_notice');
    await runner.query('DROP FUNCTION record_never_told()');
    await runner.query("DELETE FROM record_attempt WHERE failure = 'forgotten'");
    await this.#failures(runner, FAILURES);
    await runner.query('ALTER TABLE participant DROP COLUMN admitted_session_id');
  }

  async #failures(runner: QueryRunner, failures: string): Promise<void> {
    await runner.query(`ALTER TABLE record_attempt DROP CONSTRAINT record_attempt_failure_check,
      ADD CONSTRAINT record_attempt_failure_check CHECK (failure IN (${failures}))`);
  }
}
