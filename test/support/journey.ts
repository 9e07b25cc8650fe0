import { SystemClock } from '@tapaamo/common';
import type { Page } from 'playwright-core';
import { decodedMedia, type DecodedMedia, type ScriptedPage } from './browser.js';
import type { CaughtMessage, RunningSystem } from './running-system.js';
import { until } from './until.js';

const clock = new SystemClock();

/** The most that filling in the booking form takes, in milliseconds: no visit begins in a minute that has passed. */
const TYPING_MS = 20_000;

/** E-mail addresses of the demo's staff. */
export const PROFESSIONAL = 'ammattilainen@mallila.example';
export const ADMIN = 'yllapito@mallila.example';

/** What a professional types into a booking. `service` by its Finnish name. */
export interface BookingWish {
  /** The client is invited on paper, and no message goes. */
  onPaper?: boolean;
  service:
    'Palveluohjaus' | 'Perheohjaus' | 'Asumisen tuki' | 'Yleinen neuvonta' | 'Päihdepalvelut';
  /** Minutes from now until the start; when 0 the minute that runs once the form is filled in. */
  inMinutes?: number;
  minutes?: number;
  name: string;
  phone?: string;
  email?: string;
}

/** A day as it is typed into a form: "14.12.2026". `days` from today, in Helsinki. */
export function finnishDay(days: number): string {
  const instant = new Date(clock.nowMs() + days * 86_400_000);
  return finnish(instant, { day: 'numeric', month: 'numeric', year: 'numeric' });
}

/** Chooses a service in the booking form. */
export async function chooseService(page: Page, service: BookingWish['service']): Promise<void> {
  await page.locator('#field-serviceId_button, [data-testid="field-serviceId"]').first().click();
  await page.getByRole('option', { name: service }).click();
}

/** Signs a member of staff in, on the page as it is in Finnish. */
export async function signIn(page: Page, system: RunningSystem, email: string): Promise<void> {
  await page.goto(system.url);
  await page.locator('#field-email').fill(email);
  await page.locator('#field-password').fill(system.passwords()[email] ?? '');
  await page.getByTestId('sign-in').click();
  await page.getByTestId(email === ADMIN ? 'forgetting-page' : 'bookings-page').waitFor();
}

/** Types when a visit begins, by the minute. What comes after in the form may take longer than the rest of this one. */
export async function typeStart(page: Page, start: Date): Promise<void> {
  await page
    .locator('#field-date')
    .fill(finnish(start, { day: 'numeric', month: 'numeric', year: 'numeric' }));
  await page.locator('#field-time').fill(finnish(start, { hour: '2-digit', minute: '2-digit' }));
}

/** Books a visit with the form. @returns Id of the visit. */
export async function book(page: Page, system: RunningSystem, wish: BookingWish): Promise<string> {
  await page.goto(`${system.url}/bookings`);
  await page.getByTestId('new-booking').click();
  await page.getByTestId('booking-form').waitFor();
  await chooseService(page, wish.service);
  await typeStart(page, new Date(clock.nowMs() + (wish.inMinutes ?? 0) * 60_000 + TYPING_MS));
  if (wish.minutes !== undefined) {
    await page.locator('#field-durationMinutes').fill(String(wish.minutes));
  }
  await page.locator('#field-clientName').fill(wish.name);
  if (wish.onPaper === true) {
    await page.locator('input[name="invitation"][value="sheet"]').check({ force: true });
  } else {
    await page.locator('#field-clientPhone').fill(wish.phone ?? '');
    await page.locator('#field-clientEmail').fill(wish.email ?? '');
  }
  const answered = page.waitForResponse(
    (response) =>
      response.request().method() === 'POST' && response.url().endsWith('/api/bookings'),
  );
  await page.getByTestId('create-booking').click();
  const { visitId } = (await (await answered).json()) as { visitId: string };
  await page.getByTestId('booking-created').waitFor();
  return visitId;
}

/** The message that brought a client their link, once it was sent. */
export async function messageTo(system: RunningSystem, receiver: string): Promise<CaughtMessage> {
  return until(
    async () => (await system.messages()).find((message) => message.to.includes(receiver)),
    {
      what: 'the message to be caught',
    },
  );
}

