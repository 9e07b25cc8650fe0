import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { lockOwner, takeFileLock } from '../setup/file-lock.mjs';
import { createOrphanGuard } from '../setup/orphan-guard.mjs';
import { SetupError } from '../setup/setup-error.mjs';
import { clusterPassword, ensureCluster, ensureDatabase, ROLE, SUPERUSER } from './cluster.mjs';
import { clearLeftoverServer, stopServer } from './leftover-server.mjs';
import { postgresBinaries } from './postgres-binaries.mjs';
import { serverFlags } from './server-settings.mjs';
import { unprivileged } from './unprivileged.mjs';

const START_DEADLINE_MS = 60_000;

/**
 * @typedef {object} EmbeddedPostgres
 * @property {string} url Of the database asked for, as the product's role.
 * @property {(database: string) => string} urlFor The same for another database.
 * @property {(database: string) => string} adminUrlFor As the superuser: for tests and repairs.
 * @property {number} port
 * @property {number} pid
 * @property {Promise<string>} exited Resolves with the reason when the server ends, wanted or not.
 * @property {() => Promise<void>} stop Stops it; what is not durable is removed.
 */

/**
 * Starts a real PostgreSQL as a child of this process. The folder belongs to one such server at a time;
 * when this process is killed, the server is stopped for it.
 *
 * @param {object} options
 * @param {string} options.directory Holds the data folder, the password and the lock.
 * @param {number} [options.port] A free one when left out.
 * @param {string} [options.database] Made when missing.
 * @param {boolean} [options.durable] False: fast and forgotten at stop(), for tests.
 * @param {(line: string) => void} [options.log] Gets the server's log lines.
 * @returns {Promise<EmbeddedPostgres>}
 */
export async function startEmbeddedPostgres(options) {
  const { database = 'tapaamo', durable = true, log = () => {} } = options;
  const directory = resolve(options.directory);
  const data = join(directory, 'data');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const lock = await takeFileLock(join(directory, 'lock'));
  if (!lock) {
    throw new SetupError(
      `The database in ${directory} is in use by process ${lockOwner(join(directory, 'lock'))}.`,
      { fix: 'stop that process, or give this one another folder.' },
    );
  }
  try {
    const { initdb, postgres } = await postgresBinaries();
    const runner = unprivileged();
    const password = clusterPassword(directory);
    ensureCluster({ directory, initdb, runner, durable, password });
    await clearLeftoverServer(data, log);
    const port = options.port ?? (await freePort());
    const server = await launch({ postgres, runner, data, port, durable, log });
    const urlOf = (role) => (name) => `postgres://${role}:${password}@127.0.0.1:${port}/${name}`;
    await ensureDatabase(urlOf(SUPERUSER)('postgres'), database, password);
    return {
      url: urlOf(ROLE)(database),
      urlFor: urlOf(ROLE),
      adminUrlFor: urlOf(SUPERUSER),
      port,
      pid: server.pid,
      exited: server.exited,
      async stop() {
        await server.stop();
        await lock.release();
        if (!durable) rmSync(directory, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Starts the server and waits until it takes connections. */
async function launch({ postgres, runner, data, port, durable, log }) {
  const flags = ['-D', data, '-p', String(port), ...serverFlags({ durable })];
  const [program, args] = runner.command(postgres, flags);
  const child = spawn(program, args, {
    ...runner.identity,
    // Nothing of our environment: secrets of other parts stay out of the server's processes.
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const last = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    log(line);
    if (last.push(line) > 15) last.shift();
  });
  let ended = '';
  const exited = new Promise((done) => {
    child.once('error', (error) => done((ended = error.message)));
    child.once('exit', (code, signal) => done((ended = `ended with ${signal ?? code}`)));
  });
  const guard = createOrphanGuard({
    graceSeconds: 0,
    politely: 'INT',
    patienceSeconds: 10,
    atLast: 'QUIT',
  });
  guard.add(child.pid);
  exited.then(() => {
    guard.drop(child.pid);
    guard.close();
  });
  if (!durable) {
    // A test run that forgets to stop it still ends; the guard stops the server then.
    child.unref();
    child.stderr.unref?.();
  }
  const stop = () => stopServer(child.pid, () => ended !== '');
  for (const until = Date.now() + START_DEADLINE_MS; !isReady(data); await sleep(15)) {
    if (ended === '' && Date.now() < until) continue;
    await stop();
    throw new SetupError(`PostgreSQL did not start (${ended || 'no answer'}, ${runner.how}).`, {
      output: last.join('\n'),
      fix: 'read what it says above; set DATABASE_URL to use a PostgreSQL of your own.',
    });
  }
  return { pid: child.pid, exited, stop };
}

/** The server itself writes its state into the pid file's eighth line. */
function isReady(data) {
  const file = join(data, 'postmaster.pid');
  return existsSync(file) && readFileSync(file, 'utf8').split('\n')[7]?.trim() === 'ready';
}

function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => done(port));
    });
  });
}
