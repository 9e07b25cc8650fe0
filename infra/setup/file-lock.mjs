import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const TAKEN = 75;

/**
 * Takes an exclusive lock that the kernel gives back when this process ends, however it ends. Node has
 * no flock(2) of its own, so a helper process holds it and ends when our side of its pipe closes.
 *
 * @param {string} file The lock file; holds the owner's process id for messages.
 * @param {object} [options]
 * @param {(owner: string) => void} [options.onWait] Called once when another process has the lock, which
 *   is then waited for. Without it a taken lock gives null.
 * @returns {Promise<null | { release: () => Promise<void> }>}
 */
export async function takeFileLock(file, { onWait } = {}) {
  mkdirSync(dirname(file), { recursive: true });
  let lock = await hold(file, ['--nonblock', '--conflict-exit-code', String(TAKEN)]);
  if (!lock && onWait) {
    onWait(lockOwner(file));
    lock = await hold(file, []);
  }
  if (lock) {
    writeFileSync(file, String(process.pid));
  }
  return lock;
}

/**
 * @param {string} file
 * @returns {string} The process id that last took the lock.
 */
export function lockOwner(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '?';
  }
}

/**
 * @param {string} file
 * @param {string[]} how
 */
function hold(file, how) {
  // Detached: Ctrl-C reaches the whole foreground group and must not give the lock back too early.
  const holder = spawn(
    'flock',
    ['--exclusive', '--no-fork', ...how, file, 'sh', '-c', 'echo held; exec cat'],
    {
      detached: true,
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  );
  const ended = new Promise((resolve) => holder.once('exit', resolve));
  const release = async () => {
    holder.ref();
    holder.stdin.end();
    await ended;
  };
  return new Promise((resolve, reject) => {
    holder.once('error', reject);
    holder.once('exit', (code) => {
      if (code === TAKEN) {
        resolve(null);
      } else {
        reject(new Error(`The lock ${file} cannot be taken (flock ended with ${code}).`));
      }
    });
    holder.stdout.once('data', () => {
      holder.unref();
      holder.stdin.unref?.();
      holder.stdout.unref?.();
      resolve({ release });
    });
  });
}
