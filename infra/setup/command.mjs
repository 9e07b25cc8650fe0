import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { SetupError } from './setup-error.mjs';

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
 * @param {string} [options.exclusive] A lock file which the command and its children hold until they
 *   end: when set-up itself is killed, the next run waits for the orphan instead of racing it.
 * @param {(line: string) => void} [options.onLine] Called for every line of output.
 * @param {string} [options.failure] The sentence for the person when the command fails.
 * @param {string} [options.fix] What the person can do about that.
 * @returns {Promise<string>}
 */
export async function runCommand(command, args, options = {}) {
  const { cwd, env = process.env, exclusive, onLine, failure, fix } = options;
  const [program, list] = exclusive
    ? ['flock', ['--exclusive', exclusive, command, ...args]]
    : [command, args];
  // A process group of its own, so that ending it reaches the command's children as well.
  const child = spawn(program, list, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const lines = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      onLine?.(line);
    });
  }
  const ended = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(signal ?? code));
  });
  running.delete(child);
  if (ended === 0) return lines.join('\n');
  throw new SetupError(failure ?? `"${[command, ...args].join(' ')}" failed (${ended})`, {
    fix,
    output: lines.slice(-25).join('\n'),
  });
}

/**
 * Ends every command that still runs, with its children.
 * @param {NodeJS.Signals} signal
 */
export function endCommands(signal = 'SIGTERM') {
  for (const child of running) {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // It ended by itself meanwhile.
    }
  }
}
