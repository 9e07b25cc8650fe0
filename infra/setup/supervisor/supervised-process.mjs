import { fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { waitUntil } from '../wait-until.mjs';
import { terminalLine } from './log-line.mjs';

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5000;
/** A process that ran this long has recovered: its next crash is restarted without delay again. */
const STABLE_MS = 30_000;
const LINES_KEPT = 25;

/**
 * One app as a child process: started, logged, restarted when it ends unasked, stopped.
 */
export class SupervisedProcess {
  #options;
  #child;
  #stopping = false;
  #pauseMs = FIRST_PAUSE_MS;
  #lastLines = [];

  /**
   * @param {object} options
   * @param {string} options.name
   * @param {string} options.script
   * @param {NodeJS.ProcessEnv} options.env
   * @param {import('./log-file.mjs').LogFile} options.logFile
   * @param {(text: string) => void} options.say Shows a line at the terminal.
   * @param {{ add: (pid: number) => void, drop: (pid: number) => void }} options.guard
   */
  constructor(options) {
    this.#options = options;
  }

  get name() {
    return this.#options.name;
  }

  /** Its last warnings and errors, for the message when it cannot start. */
  get lastLines() {
    return this.#lastLines.join('\n');
  }

  /** Whether it has ended (and is perhaps about to be restarted). */
  get ended() {
    return !this.#child || this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  start() {
    const { script, env, guard } = this.#options;
    const started = Date.now();
    this.#lastLines = [];
    // Detached: Ctrl-C reaches the whole foreground group, but stopping in order is our work.
    const child = fork(script, [], {
      env,
      detached: true,
      execArgv: ['--enable-source-maps'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child;
    if (child.pid) {
      guard.add(child.pid);
    }
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => this.#record(line));
    }
    child.on('error', (error) => this.#record(error.message));
    child.once('exit', (code, signal) => {
      if (child.pid) {
        guard.drop(child.pid);
      }
      if (!this.#stopping) {
        void this.#restart(signal ?? `code ${code}`, Date.now() - started);
      }
    });
  }

  /**
   * Asks it to end, and kills it when it does not.
   * @param {number} patienceMs
   */
  async stop(patienceMs) {
    this.#stopping = true;
    this.#child?.kill('SIGTERM');
    if (!(await waitUntil(() => this.ended, patienceMs))) {
      this.kill();
    }
  }

  kill() {
    this.#stopping = true;
    this.#child?.kill('SIGKILL');
  }

  async #restart(reason, ranMs) {
    if (ranMs > STABLE_MS) {
      this.#pauseMs = FIRST_PAUSE_MS;
    }
    const pauseMs = this.#pauseMs;
    this.#pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    this.#options.say(`${this.name} ended (${reason}); restarting it in ${pauseMs / 1000} s.`);
    await sleep(pauseMs);
    if (!this.#stopping) {
      this.start();
    }
  }

  #record(line) {
    this.#options.logFile.write(line);
    const shown = terminalLine(this.name, line);
    if (!shown) {
      return;
    }
    if (this.#lastLines.push(line) > LINES_KEPT) {
      this.#lastLines.shift();
    }
    this.#options.say(shown);
  }
}
