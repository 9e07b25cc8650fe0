import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clearLeftoverServer } from '../../embedded-postgres/leftover-server.mjs';
import { startEmbeddedPostgres } from '../../embedded-postgres/embedded-postgres.mjs';

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5000;

/** @param {string} dataDir */
const folderOf = (dataDir) => join(dataDir, 'postgres');

/**
 * Stops a server that a killed run left behind, so that its port is free when ports are checked. The
 * caller holds the data folder's lock.
 * @param {string} dataDir
 * @param {import('./log-file.mjs').LogFile} logFile
 */
export const clearLeftoverDatabase = (dataDir, logFile) =>
  clearLeftoverServer(join(folderOf(dataDir), 'data'), (line) => logFile.write(line));

/**
 * Runs the embedded PostgreSQL and starts it again when it ends unasked; the apps reconnect by themselves.
 *
 * @param {object} options
 * @param {string} options.dataDir
 * @param {number} options.port
 * @param {import('./log-file.mjs').LogFile} options.logFile
 * @param {(text: string) => void} options.say
 * @returns {Promise<{ url: string, ownerUrl: string, stop: () => Promise<void> }>}
 */
export async function superviseDatabase({ dataDir, port, logFile, say }) {
  let stopping = false;
  let pauseMs = FIRST_PAUSE_MS;
  const start = () =>
    startEmbeddedPostgres({
      directory: folderOf(dataDir),
      port,
      log: (line) => {
        logFile.write(line);
        if (/ (FATAL|PANIC): /.test(line) && !stopping) {
          say(`postgres: ${line}`);
        }
      },
    });
  let server = await start();
  const { url, ownerUrl } = server;
  const watch = () =>
    server.exited.then(async (reason) => {
      await server.stop();
      while (!stopping) {
        say(`PostgreSQL ${reason}; starting it again in ${pauseMs / 1000} s.`);
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
          say(`postgres: ${error.message}`);
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
