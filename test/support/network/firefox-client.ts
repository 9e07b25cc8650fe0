import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { join, resolve } from 'node:path';
import { connect, type Browser, type Page } from 'puppeteer-core';
import { collectPeerConnections, noteOpenPage } from '../browser.js';
import { until } from '../until.js';
import type { Side } from './impaired-line.js';
import { WayIn } from './way-in.js';

const PROGRAM = process.env.FIREFOX_BIN || 'firefox-esr';
const LEADING = resolve('test', 'support', 'network', 'inside', 'way-in.mjs');

/** Longest wait for anything on a page, wide enough for a machine that does much else. */
const LONGEST_WAIT_MS = 20_000;

/** The part of a page's global object that a press asks for. */
interface PressedPage {
  document: {
    addEventListener: (
      type: 'click',
      look: (event: { target: { closest: (selector: string) => unknown } }) => void,
      first: boolean,
    ) => void;
  };
}

/** A made-up camera and microphone that every page may use, and no packet to anybody but the product. */
const PREFERENCES = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.autoplay.default': 0,
  'intl.accept_languages': 'fi',
  'app.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'remote.active-protocols': 1,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
};

/**
 * A client with Firefox on a side of a line. It needs a side: on a machine's loopback alone it finds no way for media.
 * What it is told `localhost` leads to the product on the other side; its media goes over the line itself.
 */
export class FirefoxClient {
  private constructor(
    private readonly browser: Browser,
    private readonly control: Server,
    readonly page: Page,
  ) {}

  /**
   * Starts Firefox with a camera and a microphone of its own, on a telephone's page.
   *
   * @param far - Address of the product, and the ports of it that pages ask for.
   */
  static async open(side: Side, far: { address: string; ports: number[] }): Promise<FirefoxClient> {
    for (const port of far.ports) {
      const lead = side.spawn(process.execPath, [LEADING, String(port), far.address, String(port)]);
      await once(lead.stdout!, 'data');
    }
    const profile = join(side.folder, 'firefox');
    rmSync(profile, { recursive: true, force: true });
    mkdirSync(profile);
    const lines = Object.entries(PREFERENCES).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
    );
    writeFileSync(join(profile, 'user.js'), lines.join(''));
    const port = await freePort();
    const args = ['--headless', '--no-remote', '--profile', profile];
    side.spawn(PROGRAM, [...args, `--remote-debugging-port=${String(port)}`], {
      stdio: 'ignore',
      env: { ...process.env, HOME: profile, MOZ_DISABLE_CONTENT_SANDBOX: '1' },
    });
    const way = await WayIn.open(side, port, '127.0.0.1');
    const control = await way.listenOn(port);
    const browser = await until(() => controlled(port), {
      what: 'Firefox to start',
      withinMs: 60_000,
    });
    const page = await browser.newPage();
    noteOpenPage(page);
    page.setDefaultTimeout(LONGEST_WAIT_MS);
    await page.evaluateOnNewDocument(collectPeerConnections);
    await page.setViewport({ width: 390, height: 844 });
    return new FirefoxClient(browser, control, page);
  }

  /** Presses what has this test id, once it is there. A press that misses it, as it moved just then, is made again. */
  async press(testId: string): Promise<void> {
    await until(
      async () => {
        await this.sees(testId);
        const arrived = await this.page.evaluateHandle(pressArrives, byTestId(testId));
        await this.page.locator(byTestId(testId)).click();
        return await arrived.evaluate(({ pressed }) => pressed).catch(() => true);
      },
      { what: `a press of ${testId}`, withinMs: LONGEST_WAIT_MS },
    );
  }

  /** Writes into the field that has this test id. */
  async types(testId: string, text: string): Promise<void> {
    await this.page.locator(byTestId(testId)).fill(text);
  }

  /** Waits until what has this test id is to be seen. */
  async sees(testId: string): Promise<void> {
    await this.page.waitForSelector(byTestId(testId), { visible: true });
  }

  /** Waits until what has this test id says something. */
  async says(testId: string, text: string): Promise<void> {
    const element = await this.page.waitForSelector(byTestId(testId), { visible: true });
    await until(async () => (await element?.evaluate(textOf))?.includes(text), {
      what: `${testId} to say "${text}"`,
    });
  }

  /** Ends Firefox. */
  async close(): Promise<void> {
    await this.browser.close().catch(() => undefined);
    this.control.close();
  }
}

/** Runs in the page. */
function textOf(element: { textContent: string | null }): string {
  return element.textContent ?? '';
}

/** Runs in the page: what is returned tells later whether a press arrived. A page that is left by then was pressed. */
function pressArrives(selector: string): { pressed: boolean } {
  const { document } = globalThis as unknown as PressedPage;
  const arrived = { pressed: false };
  const look = ({ target }: { target: { closest: (selector: string) => unknown } }): void => {
    arrived.pressed ||= target.closest(selector) !== null;
  };
  document.addEventListener('click', look, true);
  return arrived;
}

function byTestId(testId: string): string {
  return `[data-testid="${testId}"]`;
}

/** Firefox answers only who names the port that it listens on itself, so it is the same on both sides of the way in. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

async function controlled(port: number): Promise<Browser | null> {
  try {
    return await connect({
      browserWSEndpoint: `ws://127.0.0.1:${String(port)}/session`,
      protocol: 'webDriverBiDi',
    });
  } catch {
    return null;
  }
}
