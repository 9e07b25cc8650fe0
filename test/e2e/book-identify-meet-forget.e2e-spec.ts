import type { Browser, Page } from 'playwright-core';
import {
  decodedMedia,
  launchBrowser,
  openProfile,
  type PageElement,
  type WatchedPage,
} from '../support/browser.js';
import { edgeEnergy } from '../support/edge-energy.js';
import {
  ADMIN,
  PROFESSIONAL,
  book,
  identifyAs,
  linkIn,
  mediaFlows,
  mediaStops,
  messageTo,
  passDoor,
  signIn,
  soundStops,
} from '../support/journey.js';
import { keepEverywhere, keptInBrowser } from '../support/kept-in-browser.js';
import { RunningSystem } from '../support/running-system.js';
import { until } from '../support/until.js';

const DAY_MS = 86_400_000;
const CLIENT = {
  name: 'Aino Olivia Virtanen',
  phone: '+358 40 765 4321',
  email: 'aino.virtanen@example.fi',
};
/** Identity code of the person that the client identifies as. */
const HETU = '291292-918R';
/** What the professional writes in the meeting. */
const WRITTEN = 'Kuuletko minua, Aino?';
/** What would tell of the client wherever it stood. */
const TRACES = [
  'Aino',
  'Virtanen',
  'Kuuletko',
  'Vieläkö',
  '407654321',
  '40 765 4321',
  CLIENT.email,
  HETU,
];
/** A date as people read it. */
const DATE = /\d{1,2}\.\d{1,2}\.\d{4}/;

