import { openPage } from './browser.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** One bare meeting with the pages of its two participants. */
export class MeetingOfBare {
  /** @param {{ url: string, professional: Page, client: Page }} made */
  constructor({ url, professional, client }) {
    this.url = url;
    this.professional = professional;
    this.client = client;
  }

  /**
   * @param {import('playwright-core').Browser} browser
   * @param {import('../bare/bare-server.mjs').BareServer} server
   * @param {string} room
   */
  static async open(browser, server, room) {
    const professional = await openPage(browser);
    const client = await openPage(browser);
    const url = `${server.url}/meeting.html?room=${room}`;
    return new MeetingOfBare({ url, professional, client });
  }

  get visitUrl() {
    return this.url;
  }

  get clientUrl() {
    return this.url;
  }

  async hangUp() {
    await Promise.all([this.professional.goto('about:blank'), this.client.goto('about:blank')]);
  }

  /** Both pages stand ready, the client's camera is open, and nothing happens before the press. */
  async backToWaiting() {
    await this.hangUp();
    await Promise.all([
      this.professional.goto(`${this.url}-waiting&waits=1&press=1`),
      this.client.goto(`${this.url}-waiting&waits=1`),
    ]);
    const opened = () => Object(globalThis).bench.marks.cameraOpen !== undefined;
    await this.client.waitForFunction(opened);
    for (const page of [this.professional, this.client]) {
      await page.waitForFunction(() => Object(globalThis).bench.marks.lineOpen !== undefined);
    }
  }
}

/** The browser alone: both sides in one page. */
export class MeetingAlone {
  /** @param {{ url: string, page: Page }} made */
  constructor({ url, page }) {
    this.url = url;
    this.professional = page;
    this.client = page;
  }

  /**
   * @param {import('playwright-core').Browser} browser
   * @param {import('../bare/bare-server.mjs').BareServer} server
   */
  static async open(browser, server) {
    return new MeetingAlone({ url: `${server.url}/alone.html`, page: await openPage(browser) });
  }

  get visitUrl() {
    return this.url;
  }

  get clientUrl() {
    return this.url;
  }

  async hangUp() {
    await this.client.goto('about:blank');
  }

  async backToWaiting() {
    await this.client.goto(`${this.url}?press=1`);
  }
}
