import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { isStackLine, SetupError } from './setup-error.mjs';

const LINES_SHOWN = 25;

/** Commands now running, so that an interrupted set-up can end them. */
const running = new Set();

/**
 * Runs a command to its end and returns what it wrote.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {object} [options]
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {string} [options.exclusive] A file that remembers the command while it runs: when set-up
 *   itself is killed, the next run ends the orphan instead of racing it. The caller has a lock.
 * @param {AbortSignal} [options.signal] Ends the command, with its children, when aborted.
 * @param {(line: string) => void} [options.onLine] Called for every line of output.
 * @param {string} [options.failure] The sentence for the person when the command fails.
 * @param {string} [options.fix] What the person can do about that.
 * @returns {Promise<string>}
 */
export async function runCommand(command, args, options = {}) {
  const { cwd, env = process.env, exclusive, signal, onLine, failure, fix } = options;
  if (exclusive) {
    await endOrphan(exclusive);
  }
  // A process group of its own, so that ending it reaches the command's children as well.
  const child = spawn(command, args, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  if (exclusive && child.pid) {
    writeFileSync(exclusive, `${child.pid} ${startOf(child.pid)}`);
  }
  const lines = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      onLine?.(line);
    });
  }
  signal?.addEventListener('abort', () => child.pid && signalGroup(child.pid, 'SIGKILL'));
  const ended = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, killedBy) => resolve(killedBy ?? code));
  });
  running.delete(child);
  if (ended === 0) {
    return lines.join('\n');
  }
  throw new SetupError(failure ?? `"${[command, ...args].join(' ')}" failed (${ended})`, {
    fix,
    output: lines
      .filter((line) => !isStackLine(line))
      .slice(-LINES_SHOWN)
      .join('\n'),
  });
}

/**
 * Ends the command, with its children, that a killed set-up left running.
 * @param {string} file
 */
async function endOrphan(file) {
  const [pid, start] = read(file).split(' ');
  // The start time tells whether the number still means the same process.
  const lives = () => start && startOf(pid) === start;
  while (lives()) {
    signalGroup(Number(pid), 'SIGKILL');
    await sleep(50);
  }
}

/**
 * When a process started; empty when it has ended, also when nobody has taken note of its end yet.
 * @param {string | number} pid
 */
function startOf(pid) {
  const fields = read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
  return fields[0] === 'Z' ? '' : (fields[19] ?? '');
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** @param {number} pid @param {NodeJS.Signals} signal */
function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // It ended by itself meanwhile.
  }
}

/**
 * Ends every command that still runs, with its children.
 * @param {NodeJS.Signals} signal
 */
export function endCommands(signal = 'SIGTERM') {
  for (const child of running) {
    if (child.pid) {
      signalGroup(child.pid, signal);
    }
  }
}
