import { mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { lockOwner, takeFileLock } from '../setup/file-lock.mjs';
import { SetupError } from '../setup/setup-error.mjs';
import {
  clusterPassword,
  ensureCluster,
  ensureDatabase,
  APPLICATION,
  OWNER,
  SUPERUSER,
} from './cluster.mjs';
import { launchServer } from './launch-server.mjs';
import { clearLeftoverServer } from './leftover-server.mjs';
import { postgresBinaries } from './postgres-binaries.mjs';
import { unprivileged } from './unprivileged.mjs';

/**
 * @typedef {object} EmbeddedPostgres
 * @property {string} url Of the database asked for, as the product's role, which owns nothing.
 * @property {string} ownerUrl The same as its owner, who migrates it.
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
 * @param {boolean} [options.small] True: for few small rows.
 * @param {(line: string) => void} [options.log] Gets the server's log lines.
 * @returns {Promise<EmbeddedPostgres>}
 */
export async function startEmbeddedPostgres(options) {
  const { database = 'tapaamo', durable = true, small = false, log = () => {} } = options;
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
    const runner = unprivileged(data);
    const password = clusterPassword(directory);
    await ensureCluster({ directory, initdb, runner, durable, password });
    await clearLeftoverServer(data, log);
    const port = options.port ?? (await freePort());
    const server = await launchServer({ postgres, runner, data, port, durable, small, log });
    const urlOf = (role) => (name) => `postgres://${role}:${password}@127.0.0.1:${port}/${name}`;
    await ensureDatabase(urlOf(SUPERUSER)('postgres'), database, password);
    return {
      url: urlOf(APPLICATION)(database),
      ownerUrl: urlOf(OWNER)(database),
      adminUrlFor: urlOf(SUPERUSER),
      port,
      pid: server.pid,
      exited: server.exited,
      async stop() {
        await server.stop();
        await lock.release();
        if (!durable) {
          rmSync(directory, { recursive: true, force: true });
        }
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
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
