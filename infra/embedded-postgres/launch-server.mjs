import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createOrphanGuard } from '../setup/orphan-guard.mjs';
import { SetupError } from '../setup/setup-error.mjs';
import { waitUntil } from '../setup/wait-until.mjs';
import { stopServer } from './leftover-server.mjs';
import { serverFlags } from './server-settings.mjs';

const START_DEADLINE_MS = 60_000;
const LINES_KEPT = 15;

/**
 * Starts the server on a data folder and waits until it takes connections.
 *
 * @param {object} options
 * @param {string} options.postgres The program.
 * @param {import('./unprivileged.mjs').Runner} options.runner
 * @param {string} options.data
 * @param {number} options.port
 * @param {boolean} options.durable
 * @param {boolean} options.small
 * @param {(line: string) => void} options.log
 */
export async function launchServer({ postgres, runner, data, port, durable, small, log }) {
  const flags = ['-D', data, '-p', String(port), ...serverFlags({ durable, small })];
  const [program, args] = runner.command(postgres, flags);
  const child = spawn(program, args, {
    ...runner.identity,
    // Nothing of our environment: secrets of other parts stay out of the server's processes.
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lastLines = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    log(line);
    if (lastLines.push(line) > LINES_KEPT) {
      lastLines.shift();
    }
  });
  let ended = '';
  const exited = new Promise((done) => {
    child.once('error', (error) => done((ended = error.message)));
    child.once('exit', (code, signal) => done((ended = `ended with ${signal ?? code}`)));
  });
  guard(child.pid, exited);
  if (!durable) {
    // A test run that forgets to stop it still ends; the guard stops the server then.
    child.unref();
    child.stderr.unref?.();
  }
  const stop = () => stopServer(child.pid, () => ended !== '');
  await waitUntil(() => ended !== '' || isReady(data), START_DEADLINE_MS);
  if (ended !== '' || !isReady(data)) {
    await stop();
    throw new SetupError(`PostgreSQL did not start (${ended || 'no answer'}, ${runner.how}).`, {
      output: lastLines.join('\n'),
      fix: 'read what it says above; set DATABASE_URL to use a PostgreSQL of your own.',
    });
  }
  return { pid: child.pid, exited, stop };
}

/**
 * Stops the server when this process is killed.
 * @param {number | undefined} pid
 * @param {Promise<unknown>} exited
 */
function guard(pid, exited) {
  if (pid === undefined) {
    return;
  }
  const watch = createOrphanGuard({
    graceSeconds: 0,
    politely: 'INT',
    patienceSeconds: 10,
    atLast: 'QUIT',
  });
  watch.add(pid);
  void exited.then(() => {
    watch.drop(pid);
    watch.close();
  });
}

/** The server itself writes its state into the pid file's eighth line. */
function isReady(data) {
  const file = join(data, 'postmaster.pid');
  return existsSync(file) && readFileSync(file, 'utf8').split('\n')[7]?.trim() === 'ready';
}
