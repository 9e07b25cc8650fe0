import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clearLeftoverServer } from '../../embedded-postgres/leftover-server.mjs';
import { startEmbeddedPostgres } from '../../embedded-postgres/embedded-postgres.mjs';

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5000;

/**
 * The embedded servers: each has a folder, a password and a write-ahead log of its own. An old copy of one opens nothing
 * without an old copy of the other.
 */
const SERVERS = {
  main: { folder: 'postgres', database: 'tapaamo', small: false },
  keys: { folder: 'key-postgres', database: 'tapaamo_keys', small: true },
};

/** @typedef {keyof typeof SERVERS} ServerName */

/**
 * Stops servers that a killed run left behind, so that their ports are free when ports are checked. The
 * caller holds the data folder's lock.
 * @param {string} dataDir
 * @param {import('./log-file.mjs').LogFile} logFile
 */
export async function clearLeftoverDatabases(dataDir, logFile) {
  for (const { folder } of Object.values(SERVERS)) {
    await clearLeftoverServer(join(dataDir, folder, 'data'), (line) => logFile.write(line));
  }
}

/**
 * Runs an embedded PostgreSQL and starts it again when it ends unasked; the apps reconnect by themselves.
 *
 * @param {ServerName} name
 * @param {object} options
 * @param {string} options.dataDir
 * @param {number} options.port
 * @param {import('./log-file.mjs').LogFile} options.logFile
 * @param {(text: string) => void} options.say
 * @returns {Promise<{ url: string, ownerUrl: string, stop: () => Promise<void> }>}
 */
export async function superviseDatabase(name, { dataDir, port, logFile, say }) {
  const { folder, database, small } = SERVERS[name];
  let stopping = false;
  let pauseMs = FIRST_PAUSE_MS;
  const start = () =>
    startEmbeddedPostgres({
      directory: join(dataDir, folder),
      database,
      small,
      port,
      log: (line) => {
        logFile.write(line);
        if (/ (FATAL|PANIC): /.test(line) && !stopping) {
          say(`${folder}: ${line}`);
        }
      },
    });
  let server = await start();
  const { url, ownerUrl } = server;
  const watch = () =>
    server.exited.then(async (reason) => {
      await server.stop();
      while (!stopping) {
        say(`PostgreSQL (${folder}) ${reason}; starting it again in ${pauseMs / 1000} s.`);
        await sleep(pauseMs);
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
        try {
          if (stopping) {
            return;
          }
          server = await start();
          pauseMs = FIRST_PAUSE_MS;
          void watch();
          return;
        } catch (error) {
          say(`${folder}: ${error.message}`);
          reason = 'is down';
        }
      }
    });
  void watch();
  return {
    url,
    ownerUrl,
    async stop() {
      stopping = true;
      await server.stop();
    },
  };
}
