import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { loadConfig } from '@tapaamo/config';
import { DEVICE_TEST_NAMESPACE } from '@tapaamo/contracts';
import { Logger } from '@tapaamo/logging';
import { WorkerPool } from '@tapaamo/media';
import type { DeviceTestClaims } from '@tapaamo/visit';
import {
  createMeetingApp,
  stopMeetingApp,
} from '../../../../apps/meeting/src/create-meeting-app.js';
import type { TestApi } from '../../../support/start-api.js';
import { BrowserDouble, PAGE_ORIGIN } from './browser-double.js';
import { FakeVisits, type FakeParticipant } from './fake-visits.js';

/** A meeting node in this process, with real media workers and, unless it stands beside an API, fake visits. */
export class MeetingNode {
  readonly visits = new FakeVisits();
  /** Lines of its log. */
  readonly log: Record<string, unknown>[] = [];
  readonly #browsers: BrowserDouble[] = [];

  private constructor(
    private readonly start: (node: MeetingNode) => Promise<NestExpressApplication>,
  ) {}

  app: NestExpressApplication;
  url: string;

  /** @param options.beside - An API whose visits are its own, with its database and clock. */
  static async start({
    workers = 1,
    workerBin = '',
    beside,
  }: { workers?: number; workerBin?: string; beside?: TestApi } = {}): Promise<MeetingNode> {
    const mediaPort = await freePorts(workers);
    const node = new MeetingNode(async (self) => {
      const config = loadConfig({
        MEDIASOUP_WORKER_BIN: process.env['MEDIASOUP_WORKER_BIN'],
        ...(workerBin === '' ? {} : { MEDIASOUP_WORKER_BIN: workerBin }),
        NODE_ENV: 'test',
        PUBLIC_URL: PAGE_ORIGIN,
        MEDIA_WORKERS: String(workers),
        MEDIA_PORT_BASE: String(mediaPort),
        SESSION_SECRET: 'x'.repeat(32),
        ACCOUNT_SECRET: 'x'.repeat(32),
        MEETING_TOKEN_SECRET: 'x'.repeat(32),
      });
      const logger = new Logger('meeting', 'debug', {
        write: (line) => self.log.push(JSON.parse(line) as Record<string, unknown>),
      });
      if (beside === undefined) {
        return await createMeetingApp(config, { visits: self.visits.module(), logger });
      }
      const { MEDIASOUP_WORKER_BIN, MEDIA_WORKERS, MEDIA_PORT_BASE } = config;
      const media = { MEDIASOUP_WORKER_BIN, MEDIA_WORKERS, MEDIA_PORT_BASE };
      return await createMeetingApp(
        { ...beside.config, ...media },
        { clock: beside.clock, logger },
      );
    });
    node.app = await node.start(node);
    await node.app.listen(0, '127.0.0.1');
    const { port } = node.app.getHttpServer().address() as AddressInfo;
    node.url = `http://127.0.0.1:${port}`;
    return node;
  }

  /** Process ids of the running media workers. */
  get workerPids(): number[] {
    return this.app.get(WorkerPool).pids;
  }

  /** Opens the pages of a professional and a client who are both let in, without joining yet. */
  async openPair(): Promise<{
    people: { professional: FakeParticipant; client: FakeParticipant };
    professional: BrowserDouble;
    client: BrowserDouble;
  }> {
    const [professional, client] = this.visits.add(
      ['professional', 'admitted'],
      ['client', 'admitted'],
    ) as [FakeParticipant, FakeParticipant];
    return {
      people: { professional, client },
      professional: await this.open(professional),
      client: await this.open(client),
    };
  }

  /** Opens a participant's page: connects and goes on when the node answered. */
  async open(
    participant: FakeParticipant | { token: string },
    more: { epoch?: number } = {},
  ): Promise<BrowserDouble> {
    const browser = this.dial(participant, more);
    await browser.connected();
    return browser;
  }

  /** Opens a participant's page without waiting for anything. */
  dial(
    participant: FakeParticipant | { token: string },
    more: { epoch?: number } = {},
  ): BrowserDouble {
    const token = 'token' in participant ? participant.token : JSON.stringify(participant);
    const browser = new BrowserDouble(this.url, { token, ...more });
    this.#browsers.push(browser);
    return browser;
  }

  /** Comes to test devices, with a token of its own kind or, on a node with fake visits, as somebody. */
  dialTest(who: DeviceTestClaims | { token: string }): BrowserDouble {
    const token = 'token' in who ? who.token : JSON.stringify(who);
    const browser = new BrowserDouble(`${this.url}${DEVICE_TEST_NAMESPACE}`, { token });
    this.#browsers.push(browser);
    return browser;
  }

  async stop(): Promise<void> {
    this.#browsers.forEach((browser) => browser.close());
    await this.stopInOrder();
  }

  /** Stops as the process does when it is told to, with whoever is there. */
  async stopInOrder(): Promise<void> {
    await stopMeetingApp(this.app);
  }
}

/** First of so many ports in a row that nobody listens on, below those that the system hands out. */
async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = randomInt(20_000, 30_000);
    const ports = Array.from({ length: count }, (_, index) => first + index);
    const free = await Promise.all(ports.map(isFree));
    if (free.every(Boolean)) {
      return first;
    }
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
