import { randomUUID } from 'node:crypto';
import { grantToApplication, migrate } from '@tapaamo/database';
import { prepareJobs } from '@tapaamo/jobs';
import { Logger } from '@tapaamo/logging';
import { migrateKeys } from '@tapaamo/vault';
import pg from 'pg';
import { forgetDatabase, watchDatabase } from './leaks.js';
import { testConfig } from './test-config.js';

/** A database of its own for one spec file. */
export interface TestDatabase {
  name: string;
  /** As the product connects: a role that owns nothing. */
  url: string;
  /** As its owner, who migrates it. */
  ownerUrl: string;
  /** The same database as superuser, for what the product may not see or do. */
  adminUrl: string;
  /** Its key database, on another server. */
  keys: { url: string; ownerUrl: string; adminUrl: string };
  drop(): Promise<void>;
}

/** The settings by which the product finds it. */
export function databaseSettings({ url, ownerUrl, keys }: TestDatabase) {
  return {
    DATABASE_URL: url,
    DATABASE_OWNER_URL: ownerUrl,
    KEY_DATABASE_URL: keys.url,
    KEY_DATABASE_OWNER_URL: keys.ownerUrl,
  };
}

/** The servers of a test run, by the setting with their address. */
const MAIN_SERVER = 'TEST_DATABASE_ADMIN_URL';
const KEY_SERVER = 'TEST_KEY_DATABASE_ADMIN_URL';
type Server = typeof MAIN_SERVER | typeof KEY_SERVER;

/** Key of the advisory lock under which the template is made once, whatever number of test workers ask for it. */
const TEMPLATE_LOCK = 7_352_115;

/** A database that another session has open cannot be copied (SQLSTATE `object_in_use`). */
const IN_USE = '55006';

/** @returns A fresh database with the present schema, copied from a migrated template. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const database = await create(
    async (admin) => `TEMPLATE ${await ensureTemplate(admin)} STRATEGY wal_log`,
  );
  await migrateKeys(testConfig(databaseSettings(database)));
  return database;
}

/** @returns An empty database without schema, as a fresh installation finds it. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return create(async (admin) => {
    await ensureRoles(admin);
    return 'TEMPLATE template0';
  });
}

async function create(sourceOf: (admin: pg.Client) => Promise<string>): Promise<TestDatabase> {
  const name = `${runName()}_${randomUUID().slice(0, 8)}`;
  await asAdmin(async (admin) => {
    await admin.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await admin.query(`CREATE DATABASE ${name} OWNER ${runName()} ${await sourceOf(admin)}`);
  });
  const keys = await createKeySchema(name);
  watchDatabase(name, urlFor(name));
  return {
    name,
    url: roleUrl(name, appRole()),
    ownerUrl: roleUrl(name, runName()),
    adminUrl: urlFor(name),
    keys,
    drop: async () => {
      forgetDatabase(name);
      await asAdmin((admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
      await asAdmin((admin) => admin.query(`DROP SCHEMA ${name} CASCADE`), KEY_SERVER);
    },
  };
}

/** A schema is made in a tenth of the time that a database takes, and nobody of the product names one. */
async function createKeySchema(name: string): Promise<TestDatabase['keys']> {
  await asAdmin(async (admin) => {
    await admin.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await ensureRoles(admin);
    await admin.query(`CREATE SCHEMA ${name} AUTHORIZATION ${runName()}`);
  }, KEY_SERVER);
  const within = (text: string): string => {
    const url = new URL(text);
    url.searchParams.set('options', `-c search_path=${name}`);
    return url.href;
  };
  return {
    url: within(roleUrl('postgres', appRole(), KEY_SERVER)),
    ownerUrl: within(roleUrl('postgres', runName(), KEY_SERVER)),
    adminUrl: within(urlFor('postgres', KEY_SERVER)),
  };
}

async function ensureTemplate(admin: pg.Client): Promise<string> {
  const template = `${runName()}_template`;
  const incoming = `${template}_incoming`;
  const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [template]);
  if (rowCount === 0) {
    await ensureRoles(admin);
    await admin.query(`DROP DATABASE IF EXISTS ${incoming} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${incoming} OWNER ${runName()}`);
    const config = testConfig({
      DATABASE_URL: roleUrl(incoming, appRole()),
      DATABASE_OWNER_URL: roleUrl(incoming, runName()),
    });
    await migrate(config);
    await prepareJobs(config, new Logger('test', 'error', { write: () => undefined }));
    await grantToApplication(config);
    await whenUnused(() => admin.query(`ALTER DATABASE ${incoming} RENAME TO ${template}`));
    await admin.query(`ALTER DATABASE ${template} ALLOW_CONNECTIONS false`);
  }
  return template;
}

async function ensureRoles(admin: pg.Client): Promise<void> {
  for (const role of [runName(), appRole()]) {
    const { rowCount } = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
    if (rowCount === 0) {
      await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD '${role}'`);
    }
  }
}

/** A session ends a moment after its connection does. */
async function whenUnused(act: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await act();
      return;
    } catch (error) {
      if ((error as { code?: unknown }).code !== IN_USE || tries === 100) {
        throw error;
      }
      await new Promise((done) => setTimeout(done, 20));
    }
  }
}

async function asAdmin<T>(
  act: (admin: pg.Client) => Promise<T>,
  server: Server = MAIN_SERVER,
): Promise<T> {
  const admin = new pg.Client({ connectionString: urlFor('postgres', server) });
  await admin.connect();
  try {
    return await act(admin);
  } finally {
    await admin.end();
  }
}

function runName(): string {
  return `tapaamo_test_${environment('TEST_DATABASE_RUN')}`;
}

function appRole(): string {
  return `${runName()}_app`;
}

function roleUrl(database: string, role: string, server: Server = MAIN_SERVER): string {
  const url = new URL(urlFor(database, server));
  url.username = role;
  url.password = role;
  return url.href;
}

function urlFor(database: string, server: Server = MAIN_SERVER): string {
  const url = new URL(environment(server));
  url.pathname = `/${database}`;
  return url.href;
}

function environment(name: Server | 'TEST_DATABASE_RUN'): string {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new Error(`${name} is not set: run the tests with test/support/postgres-global-setup.`);
  }
  return value;
}
