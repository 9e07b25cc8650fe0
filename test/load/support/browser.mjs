import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { probePage } from './page-probe.mjs';

const CANDIDATES = [process.env.CHROMIUM_BIN ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome'];

/**
 * What every camera gives, the bare pages' too. Two full pictures in three layers each fill a machine of two cores with
 * the encoders' work, which in life two other machines do, and the waiting for a core would be all that is measured.
 */
const SMALL_PICTURE = { width: 480, height: 270, frameRate: 15 };

/** @typedef {import('playwright-core').Browser} Browser */
/** @typedef {import('playwright-core').Page} Page */

/** A real Chromium with a camera and a microphone that play a test picture and a tone. */
export async function launchBrowser() {
  const executablePath = CANDIDATES.find((path) => path !== '' && existsSync(path));
  if (executablePath === undefined) {
    throw new Error('No Chromium was found; set CHROMIUM_BIN.');
  }
  return chromium.launch({
    executablePath,
    // We stop what we started ourselves, in order.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
    ],
  });
}

/**
 * Opens a page in a profile of its own, with the probe in it.
 * @param {Browser} browser
 */
export async function openPage(browser) {
  const context = await browser.newContext({ locale: 'fi-FI' });
  context.setDefaultTimeout(20_000);
  await context.addInitScript(probePage, SMALL_PICTURE);
  return context.newPage();
}

/**
 * When things happened in the page: milliseconds since its navigation began, by name. Answers of the API are among
 * them, by their path.
 * @param {Page} page
 * @returns {Promise<Marks>}
 */
export async function marksOf(page) {
  return page.evaluate(() => {
    const answers = performance
      .getEntriesByType('resource')
      .map((entry) => Object(entry))
      .filter(({ name }) => name.includes('/api/'))
      .map(({ name, responseEnd }) => [new URL(name).pathname, responseEnd]);
    const { timeOrigin: origin } = performance;
    return { origin, ...Object.fromEntries(answers), ...Object(globalThis).bench.marks };
  });
}

/** @typedef {Record<string, number> & { origin: number }} Marks */

/**
 * Waits until the page shows its first picture of somebody else.
 * @param {Page} page
 */
export async function firstFrame(page) {
  await page.waitForFunction(() => Object(globalThis).bench.marks.firstFrame !== undefined, null, {
    polling: 100,
    timeout: 20_000,
  });
  return marksOf(page);
}

/**
 * Forgets what has been marked, so that the next picture counts as the first.
 * @param {Page} page
 */
export async function forgetMarks(page) {
  await page.evaluate(() => Object(globalThis).bench.forget());
}

/**
 * Packets of pictures and sound that a page has received over its open connections.
 * @param {Page} page
 * @returns {Promise<{ packets: number, bytes: number, frames: number }>}
 */
export async function received(page) {
  return page.evaluate(() => Object(globalThis).bench.received());
}
