import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePorts } from './ports.mjs';
import { commandOf, descendants } from './process-tree.mjs';

const ROOT = resolve(import.meta.dirname, '..', '..', '..');
const START_MS = 90_000;
const PORTS = [
  'API_PORT',
  'MEETING_PORT',
  'JOB_RUNNER_PORT',
  'IDENTITY_PROVIDER_PORT',
  'CATCHER_PORT',
  'SMTP_PORT',
  'POSTGRES_PORT',
  'KEY_POSTGRES_PORT',
  'MEDIA_PORT_BASE',
];

/** A data folder for one product, removed when we end at the latest. */
export function newDataFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'tapaamo-bench-'));
  process.once('exit', () => removeDataFolder(folder));
  return folder;
}

/** @param {string} folder */
export const removeDataFolder = (folder) => rmSync(folder, { recursive: true, force: true });

/** The whole product as `npm start` runs it, built as it is delivered, on ports of its own. */
export class Product {
  /** Seconds of each step of the start, by its title. @type {Record<string, number>} */
  steps = {};
  #output = '';
  /** @type {import('node:child_process').ChildProcess} */
  #process;
  #dataDir;
  #ports;
  #settings;

  /** @param {string} dataDir @param {Record<string, number>} ports @param {Record<string, string>} settings */
  constructor(dataDir, ports, settings) {
    this.#dataDir = dataDir;
    this.#settings = settings;
    this.#ports = ports;
  }

  /**
   * Starts everything and waits until it says that it runs.
   * @param {string} dataDir
   * @param {Record<string, string>} [settings] What differs from what `npm start` sets.
   */
  static async start(dataDir, settings = {}) {
    const free = await freePorts(PORTS.length);
    const ports = Object.fromEntries(PORTS.map((name, index) => [name, free[index]]));
    const product = new Product(dataDir, ports, settings);
    await product.#launch();
    return product;
  }

  get url() {
    return `http://localhost:${this.#ports.API_PORT}`;
  }

  get catcherUrl() {
    return `http://localhost:${this.#ports.CATCHER_PORT}`;
  }

  /** @param {string} email */
  passwordOf(email) {
    return JSON.parse(readFileSync(join(this.#dataDir, 'demo.json'), 'utf8'))[email];
  }

  /**
   * Address of the database as one of its roles.
   * @param {'postgres' | 'tapaamo' | 'tapaamo_app'} role
   */
  databaseUrl(role) {
    const secret = readFileSync(join(this.#dataDir, 'postgres', 'password'), 'utf8').trim();
    return `postgres://${role}:${secret}@127.0.0.1:${this.#ports.POSTGRES_PORT}/tapaamo`;
  }

  /** Address of the key database, as the superuser of its server. */
  keyDatabaseUrl() {
    const secret = readFileSync(join(this.#dataDir, 'key-postgres', 'password'), 'utf8').trim();
    return `postgres://postgres:${secret}@127.0.0.1:${this.#ports.KEY_POSTGRES_PORT}/tapaamo_keys`;
  }

  /** All processes of the product, the supervisor first. */
  pids() {
    const pid = Number(this.#process.pid);
    return [pid, ...descendants(pid)];
  }

  /**
   * The processes whose command line holds a text.
   * @param {string} text
   */
  pidsOf(text) {
    return this.pids().filter((pid) => commandOf(pid).includes(text));
  }

  /** Stops everything as Ctrl-C does. */
  async stop() {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) {
      return;
    }
    const gone = new Promise((done) => this.#process.once('exit', done));
    this.#process.kill('SIGINT');
    await gone;
  }

  async #launch() {
    const settings = Object.entries(this.#ports).map(([name, port]) => [name, String(port)]);
    this.#process = spawn(process.execPath, ['infra/setup/run.mjs'], {
      cwd: ROOT,
      // With the channel it notices our death, whatever that was.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        ...process.env,
        ...Object.fromEntries(settings),
        DATA_DIR: this.#dataDir,
        CLOCK_FILE: join(this.#dataDir, 'clock'),
        MEDIA_WORKERS: '1',
        ...this.#settings,
      },
    });
    await new Promise((running, failed) => {
      const fail = (why) => failed(new Error(`The product ${why}:\n${this.#output}`));
      const timer = setTimeout(() => fail('did not start in time'), START_MS);
      this.#process.once('error', failed);
      this.#process.once('exit', () => fail('ended instead of starting'));
      const listen = (chunk) => {
        this.#output += String(chunk);
        if (this.#output.includes('Tapaamo is running')) {
          clearTimeout(timer);
          running(undefined);
        }
      };
      this.#process.stdout?.on('data', listen);
      this.#process.stderr?.on('data', listen);
    });
    for (const [, title, seconds] of this.#output.matchAll(/✓ (.+?) \((\d+\.\d) s\)/g)) {
      this.steps[title] = Number(seconds);
    }
  }
}
