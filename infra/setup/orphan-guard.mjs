import { spawn } from 'node:child_process';
import { join } from 'node:path';

const SCRIPT = join(import.meta.dirname, 'orphan-guard.sh');

/**
 * Watches over child processes: when this process is killed (even with SIGKILL, which it cannot
 * answer), a helper ends the children.
 *
 * @param {object} options
 * @param {number} options.graceSeconds How long they may take to end by themselves.
 * @param {string} options.politely Signal sent then, without "SIG".
 * @param {number} options.patienceSeconds How long that may take.
 * @param {string} options.atLast Signal sent to those still there.
 */
export function createOrphanGuard({ graceSeconds, politely, patienceSeconds, atLast }) {
  const settings = [graceSeconds, politely, patienceSeconds, atLast].map(String);
  // Detached: Ctrl-C reaches the whole foreground group, and the guard must not end with it.
  const guard = spawn('sh', [SCRIPT, ...settings], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', () => {});
  guard.stdin.on('error', () => {});
  guard.unref();
  guard.stdin.unref?.();
  const tell = (change, pid) => guard.stdin.write(`${change} ${pid}\n`);
  return {
    /** @param {number} pid */
    add: (pid) => tell('add', pid),
    /** @param {number} pid */
    drop: (pid) => tell('drop', pid),
    /** Ends the guard; what was not dropped is ended by it. */
    close: () => guard.stdin.end(),
  };
}
