import { firstFrame, openPage } from './browser.mjs';
import { until } from './until.mjs';

export const PROFESSIONAL = 'ammattilainen@mallila.example';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./product.mjs').Product} Product */
/** @typedef {import('./api-client.mjs').ApiClient} ApiClient */

/** One visit of the product with the pages of its two participants. */
export class MeetingOfProduct {
  /**
   * @param {{ product: Product, visitId: string, link: string, professional: Page, client: Page }} made
   */
  constructor({ product, visitId, link, professional, client }) {
    this.product = product;
    this.visitId = visitId;
    this.link = link;
    this.professional = professional;
    this.client = client;
  }

  /**
   * Books a visit, identifies its client and has them let in, as people do it.
   *
   * @param {import('playwright-core').Browser} browser
   * @param {Product} product
   * @param {ApiClient} api Signed in as the professional.
   * @param {number} [inMinutes] When the visit begins; a professional has one at a time.
   */
  static async open(browser, product, api, inMinutes = 0) {
    const { visitId, link } = await bookAndInvite(product, api, inMinutes);
    const professional = await openPage(browser);
    const client = await openPage(browser);
    const meeting = new MeetingOfProduct({ product, visitId, link, professional, client });
    await signIn(professional, product);
    await meeting.#passDoor();
    await professional.goto(meeting.visitUrl);
    await professional.getByTestId('admit').click();
    await Promise.all([firstFrame(professional), firstFrame(client)]);
    return meeting;
  }

  get visitUrl() {
    return `${this.product.url}/visits/${this.visitId}`;
  }

  get clientUrl() {
    return `${this.product.url}/v`;
  }

  /** Both go away without leaving: their seats are kept, their devices are closed. */
  async hangUp() {
    await Promise.all([this.professional.goto('about:blank'), this.client.goto('about:blank')]);
  }

  /** Both leave on purpose, and the client comes back to the waiting room. Nobody is in the meeting then. */
  async backToWaiting() {
    await Promise.all([this.#leaveProfessional(), this.#leaveClient()]);
    await Promise.all([this.professional.goto(this.visitUrl), this.client.goto(this.clientUrl)]);
    await this.client.getByTestId('return-to-visit').click();
    await this.client.locator('[data-testid=connection-state][data-line=connected]').waitFor();
    await this.client.getByTestId('local-video').waitFor();
    await this.professional.getByTestId('admit').waitFor();
  }

  async #leaveProfessional() {
    if (!this.professional.url().startsWith('http')) {
      await this.professional.goto(this.visitUrl);
    }
    await this.professional.getByTestId('leave-meeting').click();
    await this.professional.getByTestId('meeting-closed').waitFor();
  }

  async #leaveClient() {
    if (!this.client.url().startsWith('http')) {
      await this.client.goto(this.clientUrl);
    }
    // The node must have the line before it can hear that somebody leaves.
    await this.client.getByTestId('leave-meeting').click();
    await this.client.getByTestId('left-page').waitFor();
  }

  /** From the link to the waiting room. */
  async #passDoor() {
    const page = this.client;
    await page.goto(this.link);
    await page.getByTestId('door-continue').click();
    await page.getByTestId('start-device-test').click();
    await page.getByTestId('device-test-continue').click();
    await page.getByTestId('identify').click();
    await page.waitForURL(/\/interaction\//);
    await page.locator('#person-aino-virtanen').check();
    await page.locator('button[value="identify"]').click();
    await page.locator('[data-testid=connection-state][data-line=connected]').waitFor();
  }
}

/** @param {Page} page @param {Product} product */
async function signIn(page, product) {
  await page.goto(product.url);
  await page.locator('#field-email').fill(PROFESSIONAL);
  await page.locator('#field-password').fill(product.passwordOf(PROFESSIONAL));
  await page.getByTestId('sign-in').click();
  await page.getByTestId('bookings-page').waitFor();
}

/**
 * Books a visit and takes the link out of its message.
 * @param {Product} product @param {ApiClient} api @param {number} inMinutes
 */
export async function bookAndInvite(product, api, inMinutes) {
  const { services } = await api.get('/api/services');
  const service = services.find(({ name }) => name.fi === 'Palveluohjaus');
  const email = `asiakas-${inMinutes}-${Date.now()}@example.fi`;
  const { visitId } = await api.post('/api/bookings', {
    serviceId: service.id,
    ...localTime(Date.now() + inMinutes * 60_000),
    durationMinutes: 5,
    clientName: 'Aino Olivia Virtanen',
    clientEmail: email,
  });
  const message = await until(async () => {
    const answer = await (await fetch(`${product.catcherUrl}/messages.json`)).json();
    const messages = Array.isArray(answer) ? answer : answer.messages;
    return messages.find(({ to }) => to.includes(email));
  }, 'the message to be caught');
  const [link] = message.text.match(/https?:\/\/\S+/) ?? [];
  return { visitId, link };
}

/**
 * An instant as the booking form has it.
 * @param {number} instant Milliseconds since 1970.
 */
export function localTime(instant) {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Helsinki',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(instant);
  const [date, time] = parts.split(' ');
  return { date, time };
}
