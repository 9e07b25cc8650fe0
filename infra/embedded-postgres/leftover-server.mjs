import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntil } from '../setup/wait-until.mjs';

/**
 * Clears what a killed parent left in a data folder: stops a server that still runs there, removes the
 * pid file of one that does not. The caller holds the folder's lock, so no living parent is robbed.
 *
 * @param {string} data
 * @param {(text: string) => void} log
 */
export async function clearLeftoverServer(data, log) {
  const pidFile = join(data, 'postmaster.pid');
  if (!existsSync(pidFile)) {
    return;
  }
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n', 1)[0]);
  if (isServerOf(pid, data)) {
    log(`stopping PostgreSQL ${pid}, which an earlier run left behind`);
    await stopServer(pid, () => !isServerOf(pid, data));
  }
  // The number may belong to another program by now, and the server would refuse to start over that.
  rmSync(pidFile, { force: true });
}

/**
 * Stops a server: politely, then at once. Never by SIGKILL alone first, which leaves its shared memory.
 * @param {number} pid
 * @param {() => boolean} hasEnded
 */
export async function stopServer(pid, hasEnded) {
  for (const [signal, patienceMs] of [
    ['SIGINT', 6000],
    ['SIGQUIT', 3000],
    ['SIGKILL', 2000],
  ]) {
    send(pid, signal);
    if (await waitUntil(hasEnded, patienceMs)) {
      return;
    }
  }
}

/**
 * @param {number} pid
 * @param {string} data
 */
function isServerOf(pid, data) {
  if (!Number.isInteger(pid) || pid < 2) {
    return false;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(data);
  } catch {
    return false;
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}