/** The one link of a message. */
export function linkIn(message: CaughtMessage): string {
  const links = message.text.match(/https?:\/\/\S+/g) ?? [];
  const [link] = links;
  if (links.length !== 1 || link === undefined) {
    throw new Error(`The message has ${String(links.length)} links.`);
  }
  return link;
}

/** Goes from the link to the step after the device test, which is skipped or done. */
export async function passDoor(
  page: Page,
  link: string,
  options: { testDevices?: boolean; looksOn?: boolean } = {},
): Promise<void> {
  await page.goto(link);
  await page.getByTestId('door-page').waitFor();
  await page.getByTestId('door-continue').click();
  if (options.looksOn === true) {
    return;
  }
  await page.getByTestId('device-test').waitFor();
  if (options.testDevices === true) {
    // A browser that has given the permission before shows the picture at once.
    const start = page.getByTestId('start-device-test');
    await start.or(page.getByTestId('local-video')).first().waitFor();
    if (await start.isVisible()) {
      await start.click();
    }
    await page.getByTestId('local-video').waitFor();
    await page.getByTestId('device-test-continue').click();
  } else {
    await page
      .getByTestId('device-test-skip')
      .or(page.getByTestId('device-test-continue'))
      .first()
      .click();
  }
}

/** Identifies at the provider as one of its test persons, or as someone typed. */
export async function identifyAs(
  page: Page,
  person: string | { givenNames: string; familyName: string },
): Promise<void> {
  await page.getByTestId('identify').click();
  await identifyAtProvider(page, person);
}

/** The provider's side of it, on its page. */
export async function identifyAtProvider(
  page: Page,
  person: string | { givenNames: string; familyName: string },
): Promise<void> {
  await page.waitForURL(/\/interaction\//);
  if (typeof person === 'string') {
    await page.locator(`#person-${person}`).check();
  } else {
    await page.locator('#person-other').check();
    await page.locator('input[name="givenNames"]').fill(person.givenNames);
    await page.locator('input[name="familyName"]').fill(person.familyName);
  }
  await page.locator('button[value="identify"]').click();
}

/** Waits until a page decodes more pictures and more sound than it had. @returns How much by now. */
export async function mediaFlows(
  page: ScriptedPage,
  since: DecodedMedia = { videoFrames: 0, audioEnergy: 0 },
  withinMs = 20_000,
): Promise<DecodedMedia> {
  return until(
    async () => {
      const now = await decodedMedia(page);
      return now.videoFrames > since.videoFrames + 5 && now.audioEnergy > since.audioEnergy + 1e-6
        ? now
        : null;
    },
    { what: 'pictures and sound to be decoded', withinMs },
  );
}

function finnish(instant: Date, form: Intl.DateTimeFormatOptions): string {
  return instant.toLocaleString('fi-FI', { timeZone: 'Europe/Helsinki', ...form });
}

/** How long nothing new may be decoded before media counts as stopped, in milliseconds. */
const STILL_MS = 700;

/** Waits until a page decodes nothing new for a while. */
export async function mediaStops(page: ScriptedPage): Promise<void> {
  await stops(page, (now, last) => now.videoFrames > last.videoFrames || isLouder(now, last));
}

/** Waits until a page decodes no sound for a while, whatever pictures it decodes. @returns What it had decoded by then. */
export async function soundStops(page: ScriptedPage): Promise<DecodedMedia> {
  return stops(page, isLouder);
}

function isLouder(now: DecodedMedia, last: DecodedMedia): boolean {
  return now.audioEnergy > last.audioEnergy + 1e-7;
}

async function stops(
  page: ScriptedPage,
  isMore: (now: DecodedMedia, last: DecodedMedia) => boolean,
): Promise<DecodedMedia> {
  let last = await decodedMedia(page);
  let since = performance.now();
  await until(
    async () => {
      const now = await decodedMedia(page);
      if (isMore(now, last)) {
        last = now;
        since = performance.now();
      }
      return performance.now() - since > STILL_MS;
    },
    { what: 'pictures and sound to stop' },
  );
  return last;
}
