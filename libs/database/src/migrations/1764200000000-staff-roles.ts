import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles of staff: several for one person. Addresses are kept in lower case, so that one index finds them. */
export class StaffRoles1764200000000 implements MigrationInterface {
  name = 'StaffRoles1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE professional ADD COLUMN roles text[]');
    await runner.query('UPDATE professional SET roles = ARRAY[role], email = lower(email)');
    await runner.query('ALTER TABLE professional ALTER COLUMN roles SET NOT NULL');
    await runner.query('ALTER TABLE professional DROP COLUMN role');
    await runner.query(
      `ALTER TABLE professional ADD CONSTRAINT professional_roles_check CHECK (cardinality(roles) > 0
       AND roles <@ ARRAY['professional', 'team-lead', 'admin', 'data-protection-officer'])`,
    );
    await runner.query('DROP INDEX professional_email_key');
    await runner.query(
      'ALTER TABLE professional ADD CONSTRAINT professional_email_check CHECK (email = lower(email))',
    );
    await runner.query('CREATE UNIQUE INDEX professional_email_key ON professional (email)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX professional_email_key');
    await runner.query('ALTER TABLE professional DROP CONSTRAINT professional_email_check');
    await runner.query('CREATE UNIQUE INDEX professional_email_key ON professional (lower(email))');
    await runner.query('ALTER TABLE professional ADD COLUMN role text');
    await runner.query(
      `UPDATE professional SET role = CASE WHEN 'admin' = ANY (roles) THEN 'admin' ELSE 'professional' END`,
    );
    await runner.query(
      `ALTER TABLE professional ALTER COLUMN role SET NOT NULL, DROP COLUMN roles,
       ADD CONSTRAINT professional_role_check CHECK (role IN ('professional', 'admin'))`,
    );
  }
}
