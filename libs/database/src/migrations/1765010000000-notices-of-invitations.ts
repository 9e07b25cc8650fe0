import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = (allowed: string) =>
  `ALTER TABLE account_notice DROP CONSTRAINT account_notice_kind_check,
   ADD CONSTRAINT account_notice_kind_check CHECK (kind IN (${allowed}))`;
const BEFORE = "'method-added', 'method-removed', 'password-changed', 'recovery-codes-made'";

/** Mails to admins and data protection officers about new people in the staff. */
export class NoticesOfInvitations1765010000000 implements MigrationInterface {
  name = 'NoticesOfInvitations1765010000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(kinds(`${BEFORE}, 'staff-invited'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM account_notice WHERE kind = 'staff-invited'");
    await runner.query(kinds(BEFORE));
  }
}
