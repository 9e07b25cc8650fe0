import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { SetupError } from '../setup/setup-error.mjs';

/** Superuser, for set-up and tests. The owner migrates; the product connects as a role that owns nothing. */
export const SUPERUSER = 'postgres';
export const OWNER = 'tapaamo';
export const APPLICATION = 'tapaamo_app';

/**
 * Makes the data folder unless it is there. It gets its name last, so that an interrupted initdb is
 * simply made again.
 *
 * @param {object} options
 * @param {string} options.directory
 * @param {string} options.initdb
 * @param {import('./unprivileged.mjs').Runner} options.runner
 * @param {boolean} options.durable
 * @param {string} options.password
 */
export async function ensureCluster({ directory, initdb, runner, durable, password }) {
  const data = join(directory, 'data');
  if (existsSync(data)) {
    return;
  }
  const incoming = `${data}.incoming`;
  rmSync(incoming, { recursive: true, force: true });
  mkdirSync(incoming, { mode: 0o700 });
  const passwordFile = join(directory, 'password.incoming');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  [directory, incoming, passwordFile].forEach(runner.giveTo);
  const [program, args] = runner.command(initdb, [
    `--pgdata=${incoming}`,
    `--username=${SUPERUSER}`,
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    // Sorts the same on every machine, whatever locales it has.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    ...(durable ? [] : ['--no-sync']),
  ]);
  const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
  // Beside other servers that are being made: it takes longer than all else of a first start.
  const made = await ends(spawn(program, args, { ...runner.identity, env, cwd: '/' }));
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    throw new SetupError(`PostgreSQL could not make its data folder (${runner.how}).`, {
      output: made.said,
      fix: 'start as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
    });
  }
  renameSync(incoming, data);
}

/** @param {import('node:child_process').ChildProcessWithoutNullStreams} child */
async function ends(child) {
  child.stdout.resume();
  const said = text(child.stderr);
  /** @type {{ status: number | null, failure?: string }} */
  const end = await new Promise((done) => {
    child.once('error', ({ message }) => done({ status: null, failure: message }));
    child.once('exit', (status) => done({ status }));
  });
  return { status: end.status, said: end.failure ?? (await said) };
}

/**
 * The password of all roles, made once for each data folder.
 * @param {string} directory
 */
export function clusterPassword(directory) {
  const file = join(directory, 'password');
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, randomBytes(24).toString('base64url'), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return readFileSync(file, 'utf8');
}

/**
 * Makes the roles and the database that are not there yet.
 * @param {string} adminUrl
 * @param {string} database
 * @param {string} password
 */
export async function ensureDatabase(adminUrl, database, password) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const secret = client.escapeLiteral(password);
    for (const [role, may] of [
      [OWNER, 'createdb createrole'],
      [APPLICATION, ''],
    ]) {
      const found = await client.query('select from pg_roles where rolname = $1', [role]);
      if (found.rowCount === 0) {
        await client.query(`create role ${role} login ${may} password ${secret}`);
      }
    }
    const found = await client.query('select from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) {
      await client.query(`create database ${client.escapeIdentifier(database)} owner ${OWNER}`);
    }
  } finally {
    await client.end();
  }
}
