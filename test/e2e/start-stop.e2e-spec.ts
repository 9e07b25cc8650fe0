import { readFileSync } from 'node:fs';
import { ERROR_TEXTS, meSchema, serviceListSchema } from '@tapaamo/contracts';
import { ApiClient, expectAnswer } from '../support/api-client.js';
import { PROFESSIONAL } from '../support/journey.js';
import { beginOutage } from '../support/outage.js';
import { RunningSystem } from '../support/running-system.js';
import { until } from '../support/until.js';

describe('the product', () => {
  let system: RunningSystem;

  beforeAll(async () => {
    system = await RunningSystem.start({}, 'empty');
  });

  afterAll(async () => {
    await system.stop();
  });

  const signIn = async (): Promise<ApiClient> => {
    const client = new ApiClient(system.url);
    await client.signIn(PROFESSIONAL, system.passwords()[PROFESSIONAL] ?? '');
    return client;
  };
  const gone = (pids: number[]) =>
    until(() => !pids.some(isRunning), { what: 'every process to end', withinMs: 20_000 });

  it('gives its media workers none of its secrets', () => {
    const { SESSION_SECRET, ACCOUNT_SECRET, MEETING_TOKEN_SECRET } = JSON.parse(
      readFileSync(`${system.dataDir}/secrets.json`, 'utf8'),
    ) as Record<string, string>;
    const secrets = [
      SESSION_SECRET,
      ACCOUNT_SECRET,
      MEETING_TOKEN_SECRET,
      new URL(system.databaseUrl()).password,
      readFileSync(`${system.dataDir}/key-postgres/password`, 'utf8'),
    ];
    const workers = system.mediaWorkerPids();
    expect(workers.length).toBeGreaterThan(0);
    for (const pid of workers) {
      const environment = readFileSync(`/proc/${String(pid)}/environ`, 'utf8');
      expect(environment).toContain('PATH=');
      expect(secrets.filter((secret) => environment.includes(secret ?? ''))).toEqual([]);
    }
  });

  it('leaves no process when it is stopped, and starts again with what it knew', async () => {
    const before = await signIn();
    const pids = system.allPids();
    expect(pids.length).toBeGreaterThan(8);
    expect(await system.stop({ keepData: true })).toBe(0);
    expect(pids.filter(isRunning)).toEqual([]);
    system = await RunningSystem.start({}, system);
    // The cookie of before still holds: secrets and sessions stayed.
    expectAnswer(await before.get('/api/me'), 200, meSchema);
    await signIn();
  });

  it('says in the reader’s language that the database is down when it starts, and goes on once it is back', async () => {
    const end = await beginOutage(system.databasePids(), system.ports.POSTGRES_PORT);
    try {
      const [api = 0] = system.appPids('api');
      process.kill(api, 'SIGKILL');
      const page = await until(() => waitingPage(system.url, 'sv'), {
        what: 'the page of an API without its database',
        withinMs: 20_000,
      });
      expect(page).toContain('<html lang="sv">');
      expect(page).toContain(ERROR_TEXTS['service.database-unavailable'].sv);
    } finally {
      await end();
    }
    await until(() => signIn().catch(() => null), { what: 'signing in', withinMs: 30_000 });
  });

  it('leaves no process when its root is killed, and starts again', async () => {
    const pids = system.allPids();
    const [root = 0] = pids;
    process.kill(root, 'SIGKILL');
    await gone(pids);
    system = await RunningSystem.start({}, system);
    const { services } = expectAnswer(
      await (await signIn()).get('/api/services'),
      200,
      serviceListSchema,
    );
    expect(services.length).toBeGreaterThan(0);
  });

  it('starts again after everything was killed at once', async () => {
    const pids = system.allPids();
    pids.forEach((pid) => process.kill(pid, 'SIGKILL'));
    await gone(pids);
    system = await RunningSystem.start({}, system);
    await signIn();
  });
});

/** What a browser is shown while the database is awaited; null while nothing answers. */
async function waitingPage(url: string, language: string): Promise<string | null> {
  const headers = { accept: 'text/html', 'accept-language': language };
  const answer = await fetch(url, { headers }).catch(() => null);
  return answer?.status === 503 ? answer.text() : null;
}

/** A process that has ended and waits for its parent to notice runs no more. */
function isRunning(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    return !['Z', 'X'].includes(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[0] ?? '');
  } catch {
    return false;
  }
}
