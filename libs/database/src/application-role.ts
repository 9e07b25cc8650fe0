import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ConfigInvalidError, type Config } from '@tapaamo/config';
import pg from 'pg';
import { DataSource } from 'typeorm';

/** Schemas of ours: the product's tables, and the job queue's. */
const SCHEMAS = ['public', 'jobs'] as const;

/** Tables that the application's role may read; functions of the owner alone write them (libs/audit). */
const READ_ONLY = ['audit_entry', 'audit_head', 'audit_checkpoint'] as const;

/** Tables that are none of the application's business. */
const OF_THE_OWNER = ['migrations'] as const;

/**
 * Gives the application's role what it needs and nothing else: it owns nothing, so that row-level security and the right
 * to change the schema are out of its reach. Called by the owner after every migration.
 */
export async function grantToApplication(config: Config): Promise<void> {
  const role = pg.escapeIdentifier(decodeURIComponent(new URL(config.DATABASE_URL).username));
  const owner = new pg.Client({ connectionString: config.DATABASE_OWNER_URL });
  await owner.connect();
  try {
    await grant(owner, role);
  } finally {
    await owner.end();
  }
}

async function grant(owner: pg.Client, role: string): Promise<void> {
  for (const schema of SCHEMAS) {
    await owner.query(`REVOKE ALL ON SCHEMA ${schema} FROM PUBLIC`);
    await owner.query(`GRANT USAGE ON SCHEMA ${schema} TO ${role}`);
    await owner.query(
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${role}`,
    );
    await owner.query(`GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${schema} TO ${role}`);
  }
  for (const table of READ_ONLY) {
    await owner.query(`REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON ${table} FROM ${role}`);
  }
  for (const table of OF_THE_OWNER) {
    await owner.query(`REVOKE ALL ON ${table} FROM ${role}`);
  }
}

/** Refuses to work as a role that could pass by row-level security: an owner of tables, or a superuser. */
@Injectable()
export class ApplicationRole implements OnModuleInit {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws ConfigInvalidError naming DATABASE_URL */
  async onModuleInit(): Promise<void> {
    const [found] = await this.dataSource.query<[{ mighty: boolean }]>(
      `SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolbypassrls))
         OR EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = ANY ($1::regnamespace[])
                    AND pg_has_role(c.relowner, 'MEMBER')) AS mighty`,
      [SCHEMAS.map(String)],
    );
    if (found.mighty) {
      throw new ConfigInvalidError([
        'DATABASE_URL must name a role that owns no tables and is no superuser (infra/README.md, "Database").',
      ]);
    }
  }
}
