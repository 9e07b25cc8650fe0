import { spawn } from 'node:child_process';
import { getPriority, setPriority } from 'node:os';
import { MediaRoom, MediaWorkerUnavailableError, WorkerPool } from '@tapaamo/media';
import { until } from '../../support/until.js';
import type { BrowserDouble } from './support/browser-double.js';
import { camera, join, microphone } from './support/media-double.js';
import { MeetingNode } from './support/meeting-node.js';

/** Longest time from a worker's loss to the new media being ready, in milliseconds (security-reliability.md F1, F2). */
const MOST_MS = 3_000;

describe.each([1, 2])('Losing a media worker of %i', (workers) => {
  let node: MeetingNode;
  beforeEach(async () => {
    node = await MeetingNode.start({ workers });
  });
  afterEach(async () => {
    await node.stop();
  });

  /** Waits for media newer than what the browser has. */
  const renewed = async (browser: BrowserDouble, epoch: number): Promise<void> => {
    await browser.told('meetingReady', (body) => body.epoch > epoch);
  };

  const rejoin = async (browser: BrowserDouble) => await join(browser);

  it.each([
    ['dies', 'SIGKILL'],
    ['hangs', 'SIGSTOP'],
  ] as const)('that %s gives everyone new media without a click', async (_how, signal) => {
    const { professional, client } = await node.openPair();
    await Promise.all([join(professional), join(client)]);
    const { epoch } = await professional.told('meetingReady');
    const other = await client.told('meetingReady');
    const lostAt = performance.now();
    node.workerPids.forEach((pid) => process.kill(pid, signal));
    await Promise.all([renewed(professional, epoch), renewed(client, other.epoch)]);
    const tookMs = performance.now() - lostAt;
    expect(tookMs).toBeLessThan(MOST_MS);

    const sent = await professional.get('produce', camera());
    expect((await rejoin(client)).consumers).toMatchObject([sent]);
    await until(() => node.workerPids.length === workers, { what: 'all workers to run again' });
  });

  it('gives its workers the processor before the node, where the system lets it', () => {
    const own = getPriority();
    const sooner = mayComeFirst() ? Math.max(-20, own - 5) : own;
    expect(node.workerPids.map((pid) => getPriority(pid))).toEqual(
      Array.from({ length: workers }, () => sooner),
    );
  });

  it('answers requests that come while a worker hangs', async () => {
    const { professional } = await node.openPair();
    await join(professional);
    node.workerPids.forEach((pid) => process.kill(pid, 'SIGSTOP'));
    const askedAt = performance.now();
    expect(await professional.codeOf('restartIce', { direction: 'send' })).toBe(
      'media.worker-unavailable',
    );
    expect(performance.now() - askedAt).toBeLessThan(MOST_MS);
  });

  it('leaves the lines and the waiting as they are', async () => {
    const [professional, client] = node.visits.add(
      ['professional', 'admitted'],
      ['client', 'waiting'],
    );
    const inside = await node.open(professional!);
    const waiting = await node.open(client!);
    const { epoch } = await inside.told('meetingReady');
    node.workerPids.forEach((pid) => process.kill(pid, 'SIGKILL'));
    await renewed(inside, epoch);
    expect(waiting.names).toEqual(['admissionChanged']);
    expect(inside.socket.connected && waiting.socket.connected).toBe(true);
  });
});

describe('One worker of two', () => {
  let node: MeetingNode;
  beforeAll(async () => {
    node = await MeetingNode.start({ workers: 2 });
  });
  afterAll(async () => {
    await node.stop();
  });

  it('takes only its own meetings with it when it dies', async () => {
    const calls = [await node.openPair(), await node.openPair()];
    await Promise.all(
      calls.flatMap(({ professional, client }) => [join(professional), join(client)]),
    );
    await Promise.all(calls.map(({ client }) => client.get('produce', microphone())));
    process.kill(node.workerPids[0]!, 'SIGKILL');
    const readies = (browser: BrowserDouble) =>
      browser.names.filter((name) => name === 'meetingReady').length;
    await until(() => calls.some(({ client }) => readies(client) === 2), { what: 'new media' });
    const untouched = calls.filter(({ client }) => readies(client) === 1);
    expect(untouched).toHaveLength(1);
    expect(await untouched[0]!.client.codeOf('restartIce', { direction: 'send' })).toBe('ok');
  });
});

describe('A node whose media worker cannot run', () => {
  let node: MeetingNode;
  beforeAll(async () => {
    node = await MeetingNode.start({ workerBin: '/bin/false' });
  });
  afterAll(async () => {
    await node.stop();
  });

  it('lives, says that it is not ready, and keeps trying', async () => {
    expect((await fetch(`${node.url}/health/live`)).status).toBe(200);
    const ready = await fetch(`${node.url}/health/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ checks: { mediaWorkers: false } });
    await until(() => node.app.get(WorkerPool).state.restarts >= 2, { what: 'another attempt' });
    await expect(MediaRoom.create(node.app.get(WorkerPool))).rejects.toThrow(
      MediaWorkerUnavailableError,
    );
  });
});

/** Whether the system lets us give a child the processor sooner. */
function mayComeFirst(): boolean {
  const child = spawn('sleep', ['60'], { stdio: 'ignore' });
  try {
    setPriority(child.pid ?? 0, Math.max(-20, getPriority() - 5));
    return true;
  } catch {
    return false;
  } finally {
    child.kill();
  }
}
