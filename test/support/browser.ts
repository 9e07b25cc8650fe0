import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { Side } from './network/impaired-line.js';
import { traces } from './traces.js';

const CANDIDATES = [
  process.env.CHROMIUM_BIN ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Longest wait for anything on a page, wide enough for a machine that does much else. */
const LONGEST_WAIT_MS = 20_000;

/** All pages that are open, for the report of a failure (infra/quality/browser-environment.mjs). */
const openPages = new Set<OpenPage>();
Object.assign(globalThis, { openPages });

/** The part of a page, of Playwright or of Puppeteer, that the report asks for. */
export interface OpenPage {
  url: () => string;
  once: (event: 'close', then: () => void) => unknown;
}

/** Has the report of a failure tell of a page, until it closes. */
export function noteOpenPage(page: OpenPage): void {
  openPages.add(page);
  page.once('close', () => openPages.delete(page));
}

/** What a browser has and may. */
export interface BrowserWish {
  /** Devices of the machine: a test picture and a tone, the tone alone, or three cameras, of which the second gives nothing to connections. */
  devices?: 'camera-and-microphone' | 'microphone' | 'three-cameras';
  /** How many pictures a second the camera gives; twenty without it. */
  fps?: number;
  /** Whether every page may use them, or only what `context.grantPermissions` allows (else refused). */
  permission?: 'given' | 'by-profile';
  /** The side of a line that it runs on, and where `localhost` leads from there when that is not the side itself. */
  inside?: { side: Side; localhost?: string };
}

/** A real Chromium with a camera and a microphone that play a test picture and a tone. */
export async function launchBrowser(wish: BrowserWish = {}): Promise<Browser> {
  const executablePath = CANDIDATES.find((path) => path !== '' && existsSync(path));
  if (executablePath === undefined) {
    throw new Error('No Chromium was found; set CHROMIUM_BIN.');
  }
  const { side, localhost } = wish.inside ?? {};
  const cameras = {
    'camera-and-microphone': `fps=${String(wish.fps ?? 20)}`,
    'three-cameras': 'device-count=3',
    microphone: 'device-count=0',
  }[wish.devices ?? 'camera-and-microphone'];
  return chromium.launch({
    executablePath: side === undefined ? executablePath : entering(side, executablePath),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--autoplay-policy=no-user-gesture-required',
      `--use-fake-device-for-media-stream=${cameras}`,
      ...(wish.permission === 'by-profile' ? [] : ['--use-fake-ui-for-media-stream']),
      ...(localhost === undefined ? [] : [`--host-resolver-rules=MAP localhost ${localhost}`]),
      // The test's relay vouches for itself.
      ...(side === undefined ? [] : ['--ignore-certificate-errors']),
    ],
  });
}

/** A program that starts another one inside a side of a line. */
function entering(side: Side, program: string): string {
  const path = join(side.folder, `browser-${side.address}`);
  writeFileSync(path, `#!/bin/sh\nexec ${side.enter.join(' ')} ${program} "$@"\n`, { mode: 0o755 });
  return path;
}

/** What a page received and asked for, collected while it is used. */
export interface WatchedPage {
  page: Page;
  context: BrowserContext;
  /** Addresses of all requests. */
  requests: string[];
  /** What requests told of the page they came from. */
  referrers: string[];
  /** Messages of the console at level error, and uncaught errors. */
  errors: string[];
}

/** Opens a page in a browser profile of its own. */
export async function openProfile(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    locale: 'fi-FI',
    timezoneId: 'America/New_York',
    ...options,
  });
  context.setDefaultTimeout(LONGEST_WAIT_MS);
  await context.addInitScript(collectPeerConnections);
  context.on('request', (request) => traces.noteRequest(request.url(), request.postData()));
  context.on('page', (page) => {
    page.on('framenavigated', (frame) => traces.noteAddress(frame.url()));
    noteOpenPage(page);
  });
  const page = await context.newPage();
  const watched: WatchedPage = { page, context, requests: [], referrers: [], errors: [] };
  page.on('request', (request) => {
    const { referer = '' } = request.headers();
    watched.requests.push(request.url());
    if (referer !== '') {
      watched.referrers.push(referer);
    }
  });
  page.on('websocket', (socket) => watched.requests.push(socket.url()));
  page.on('console', (message) => {
    if (message.type() === 'error') {
      watched.errors.push(message.text());
    }
  });
  page.on('pageerror', (error) => watched.errors.push(String(error)));
  return watched;
}

