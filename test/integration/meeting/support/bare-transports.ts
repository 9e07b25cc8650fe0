import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { TransportDescription } from '@tapaamo/contracts';
import { WorkerPool } from '@tapaamo/media';
import { until } from '../../../support/until.js';
import type { BrowserDouble } from './browser-double.js';
import { RTP_CAPABILITIES, microphone } from './media-double.js';
import type { MeetingNode } from './meeting-node.js';

/** The part of mediasoup's router that is looked at here. */
interface Router {
  createPlainTransport(options: object): Promise<BareTransport>;
  createWebRtcTransport: (options: object) => Promise<BareTransport>;
}

interface BareTransport {
  tuple: { localPort: number };
  connect: () => Promise<void>;
}

/** There is a packet every ten milliseconds; after so long without one they have stopped. */
const QUIET_MS = 150;

/** After so many looks it is clear that they do not stop. */
const MOST_LOOKS = 20;

/**
 * From now on, whoever joins a meeting of a node sends and receives bare RTP over UDP on this machine: the real worker
 * forwards it by the real rules, without ICE and DTLS, which no library here speaks beside a browser.
 *
 * @returns Ends it.
 */
export function bareTransports(node: MeetingNode): () => void {
  const pool = node.app.get(WorkerPool);
  const acquire = pool.acquire.bind(pool);
  pool.acquire = async () => {
    const worker = await acquire();
    const create = worker.createRouter.bind(worker);
    worker.createRouter = async () => {
      const router = await create();
      makeBare(router as unknown as Router);
      return router;
    };
    return worker;
  };
  return () => {
    pool.acquire = acquire;
  };
}

function makeBare(router: Router): void {
  router.createWebRtcTransport = async () => {
    const transport = await router.createPlainTransport({
      listenInfo: { protocol: 'udp', ip: '127.0.0.1' },
      rtcpMux: true,
      comedia: true,
      enableSctp: true,
    });
    const described = {
      iceParameters: { usernameFragment: 'none', password: 'none' },
      iceCandidates: [{ port: transport.tuple.localPort }],
      dtlsParameters: { fingerprints: [] },
    };
    // Who sends first is who it is of; there is nothing to shake hands about.
    transport.connect = async () => undefined;
    return Object.assign(transport, described);
  };
}

/** The present by the machine's clock, in milliseconds, as threads agree on it. */
export const instant = (): number => performance.timeOrigin + performance.now();

/** What came so far. */
interface Came {
  came: number;
  /** Instant of the last packet, in milliseconds by the machine's clock; 0 for none. */
  lastCameAt: number;
  /** Longest time without a packet, in milliseconds; the time since the last one counts too. */
  longestGapMs: number;
}

/** Somebody in a meeting who sends a microphone as RTP, takes in what others send, and notes when it came. */
export class BareCaller {
  #thread: Worker | undefined;

  private constructor(private readonly browser: BrowserDouble) {}

  /** Joins and sends, and takes in everything that is sent. */
  static async join(browser: BrowserDouble): Promise<BareCaller> {
    const caller = new BareCaller(browser);
    await caller.#begin();
    return caller;
  }

  /** What came; with `look-anew` the longest gap begins anew. */
  async came(wish: 'look' | 'look-anew' = 'look'): Promise<Came> {
    const answer = once(this.#thread!, 'message');
    this.#thread!.postMessage(wish);
    const [came] = (await answer) as [Came];
    return came;
  }

  /** Resolves when packets come. */
  async hears(): Promise<void> {
    const { came: before } = await this.came();
    await until(async () => (await this.came()).came > before + 5, { what: 'media to flow' });
  }

  /** When the last packet came, by the machine's clock: what is on its way has had its time. */
  async lastCameAt(): Promise<number> {
    let seen = await this.came();
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      await delay(QUIET_MS);
      const later = await this.came();
      if (later.came === seen.came) {
        break;
      }
      seen = later;
    }
    return seen.lastCameAt;
  }

  stop(): void {
    this.#thread?.postMessage('stop');
  }

  async #begin(): Promise<void> {
    const { browser } = this;
    browser.socket.on('consumerCreated', ({ consumerId }: { consumerId: string }) => {
      void browser.codeOf('resumeConsumer', { consumerId }).catch(() => undefined);
    });
    const ready = await browser.told('meetingReady');
    const { consumers } = await browser.get('joinMeeting', { rtpCapabilities: RTP_CAPABILITIES });
    for (const { consumerId } of consumers) {
      await browser.get('resumeConsumer', { consumerId });
    }
    const offer = microphone();
    await browser.get('produce', offer);
    const portOf = ({ iceCandidates }: TransportDescription) => Number(iceCandidates[0]?.['port']);
    this.#thread = new Worker(resolve(import.meta.dirname, 'bare-rtp.mjs'), {
      workerData: {
        ssrc: offer.rtpParameters.encodings[0]!.ssrc,
        sendPort: portOf(ready.sendTransport),
        receivePort: portOf(ready.receiveTransport),
      },
    });
    // A test that fails stops nobody; that keeps no process alive.
    this.#thread.unref();
  }
}
