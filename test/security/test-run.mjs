// One run of tests in a copy of the sources.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { dropSchemas } from '../support/postgres-global-teardown.mjs';

/**
 * @typedef {object} Wish
 * @property {string} tests Pattern of the test files.
 * @property {string} [names] Pattern of the tests in them; all when left out.
 * @property {string | null} [first] File that is run first.
 * @property {boolean} [whole] Whether it goes on after a failure, on every processor.
 * @property {number} longestMs After which the run is killed.
 */

/**
 * @typedef {object} Lane Where tests run: one thing at a time.
 * @property {string} folder Of the copied sources.
 * @property {string} database Address of a server for tests, as its superuser.
 * @property {string} keyDatabase The same for the keys of visits.
 * @property {string} run Name by which the lane's databases are told from others'.
 */

/**
 * Runs tests, as a rule until the first fails.
 *
 * @param {Lane} lane
 * @param {Wish} wish
 * @returns {Promise<import('./verdict-reporter.mjs').Verdict | { killed: true } | { crashed: string }>}
 */
export async function runTests(lane, { tests, names, first = null, whole = false, longestMs }) {
  const file = join(lane.folder, 'verdict.json');
  rmSync(file, { force: true });
  const ended = await ends(
    spawn(
      process.execPath,
      [
        ...['--experimental-vm-modules', 'node_modules/jest/bin/jest.js'],
        ...['-c', 'infra/quality/jest.config.mjs', '--silent', '--forceExit'],
        ...(whole ? [] : ['--runInBand']),
        ...['--reporters', './test/security/verdict-reporter.mjs'],
        ...['--testSequencer', './test/security/likely-first.mjs'],
        ...['--selectProjects', 'unit', 'integration', 'conventions'],
        ...(names === undefined ? [] : ['--testNamePattern', names]),
        ...['--testPathPatterns', tests],
      ],
      {
        cwd: lane.folder,
        stdio: ['ignore', 'ignore', 'pipe'],
        timeout: longestMs,
        killSignal: 'SIGKILL',
        env: {
          ...process.env,
          NODE_ENV: 'test',
          NODE_OPTIONS: '',
          NODE_NO_WARNINGS: '1',
          TEST_DATABASE_ADMIN_URL: lane.database,
          TEST_KEY_DATABASE_ADMIN_URL: lane.keyDatabase,
          TEST_DATABASE_RUN: lane.run,
          TEST_PATIENCE: '3',
          GUARDS_VERDICT: file,
          GUARDS_UNTIL: whole ? 'end' : 'first-failure',
          GUARDS_FIRST: first ?? '',
          GUARDS_ORDER: alternativesOf(tests).join('\n'),
        },
      },
    ),
  );
  await dropDatabases(lane.database, lane.run);
  await dropDatabases(lane.keyDatabase, lane.run);
  if (ended.signal !== null) {
    return { killed: true };
  }
  return existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { crashed: ended.said.slice(-2_000) };
}

/** The patterns that a pattern is made of, as `a|b(c|d)` is of two. */
export function alternativesOf(pattern) {
  return pattern.split(/\|(?![^(]*\))/);
}

/** @param {import('node:child_process').ChildProcess} child */
function ends(child) {
  let said = '';
  child.stderr?.on('data', (part) => (said += String(part)));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('exit', (_code, signal) => done({ signal, said }));
  });
}

/** What a run that ended early left behind. The template stays for the lane's next run. */
async function dropDatabases(address, run) {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    const { rows } = await client.query(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1) AND datname <> $2',
      [`tapaamo_test_${run}_`, `tapaamo_test_${run}_template`],
    );
    for (const { datname } of rows) {
      await client.query(
        `DROP DATABASE IF EXISTS ${client.escapeIdentifier(datname)} WITH (FORCE)`,
      );
    }
    await dropSchemas(client, `tapaamo_test_${run}_`);
  } finally {
    await client.end();
  }
}
