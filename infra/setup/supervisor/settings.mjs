import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { SetupError } from '../setup-error.mjs';

/** Ports that `npm start` uses, by the setting that moves them. */
const DEFAULT_PORTS = {
  API_PORT: 8080,
  MEETING_PORT: 8081,
  JOB_RUNNER_PORT: 8082,
  IDENTITY_PROVIDER_PORT: 8090,
  CATCHER_PORT: 8025,
  SMTP_PORT: 1025,
  POSTGRES_PORT: 54_329,
  KEY_POSTGRES_PORT: 54_330,
  MEDIA_PORT_BASE: 40_000,
};

/** Where Node keeps what it made of the scripts, so that an app starts sooner the next time; made anew with a build. */
export const COMPILE_CACHE = join('dist', '.compile-cache');

/** @typedef {keyof typeof DEFAULT_PORTS} PortSetting */

/**
 * @typedef {object} Settings
 * @property {string} dataDir
 * @property {Record<PortSetting, number>} ports
 * @property {number} mediaWorkers How many media ports are used from MEDIA_PORT_BASE on.
 * @property {string} host
 * @property {string | undefined} databaseUrl Given when the embedded PostgreSQL is not wanted.
 * @property {string | undefined} databaseOwnerUrl Given together with it.
 * @property {string | undefined} keyDatabaseUrl Given when the second embedded PostgreSQL is not wanted.
 * @property {string | undefined} keyDatabaseOwnerUrl Given together with it.
 */

/**
 * Reads what the supervisor itself needs from the environment; the apps read the rest.
 * @param {string} root
 * @returns {Settings}
 */
export function readSettings(root) {
  const ports = Object.fromEntries(
    Object.entries(DEFAULT_PORTS).map(([name, fallback]) => [name, wholeNumber(name, fallback)]),
  );
  const [databaseUrl, databaseOwnerUrl] = bothOrNone('DATABASE_URL', 'DATABASE_OWNER_URL');
  const [keyDatabaseUrl, keyDatabaseOwnerUrl] = bothOrNone(
    'KEY_DATABASE_URL',
    'KEY_DATABASE_OWNER_URL',
  );
  return {
    dataDir: resolve(root, process.env.DATA_DIR || '.tapaamo'),
    ports: /** @type {Settings['ports']} */ (ports),
    mediaWorkers: wholeNumber('MEDIA_WORKERS', 0, 0) || availableParallelism(),
    host: process.env.HOST || '127.0.0.1',
    databaseUrl,
    databaseOwnerUrl,
    keyDatabaseUrl,
    keyDatabaseOwnerUrl,
  };
}

/**
 * Addresses of a database of the installation's own, for the application and for its owner.
 * @param {string} name
 * @param {string} ownerName
 */
function bothOrNone(name, ownerName) {
  const [url, ownerUrl] = [process.env[name] || undefined, process.env[ownerName] || undefined];
  if (Boolean(url) !== Boolean(ownerUrl)) {
    throw new SetupError(`${name} and ${ownerName} belong together.`, {
      fix: 'set both (infra/README.md, "Database"), or neither to use the embedded PostgreSQL.',
    });
  }
  return [url, ownerUrl];
}

/** What the development provider publishes of its outages, in Telia's form. @param {Settings['ports']} ports */
function outagesOf({ IDENTITY_PROVIDER_PORT }) {
  return {
    OIDC_OUTAGE_URL: `http://localhost:${IDENTITY_PROVIDER_PORT}/uas/resource/maintenance.txt`,
    OIDC_OUTAGE_FORM: 'text-bars',
  };
}

/**
 * The environment of every app. Addresses follow the ports, so that moving one port is one setting.
 * @param {Settings} settings Complete with the addresses of the databases.
 * @returns {Record<string, string>}
 */
export function appEnvironment({ dataDir, ports, databaseUrl, keyDatabaseUrl }) {
  const derived = {
    PUBLIC_URL: `http://localhost:${ports.API_PORT}`,
    MEETING_PUBLIC_URL: `http://localhost:${ports.MEETING_PORT}`,
    OIDC_ISSUER: `http://localhost:${ports.IDENTITY_PROVIDER_PORT}`,
    // Of a provider that somebody set themselves nothing is known.
    ...(process.env.OIDC_ISSUER ? {} : outagesOf(ports)),
    SMTP_URL: `smtp://127.0.0.1:${ports.SMTP_PORT}`,
    SMS_GATEWAY_URL: `http://127.0.0.1:${ports.CATCHER_PORT}/sms`,
    KEY_STORE_DIR: join(dataDir, 'keys'),
    // "npm run clock" writes it, to watch a month pass.
    CLOCK_FILE: join(dataDir, 'clock'),
    NODE_COMPILE_CACHE: resolve(COMPILE_CACHE),
    ...developmentSecrets(dataDir),
    ...process.env,
  };
  // The owner is for preparing only: no process that serves knows the way to its rights.
  delete derived.DATABASE_OWNER_URL;
  delete derived.KEY_DATABASE_OWNER_URL;
  // What is held opens to the job runner alone (`jobRunnerEnvironment`).
  delete derived.HOLD_KEY_STORE_DIR;
  const numbers = Object.entries(ports).map(([name, port]) => [name, String(port)]);
  return {
    ...derived,
    ...Object.fromEntries(numbers),
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    KEY_DATABASE_URL: keyDatabaseUrl,
  };
}

/**
 * What the job runner has beside what every process has.
 * @param {string} dataDir
 */
export function jobRunnerEnvironment(dataDir) {
  return { HOLD_KEY_STORE_DIR: process.env.HOLD_KEY_STORE_DIR || join(dataDir, 'hold-keys') };
}

/**
 * Secrets of this installation, made once. Sessions stay valid over restarts, and no two installations
 * share a default.
 * @param {string} dataDir
 */
function developmentSecrets(dataDir) {
  const file = join(dataDir, 'secrets.json');
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const names = ['SESSION_SECRET', 'ACCOUNT_SECRET', 'MEETING_TOKEN_SECRET', 'SMS_RECEIPT_SECRET'];
  const missing = names.filter((name) => !known[name]);
  if (missing.length === 0) {
    return known;
  }
  for (const name of missing) {
    known[name] = randomBytes(32).toString('base64url');
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.incoming`, JSON.stringify(known, null, 2), { mode: 0o600 });
  renameSync(`${file}.incoming`, file);
  return known;
}

/** @param {string} name @param {number} fallback @param {number} [least] */
function wholeNumber(name, fallback, least = 1) {
  const text = process.env[name];
  if (!text) {
    return fallback;
  }
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= 65_535) {
    return value;
  }
  throw new SetupError(`${name} is "${text}", which is no whole number from ${least} to 65535.`, {
    fix: `correct ${name}, or remove it to use ${fallback}.`,
  });
}
