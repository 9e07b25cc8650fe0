import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const APPS = {
  'dev-message-catcher': 'CATCHER_PORT',
  'dev-identity-provider': 'IDENTITY_PROVIDER_PORT',
  api: 'API_PORT',
  meeting: 'MEETING_PORT',
  'job-runner': 'JOB_RUNNER_PORT',
} as const;

export type PortSetting =
  | (typeof APPS)[keyof typeof APPS]
  | 'SMTP_PORT'
  | 'POSTGRES_PORT'
  | 'KEY_POSTGRES_PORT'
  | 'MEDIA_PORT_BASE';

/** A server with a health page that can be told to crash or to hang; it answers with its process id. */
const appSource = (port: PortSetting): string => `
import { createServer } from 'node:http';
const server = createServer((request, response) => {
  if (request.url === '/crash') process.exit(3);
  if (request.url === '/hang') for (;;);
  response.end(String(process.pid));
});
server.listen(Number(process.env.${port}), '127.0.0.1');
const stop = () => { server.closeAllConnections(); server.close(() => process.exit(0)); };
process.once('SIGTERM', stop);
process.once('disconnect', stop);
`;

const PREPARE = `console.log(JSON.stringify({ demo: { professional: { email: 'p@example.fi', password: 'secret' } } }));`;

/**
 * An installation with tiny apps in place of the real ones, to try the supervisor on.
 */
export class FakeInstallation {
  readonly folder = mkdtempSync(join(tmpdir(), 'tapaamo-supervisor-'));
  readonly #running = new Set<ChildProcess>();

  private constructor(readonly ports: Record<PortSetting, number>) {
    writeFileSync(join(this.folder, 'package.json'), '{"type":"module"}');
    symlinkSync(resolve('node_modules'), join(this.folder, 'node_modules'));
    for (const part of ['setup', 'embedded-postgres']) {
      cpSync(resolve('infra', part), join(this.folder, 'infra', part), { recursive: true });
    }
    for (const [name, port] of Object.entries(APPS)) {
      this.writeApp(name, 'main', appSource(port));
    }
    this.writeApp('job-runner', 'prepare', PREPARE);
  }

  static async create(): Promise<FakeInstallation> {
    const names: PortSetting[] = [
      ...Object.values(APPS),
      'SMTP_PORT',
      'POSTGRES_PORT',
      'KEY_POSTGRES_PORT',
      'MEDIA_PORT_BASE',
    ];
    const ports = await Promise.all(names.map(() => freePort()));
    return new FakeInstallation(
      Object.fromEntries(names.map((name, i) => [name, ports[i]])) as Record<PortSetting, number>,
    );
  }

  writeApp(name: string, file: string, source: string): void {
    const folder = join(this.folder, 'dist', 'apps', name, 'src');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${file}.js`), source);
  }

  /** Starts the supervisor; `output` grows while it runs. */
  run(settings: Record<string, string> = {}): SupervisorRun {
    const child = spawn(process.execPath, [join(this.folder, 'infra', 'setup', 'run.mjs')], {
      env: {
        PATH: process.env.PATH,
        MEDIA_WORKERS: '1',
        ...Object.fromEntries(
          Object.entries(this.ports).map(([name, port]) => [name, String(port)]),
        ),
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#running.add(child);
    return new SupervisorRun(child);
  }

  /** Asks an app over HTTP; an empty answer when there is none. */
  async ask(port: PortSetting, path = '/'): Promise<string> {
    try {
      const response = await fetch(`http://127.0.0.1:${this.ports[port]}${path}`, {
        signal: AbortSignal.timeout(1000),
      });
      return await response.text();
    } catch {
      return '';
    }
  }

  async remove(): Promise<void> {
    for (const child of this.#running) {
      child.kill('SIGKILL');
    }
    await waitFor(() => this.answering().then((apps) => apps === 0));
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 20 });
  }

  /** How many apps still answer. */
  async answering(): Promise<number> {
    const answers = await Promise.all(Object.values(APPS).map((port) => this.ask(port)));
    return answers.filter((answer) => answer !== '').length;
  }
}

/** One run of the supervisor. */
export class SupervisorRun {
  output = '';
  readonly ended: Promise<number>;

  constructor(readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (data: Buffer) => (this.output += String(data)));
    }
    this.ended = new Promise((done) => child.once('close', (code) => done(code ?? -1)));
  }

  /** Waits until it has said something. */
  async says(text: string): Promise<void> {
    await waitFor(
      () => this.output.includes(text),
      () => `"${text}" in:\n${this.output}`,
    );
  }
}

/** Waits until something is true; fails after 30 seconds. */
export async function waitFor(
  condition: () => boolean | Promise<boolean>,
  what: () => string = () => 'what was waited for',
): Promise<void> {
  const until = performance.now() + 30_000;
  while (!(await condition())) {
    if (performance.now() > until) {
      throw new Error(`There is no ${what()}`);
    }
    await sleep(50);
  }
}

/** A port that is free now. */
function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        done(port);
      });
    });
  });
}
