import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = (allowed: string) =>
  `ALTER TABLE account_notice DROP CONSTRAINT account_notice_kind_check,
   ADD CONSTRAINT account_notice_kind_check CHECK (kind IN (${allowed}))`;
const BEFORE = "'method-added', 'method-removed', 'password-changed'";

/** Mails to staff about new recovery codes. */
export class NoticesOfRecoveryCodes1764920000000 implements MigrationInterface {
  name = 'NoticesOfRecoveryCodes1764920000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(kinds(`${BEFORE}, 'recovery-codes-made'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM account_notice WHERE kind = 'recovery-codes-made'");
    await runner.query(kinds(BEFORE));
  }
}
