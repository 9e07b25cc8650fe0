import type { Browser } from 'playwright-core';
import { launchBrowser, openProfile, type BrowserWish, type WatchedPage } from './browser.js';
import { PROFESSIONAL, signIn } from './journey.js';
import type { Side } from './network/impaired-line.js';
import { RunningSystem } from './running-system.js';
import { Visits } from './visits.js';

type ProfileOptions = Parameters<typeof openProfile>[1];

/** The running product, a browser, and a signed-in professional who invites clients. */
export class Stage {
  private constructor(
    readonly system: RunningSystem,
    readonly browser: Browser,
    readonly professional: WatchedPage,
    readonly visits: Visits,
  ) {}

  /**
   * Starts everything once for a whole file.
   *
   * @param side - Of a line, to run inside.
   * @param wish - What the browser has.
   */
  static async open(
    settings: Record<string, string> = {},
    side?: Side,
    wish: BrowserWish = {},
  ): Promise<Stage> {
    const [system, browser] = await Promise.all([
      RunningSystem.start(settings, undefined, side),
      launchBrowser({ ...wish, ...(side && { inside: { side } }) }),
    ]);
    try {
      const professional = await openProfile(browser, { viewport: { width: 1280, height: 800 } });
      await signIn(professional.page, system, PROFESSIONAL);
      return new Stage(system, browser, professional, new Visits(system, professional.page));
    } catch (error) {
      // What runs on keeps the tests from ending.
      await browser.close();
      await system.stop();
      throw error;
    }
  }

  /** A client's telephone: a browser profile of its own, in Finnish unless told otherwise. */
  async newClient(options: ProfileOptions = {}): Promise<WatchedPage> {
    return openProfile(this.browser, { viewport: { width: 390, height: 844 }, ...options });
  }

  /** Shows the professional a visit. */
  async showVisit(visitId: string): Promise<void> {
    const { page } = this.professional;
    await page.goto(`${this.system.url}/visits/${visitId}`);
    await page.getByTestId('participants').waitFor();
  }

  /** Ends everything. */
  async close(): Promise<void> {
    await this.browser.close();
    await this.system.stop();
  }
}
