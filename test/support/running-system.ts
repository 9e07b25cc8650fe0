import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Side } from './network/impaired-line.js';
import { WayIn } from './network/way-in.js';
import { traces } from './traces.js';
import { until } from './until.js';

/** A message that the catcher holds. */
export interface CaughtMessage {
  id: string;
  channel: 'sms' | 'email';
  to: string;
  subject: string;
  text: string;
}

/** Longest time that starting everything may take on a busy machine, in milliseconds. */
const START_MS = 90_000;

/** Stands in the database in clear, so that the search for clients can be seen to find what is there. */
const STAFF_MEMBER = 'ammattilainen@mallila.example';

const PORT_SETTINGS = [
  'API_PORT',
  'MEETING_PORT',
  'JOB_RUNNER_PORT',
  'IDENTITY_PROVIDER_PORT',
  'CATCHER_PORT',
  'SMTP_PORT',
  'POSTGRES_PORT',
  'KEY_POSTGRES_PORT',
  'MEDIA_PORT_BASE',
] as const;

/** The whole product as `npm start` runs it, on ports and a data folder of its own. */
export class RunningSystem {
  #output = '';
  /** The ways of tests to a system that has a network of its own. */
  readonly #waysIn: Server[] = [];

  private constructor(
    private readonly process: ChildProcess,
    readonly dataDir: string,
    readonly ports: Record<(typeof PORT_SETTINGS)[number], number>,
  ) {
    const keep = (chunk: Buffer): void => void (this.#output += chunk.toString());
    process.stdout?.on('data', keep);
    process.stderr?.on('data', keep);
  }

  /**
   * Starts everything and waits until it says that it runs.
   *
   * @param previous - A stopped system whose data folder and ports are used again; `empty` starts for the first time, with
   *   nothing. Without it the folder is a copy of a system's that was started and stopped before the tests.
   * @param side - Of a line, to run inside; tests reach the catcher all the same.
   */
  static async start(
    settings: Record<string, string> = {},
    previous?: RunningSystem | 'empty',
    side?: Side,
  ): Promise<RunningSystem> {
    const stopped = previous === 'empty' ? undefined : previous;
    const dataDir = stopped?.dataDir ?? mkdtempSync(join(tmpdir(), 'tapaamo-'));
    if (previous === undefined) {
      fillFromPrepared(dataDir);
    }
    const ports = stopped?.ports ?? (await freePorts());
    const [command, ...args] = [...(side?.enter ?? []), process.execPath, 'infra/setup/run.mjs'];
    const child = spawn(command, args, {
      cwd: resolve('.'),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        DATA_DIR: dataDir,
        CLOCK_FILE: join(dataDir, 'clock'),
        MEDIA_WORKERS: '1',
        LOG_LEVEL: 'debug',
        ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
        ...settings,
      },
    });
    const system = new RunningSystem(child, dataDir, ports);
    await until(
      () => {
        if (child.exitCode !== null) {
          throw new Error(`The system did not start:\n${system.#output}`);
        }
        return system.#output.includes('Tapaamo is running');
      },
      { what: 'the system to run', withinMs: START_MS },
    );
    if (side !== undefined) {
      const way = await WayIn.open(side, ports.CATCHER_PORT, '127.0.0.1');
      system.#waysIn.push(await way.listenOn(ports.CATCHER_PORT));
    }
    return system;
  }

  /** Web address without a path. */
  get url(): string {
    return `http://localhost:${String(this.ports.API_PORT)}`;
  }

  get identityProviderUrl(): string {
    return `http://localhost:${String(this.ports.IDENTITY_PROVIDER_PORT)}`;
  }

  get catcherUrl(): string {
    return `http://localhost:${String(this.ports.CATCHER_PORT)}`;
  }

  /** Demo passwords by e-mail address. */
  passwords(): Record<string, string> {
    return JSON.parse(readFileSync(join(this.dataDir, 'demo.json'), 'utf8')) as Record<
      string,
      string
    >;
  }

  /** What the catcher holds, newest first. All of it is looked for at the end, when the catcher may hold it no more. */
  async messages(): Promise<CaughtMessage[]> {
    const response = await fetch(`${this.catcherUrl}/messages.json`);
    const body = (await response.json()) as CaughtMessage[] | { messages: CaughtMessage[] };
    const messages = Array.isArray(body) ? body : body.messages;
    messages.forEach((message) => traces.noteMessage(message));
    return messages;
  }

  /** Sets the clock of every process ahead of the machine's. */
  shiftClock(milliseconds: number): void {
    writeFileSync(join(this.dataDir, 'clock'), String(milliseconds));
  }