describe('a visit from booking to forgetting', () => {
  let system: RunningSystem;
  let browser: Browser;
  let professional: WatchedPage;
  let client: WatchedPage;
  let visitId: string;
  let link: string;

  beforeAll(async () => {
    system = await RunningSystem.start();
    browser = await launchBrowser();
    professional = await openProfile(browser, { viewport: { width: 1280, height: 800 } });
    client = await openProfile(browser, { viewport: { width: 390, height: 844 } });
  });

  afterAll(async () => {
    await browser.close();
    await system.stop();
  });

  it('is booked by a signed-in professional', async () => {
    await signIn(professional.page, system, PROFESSIONAL);
    visitId = await book(professional.page, system, {
      service: 'Palveluohjaus',
      inMinutes: 2,
      ...CLIENT,
    });
    expect(visitId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('invites by a message that names neither the client nor the service', async () => {
    const sms = await messageTo(system, '+358407654321');
    const mail = await messageTo(system, CLIENT.email);
    link = linkIn(sms);
    expect(linkIn(mail)).toBe(link);
    for (const word of [
      'Aino',
      'Virtanen',
      'Palveluohjaus',
      'Servicehandledning',
      'Service guidance',
    ]) {
      expect(`${sms.text} ${mail.subject} ${mail.text}`).not.toContain(word);
    }
  });

  it('shows at the door who invites, when, and when the data is gone, in the chosen language', async () => {
    const { page } = client;
    await page.goto(link);
    await page.getByTestId('door-page').waitFor();
    const text = await page.locator('body').innerText();
    expect(text).toContain('Mallilan hyvinvointialue');
    expect(text).toContain('Sanna Salonen');
    expect(text).not.toContain('Virtanen');
    expect(text).toMatch(DATE);
    await page.getByTestId('language-sv').click();
    await page.getByText('Mallila välfärdsområde').first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('sv');
    await page.getByTestId('language-fi').click();
    await page.getByText('Mallilan hyvinvointialue').first().waitFor();
  });

  it('identifies the client and leads to the waiting room by itself', async () => {
    await passDoor(client.page, link, { testDevices: true });
    await identifyAs(client.page, 'aino-virtanen');
    await client.page.getByTestId('waiting-room').waitFor();
    expect(client.page.url()).not.toContain('#');
    expect(client.page.url()).not.toContain('identification');
  });

  it('shows the professional the arrival and the verdict, and gives the client nothing before', async () => {
    const { page } = professional;
    await page.goto(`${system.url}/visits/${visitId}`);
    await page.getByTestId('verdict').waitFor();
    expect(await page.getByTestId('verdict').innerText()).toContain('Nimi vastaa varausta');
    expect(await page.getByTestId('verdict-advice').innerText()).toContain('syntymäaika');
    await page.getByTestId('admit').waitFor();
    expect(await decodedMedia(client.page)).toEqual({ videoFrames: 0, audioEnergy: 0 });
  });

  it('lets both see and hear each other', async () => {
    await professional.page.getByTestId('admit').click();
    await client.page.getByTestId('meeting').waitFor();
    await Promise.all([mediaFlows(client.page), mediaFlows(professional.page)]);
  });

  it('lets them write to each other, letter by letter where one wants it', async () => {
    await professional.page.getByTestId('texts-open').click();
    for (const height of [720, 800, 1080]) {
      await professional.page.setViewportSize({ width: 1280, height });
      expect(await isInView(professional.page, 'send-text')).toBe(true);
    }
    await professional.page.setViewportSize({ width: 1280, height: 800 });
    await professional.page.getByTestId('text-entry').fill(WRITTEN);
    await professional.page.keyboard.press('Enter');
    await client.page.getByText('1 uutta').waitFor();
    const announced = client.page.getByTestId('meeting').getByTestId('announcement');
    expect(await announced.innerText()).toBe(`Uusi viesti, Sanna Salonen: ${WRITTEN}`);
    await client.page.getByTestId('texts-open').click();
    await client.page.getByTestId('messages-said').getByText(WRITTEN).waitFor();
    await client.page.getByTestId('text-live').check();
    await client.page.getByTestId('text-entry').pressSequentially('Kuulen ');
    await professional.page.getByTestId('typing').getByText('Kuulen').waitFor();
    await client.page.keyboard.type('hyvin');
    await client.page.keyboard.press('Enter');
    await professional.page.getByTestId('messages-said').getByText('Kuulen hyvin').waitFor();
    expect(await professional.page.getByTestId('typing').count()).toBe(0);
  });

  it('brings each back after a reload without identifying or being let in again', async () => {
    await client.page.reload();
    await client.page.getByTestId('meeting').waitFor();
    await Promise.all([
      mediaFlows(client.page),
      mediaFlows(professional.page, await decodedMedia(professional.page)),
    ]);
    await professional.page.reload();
    await Promise.all([
      mediaFlows(professional.page),
      mediaFlows(client.page, await decodedMedia(client.page)),
    ]);
  });

  it('goes on by itself when the media worker is killed', async () => {
    const before = await decodedMedia(client.page);
    const [worker = 0] = system.mediaWorkerPids();
    expect(worker).toBeGreaterThan(0);
    process.kill(worker, 'SIGKILL');
    await professional.page.getByTestId('texts-open').click();
    await professional.page.getByTestId('text-entry').fill('Vieläkö kuulet?');
    await professional.page.getByTestId('send-text').click();
    await until(() => system.mediaWorkerPids().some((pid) => pid !== worker), {
      what: 'a new media worker',
    });
    // New connections count from nothing, so the sum falls before it rises again.
    await until(async () => (await decodedMedia(client.page)).videoFrames < before.videoFrames, {
      what: 'the client to have new connections',
    });
    await Promise.all([mediaFlows(client.page), mediaFlows(professional.page)]);
    // What was written in between waited for the way to be there again; what was written before is nowhere any more.
    await client.page.getByTestId('texts-open').click();
    await client.page.getByTestId('messages-said').getByText('Vieläkö kuulet?').waitFor();
    expect(await client.page.getByTestId('text-panel').innerText()).not.toContain(WRITTEN);
  });

  it('sends neither picture nor sound while camera and microphone are off', async () => {
    await client.page.getByTestId('toggle-camera').click();
    await client.page.getByTestId('toggle-microphone').click();
    await mediaStops(professional.page);
    await client.page.getByTestId('toggle-camera').click();
    await client.page.getByTestId('toggle-microphone').click();
    await mediaFlows(professional.page, await decodedMedia(professional.page));
  });

  it('marks who speaks, and nobody whose microphone is off', async () => {
    const marked = (page: Page) => page.locator('[data-speaks="true"]');
    await professional.page.getByTestId('toggle-microphone').click();
    await marked(professional.page).waitFor();
    expect(await marked(professional.page).innerText()).toContain('puhuu');
    expect(await marked(client.page).count()).toBe(0);
    await client.page.getByTestId('toggle-microphone').click();
    await marked(professional.page).waitFor({ state: 'detached' });
    await client.page.getByTestId('toggle-microphone').click();
    await marked(professional.page).waitFor();
  });

  it('shows a screen with its sound, by its sound alone too, until it is shared no more', async () => {
    const share = professional.page.getByTestId('share-screen');
    await share.click();
    const screen = client.page.getByTestId('remote-screen');
    await screen.waitFor();
    const announced = client.page.getByTestId('meeting').getByTestId('announcement');
    await announced.getByText('Sanna Salonen jakaa näyttöä.').waitFor();
    await professional.page.getByTestId('own-screen-shared').waitFor();
    expect(await share.innerText()).toBe('Lopeta jakaminen');
    expect(await screen.evaluate((one) => (one as unknown as Picture).videoWidth)).toBeGreaterThan(
      0,
    );
    // The professional's microphone is off: what is heard is of the screen.
    await mediaFlows(client.page, await decodedMedia(client.page));
    await share.click();
    await screen.waitFor({ state: 'detached' });
    expect(await professional.page.getByTestId('own-screen-shared').count()).toBe(0);
    const { audioEnergy } = await soundStops(client.page);
    await professional.page.getByTestId('toggle-microphone').click();
    await mediaFlows(client.page, { ...(await decodedMedia(client.page)), audioEnergy });
  });

  it('stays in view in a small window, which shows the other and ends with the meeting', async () => {
    await client.page.getByTestId('more-open').click();
    const button = client.page.getByTestId('small-window');
    await button.click();
    await client.page.getByRole('button', { name: 'Sulje pieni ikkuna' }).waitFor();
    expect(await inSmallWindow(client.page)).toBe('remote-video');
    await button.click();
    await client.page.getByRole('button', { name: 'Pieni ikkuna', exact: true }).waitFor();
    expect(await inSmallWindow(client.page)).toBeNull();
    await button.click();
    await until(async () => (await inSmallWindow(client.page)) === 'remote-video', {
      what: 'the small window',
    });
    await client.page.getByTestId('more-close').click();
  });

  it('shows the professional before a blurred background, and never the camera itself meanwhile', async () => {
    const { page } = professional;
    const sharp = await edgeEnergy(page, 'local-video');
    await page.getByTestId('device-choice-open').click();
    await page.getByTestId('blur').check();
    await page.getByTestId('blur-state').getByText('Tausta on sumennettu.').waitFor();
    await page.getByTestId('local-video').waitFor();
    await until(async () => (await edgeEnergy(page, 'local-video')) > 0, { what: 'a picture' });
    expect(await edgeEnergy(page, 'local-video')).toBeLessThan(sharp / 3);
    await mediaFlows(client.page, await decodedMedia(client.page));
    await page.getByTestId('blur').uncheck();
    await until(async () => (await edgeEnergy(page, 'local-video')) > sharp / 2, {
      what: 'the picture to be sharp again',
    });
    await page.getByTestId('device-choice-open').click();
  });

  it('ends for both when the professional ends it, and says when the data is gone', async () => {
    await professional.page.getByTestId('end-visit').click();
    await professional.page.getByTestId('confirm-end-visit').click();
    await client.page.getByTestId('ended-page').waitFor();
    expect(await inSmallWindow(client.page)).toBeNull();
    expect(await client.page.getByTestId('ended-page').innerText()).toMatch(DATE);
    await client.page.getByTestId('quality-fair').click();
    await client.page.getByText('Kiitos vastauksesta!').waitFor();
    await client.page.reload();
    await client.page.getByTestId('ended-page').waitFor();
    expect(await client.page.getByTestId('quality-question').count()).toBe(0);
    await client.page.goto('about:blank');
    await client.page.goto(link);
    await client.page.getByTestId('ended-page').waitFor();
    expect(await decodedMedia(client.page)).toEqual({ videoFrames: 0, audioEnergy: 0 });
  });

  it('asks no third party for anything and breaks no rule of its own pages', () => {
    const { API_PORT, MEETING_PORT, IDENTITY_PROVIDER_PORT } = system.ports;
    const own = [API_PORT, MEETING_PORT, IDENTITY_PROVIDER_PORT].map(
      (port) => `localhost:${String(port)}`,
    );
    const foreign = [...professional.requests, ...client.requests].filter((address) => {
      const { host, protocol } = new URL(address);
      return !['data:', 'blob:', 'about:'].includes(protocol) && !own.includes(host);
    });
    expect(foreign).toEqual([]);
    const errors = [...professional.errors, ...client.errors];
    expect(errors.filter((text) => /Content Security|violates/i.test(text))).toEqual([]);
  });

  it('is forgotten one calendar month later; the link and the admin’s page say so', async () => {
    const admin = await openProfile(browser, { viewport: { width: 1280, height: 800 } });
    await signIn(admin.page, system, ADMIN);
    expect(await countIn(admin, 'due-in-all')).toBe(1);
    system.shiftClock(33 * DAY_MS);
    await until(
      async () => {
        await client.page.goto('about:blank');
        await client.page.goto(link);
        await client.page
          .getByTestId('ended-page')
          .or(client.page.getByTestId('forgetting-now-page'))
          .or(client.page.getByTestId('forgotten-page'))
          .waitFor();
        return client.page.getByTestId('forgotten-page').isVisible();
      },
      { what: 'the link to say that the data is gone', withinMs: 60_000 },
    );
    expect(await client.page.getByTestId('forgotten-page').innerText()).toMatch(DATE);
    await until(
      async () => {
        await openForgetting(admin);
        return (await countIn(admin, 'done-in-all')) === 1;
      },
      { what: 'the sweep to have forgotten the visit', withinMs: 60_000 },
    );
    expect(await countIn(admin, 'late')).toBe(0);
  });

  it('left none of it in the client’s browser', async () => {
    const secret = link.split('#')[1] ?? '';
    const kept = await keptInBrowser(client);
    expect([...TRACES, secret].filter((trace) => kept.includes(trace))).toEqual([]);
    const control = await keepEverywhere(client.page);
    const keptThen = await keptInBrowser(client);
    expect(control.filter((word) => keptThen.includes(word))).toEqual(control);
  });

  it('left no name, number, address, identity code or link in any log', () => {
    const logs = system.allLogs();
    const secret = link.split('#')[1] ?? '';
    expect(logs).toContain('http.answered');
    expect(secret).toHaveLength(43);
    expect([...TRACES, secret].filter((trace) => logs.includes(trace))).toEqual([]);
  });

  /** The number that stands in a place of the admin's page. */
  async function countIn({ page }: WatchedPage, testId: string): Promise<number> {
    const [number] = /\d+/.exec(await page.getByTestId(testId).innerText()) ?? [];
    return Number(number);
  }

  /** The admin's own session ends within the month. */
  async function openForgetting(admin: WatchedPage): Promise<void> {
    await admin.page.goto(`${system.url}/forgetting`);
    await admin.page
      .getByTestId('forgetting-page')
      .or(admin.page.getByTestId('sign-in-page'))
      .waitFor();
    if (await admin.page.getByTestId('sign-in-page').isVisible()) {
      await signIn(admin.page, system, ADMIN);
    }
    await admin.page.getByTestId('done-in-all').waitFor();
  }
});

/** The parts of a page that are asked for here; tests are checked without the browser's types. */
interface Picture {
  videoWidth: number;
}
interface WithPlaces {
  document: {
    querySelector: (selector: string) => {
      contains: (other: unknown) => boolean;
      getBoundingClientRect: () => { x: number; y: number; width: number; height: number };
    };
    elementFromPoint: (x: number, y: number) => unknown;
  };
}
interface WithSmallWindow {
  document: { pictureInPictureElement: PageElement | null };
}

/** Whether a press in the middle of something would meet it as the page stands, with nothing scrolled for it. */
function isInView(page: Page, testId: string): Promise<boolean> {
  return page.evaluate((id) => {
    const { document } = globalThis as unknown as WithPlaces;
    const element = document.querySelector(`[data-testid="${id}"]`);
    const { x, y, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  }, testId);
}

/** Which picture a page shows in the browser's small window. */
function inSmallWindow(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const { pictureInPictureElement } = (globalThis as unknown as WithSmallWindow).document;
    return pictureInPictureElement?.getAttribute('data-testid') ?? null;
  });
}
