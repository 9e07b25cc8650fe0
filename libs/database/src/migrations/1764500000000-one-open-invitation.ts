import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An account has one invitation that can still be used at most, whoever invites at once. */
export class OneOpenInvitation1764500000000 implements MigrationInterface {
  name = 'OneOpenInvitation1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE UNIQUE INDEX staff_invitation_open_idx ON staff_invitation (professional_id)
       WHERE status IN ('queued', 'sent', 'failed')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX staff_invitation_open_idx');
  }
}
