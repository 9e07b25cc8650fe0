import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which domain is whose is the operator's word: what organisations claimed for themselves counts no more. */
export class AssignedDomains1764910000000 implements MigrationInterface {
  name = 'AssignedDomains1764910000000';

  async up(runner: QueryRunner): Promise<void> {
    // Row-level security hides rows from a plain DELETE.
    await runner.query('TRUNCATE sign_in_domain');
  }

  async down(): Promise<void> {
    // Claims are not made again.
  }
}