/** The part of a page's element that tests ask for. */
export interface PageElement {
  id: string;
  textContent: string | null;
  getAttribute: (name: string) => string | null;
  contains: (other: PageElement | null) => boolean;
}

/** The part of a page's global object that tests ask for. */
export interface PageWindow {
  document: {
    activeElement: PageElement | null;
    getElementById: (id: string) => PageElement | null;
  };
}

/** The part of a browser's peer connection that is asked for here; tests are checked without the browser's types. */
export interface PeerConnection {
  connectionState: string;
  /** Whether it was connected at any time; kept by the tests. */
  hasStood?: boolean;
  addEventListener: (name: string, listener: () => void) => void;
  getStats: () => Promise<Map<string, StatisticsEntry>>;
}

/** One entry of a connection's statistics. */
export interface StatisticsEntry {
  type: string;
  kind?: string;
  framesDecoded?: number;
  selectedCandidatePairId?: string;
  localCandidateId?: string;
  candidateType?: string;
  protocol?: string;
  relayProtocol?: string;
  totalAudioEnergy?: number;
}

/** What the page's own global object holds for a test. */
export interface WatchedWindow {
  RTCPeerConnection: new (...options: unknown[]) => PeerConnection;
  keptPeerConnections: PeerConnection[];
}

/** What these measures need of a page, whichever library drives its browser. */
export interface ScriptedPage {
  evaluate: <T>(run: () => T | Promise<T>) => Promise<T>;
}

/** Keeps every peer connection of a page, so that a test can ask for its statistics. Runs in the page. */
export function collectPeerConnections(): void {
  const window = globalThis as unknown as WatchedWindow;
  window.keptPeerConnections = [];
  window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, {
    construct(target, options: unknown[]) {
      const connection = new target(...options);
      window.keptPeerConnections.push(connection);
      connection.addEventListener('connectionstatechange', () => {
        connection.hasStood ||= connection.connectionState === 'connected';
      });
      return connection;
    },
  });
}

/** What a page has decoded so far: video frames, and the energy of the sound (a tone raises it, silence does not). */
export interface DecodedMedia {
  videoFrames: number;
  audioEnergy: number;
}

/** Sums the statistics of what a page receives over its open connections. */
export async function decodedMedia(page: ScriptedPage): Promise<DecodedMedia> {
  return page.evaluate(async () => {
    const sum = { videoFrames: 0, audioEnergy: 0 };
    const { keptPeerConnections } = globalThis as unknown as WatchedWindow;
    // Firefox never answers what is asked of a connection that is just being made.
    const made = keptPeerConnections.filter(({ hasStood }) => hasStood === true);
    for (const connection of made.filter(({ connectionState }) => connectionState !== 'closed')) {
      const statistics = await connection.getStats();
      statistics.forEach((entry: StatisticsEntry) => {
        if (entry.type === 'inbound-rtp') {
          sum.videoFrames += entry.kind === 'video' ? (entry.framesDecoded ?? 0) : 0;
          sum.audioEnergy += entry.kind === 'audio' ? (entry.totalAudioEnergy ?? 0) : 0;
        }
      });
    }
    return sum;
  });
}

/** How many peer connections a page has ever made; a call that was not touched makes no new ones. */
export async function connectionsMade(page: ScriptedPage): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as WatchedWindow).keptPeerConnections.length);
}

/** How what a page sends and receives goes: "udp", "tcp", or to a relay, "relay over tls"; one for each open connection. */
export async function waysOf(page: ScriptedPage): Promise<string[]> {
  return page.evaluate(async () => {
    const ways: string[] = [];
    const { keptPeerConnections } = globalThis as unknown as WatchedWindow;
    for (const connection of keptPeerConnections) {
      if (connection.connectionState === 'connected') {
        const statistics = await connection.getStats();
        const transport = [...statistics.values()].find(({ type }) => type === 'transport');
        const pair = statistics.get(transport?.selectedCandidatePairId ?? '');
        const local = statistics.get(pair?.localCandidateId ?? '');
        ways.push(
          local?.candidateType === 'relay'
            ? `relay over ${String(local.relayProtocol)}`
            : String(local?.protocol),
        );
      }
    }
    return ways;
  });
}