  /** Everything that was printed or logged so far. */
  allLogs(): string {
    const folder = join(this.dataDir, 'logs');
    return [
      this.#output,
      ...readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')),
    ].join('\n');
  }

  /** Address of the database with its password, as the superuser, who sees everything. */
  databaseUrl(): string {
    const secret = readFileSync(join(this.dataDir, 'postgres', 'password'), 'utf8').trim();
    return `postgres://postgres:${secret}@127.0.0.1:${String(this.ports.POSTGRES_PORT)}/tapaamo`;
  }

  /** Everything that was printed at the terminal so far. */
  get output(): string {
    return this.#output;
  }

  /** Process ids of everything that runs, the supervisor first. */
  allPids(): number[] {
    const own = this.process.pid ?? 0;
    return [own, ...descendants(own)];
  }

  /** Process ids of the media workers of this system. */
  mediaWorkerPids(): number[] {
    return this.allPids().filter((pid) => commandOf(pid).includes('mediasoup-worker'));
  }

  /** Process ids of one app, e.g. `api`. */
  appPids(app: string): number[] {
    return this.allPids().filter((pid) => commandOf(pid).includes(`apps/${app}/src/main.js`));
  }

  /** Process id of the database server, or of the one with the keys. */
  databasePids(folder: 'postgres' | 'key-postgres' = 'postgres'): number[] {
    const file = join(this.dataDir, folder, 'data', 'postmaster.pid');
    return [Number(readFileSync(file, 'utf8').split('\n')[0])];
  }

  /**
   * Stops everything as Ctrl-C does, and looks for what identifies a client in everything that was written: logs, the
   * database's files with what it keeps of deleted rows, and all else in the data folder.
   *
   * @param options.keepData - Leaves the data folder for the next start.
   * @returns Exit code.
   * @throws Error naming what was found.
   */
  async stop(options: { keepData?: boolean } = {}): Promise<number | null> {
    const gone = new Promise<number | null>((done) => this.process.once('exit', done));
    if (this.process.exitCode !== null || this.process.signalCode !== null) {
      return this.process.exitCode;
    }
    await this.messages();
    this.#waysIn.splice(0).forEach((way) => way.close());
    this.process.kill('SIGINT');
    const code = await gone;
    const found = await traces.findIn(this.dataDir, STAFF_MEMBER);
    if (found.length > 0) {
      throw new Error(`Files tell who a client is: ${found.join(', ')}`);
    }
    if (options.keepData !== true) {
      rmSync(this.dataDir, { recursive: true, force: true });
    }
    return code;
  }
}

/** Copies what a system left that was started before the tests, where there is one (prepared-system.mjs). */
function fillFromPrepared(dataDir: string): void {
  const prepared = process.env.PREPARED_DATA_DIR ?? '';
  if (prepared !== '') {
    // Modes and owners too: a database refuses a folder that others may read.
    execFileSync('cp', ['--archive', `${prepared}/.`, dataDir]);
  }
}

/** Below the ports that the machine gives to its own connections, which may take a stopped system's before it starts again. */
const FIRST_PORT = 16_000;
const PORTS = 16_000;
/** More than run side by side. */
const WORKERS = 8;

async function freePorts(): Promise<Record<(typeof PORT_SETTINGS)[number], number>> {
  const chosen: [string, number][] = [];
  for (const name of PORT_SETTINGS) {
    chosen.push([name, await freePort(new Set(chosen.map(([, port]) => port)))]);
  }
  return Object.fromEntries(chosen) as never;
}

/** A port that nothing listens on. Test files that run side by side, each in a worker, never choose the same. */
async function freePort(taken: ReadonlySet<number>): Promise<number> {
  const worker = Number(process.env.JEST_WORKER_ID ?? 1) % WORKERS;
  for (;;) {
    const port = FIRST_PORT + worker + WORKERS * randomInt(PORTS / WORKERS);
    const server = createServer();
    const listens = new Promise<boolean>((done) => {
      server.once('listening', () => done(true)).once('error', () => done(false));
    });
    server.listen(port, '127.0.0.1');
    if ((await listens) && !taken.has(port)) {
      await new Promise((done) => server.close(done));
      return port;
    }
    server.close();
  }
}

function descendants(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      parents.set(Number(entry), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // The process ended while the list was read.
    }
  }
  const found = [pid];
  for (const parent of found) {
    found.push(...[...parents].filter(([, own]) => own === parent).map(([child]) => child));
  }
  return found.slice(1);
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
