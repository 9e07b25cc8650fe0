import { setTimeout as sleep } from 'node:timers/promises';
import { bookAndInvite } from '../support/meeting-of-product.mjs';
import { openPage } from '../support/browser.mjs';

const KIB = 1024;
const BIGGEST = 8;

/**
 * What a client's browser receives, headers included: until the door is shown, and after the door is opened, when the
 * meeting's code comes. With the cache off, as on the first visit.
 *
 * @param {import('../bench-context.mjs').BenchContext} context
 */
export async function measurePageSize({ browser, product, api }) {
  const { link } = await bookAndInvite(product, api, 50);
  const page = await openPage(browser);
  const transfers = await recordTransfers(page);
  const before = performance.now();
  await page.goto(link);
  await page.getByTestId('door-page').waitFor();
  const shownAfterMs = Math.round(performance.now() - before);
  // Whatever the shown page still asks for by itself belongs to it.
  await sleep(1_000);
  const door = [...transfers.values()];
  transfers.clear();
  await page.getByTestId('door-continue').click();
  await page.getByTestId('device-test').waitFor();
  await sleep(1_000);
  const meeting = [...transfers.values()].filter(({ path }) => path.startsWith('/assets/'));
  await page.context().close();
  return {
    unit: 'KiB over the wire',
    shownAfterMs,
    door: await describe(product, door),
    meeting: await describe(product, meeting),
  };
}

/**
 * @typedef {{ path: string, type: string, bytes: number, encoding: string }} Transfer
 */

/**
 * @param {import('playwright-core').Page} page
 * @returns {Promise<Map<string, Transfer>>} By the browser's id of the request.
 */
async function recordTransfers(page) {
  /** @type {Map<string, Transfer>} */
  const transfers = new Map();
  const devtools = await page.context().newCDPSession(page);
  devtools.on('Network.responseReceived', ({ requestId, type, response }) => {
    const headers = Object.entries(response.headers);
    const [, encoding] = headers.find(([name]) => /^content-encoding$/i.test(name)) ?? [];
    const path = new URL(response.url).pathname;
    transfers.set(requestId, { path, type, bytes: 0, encoding: encoding ?? 'none' });
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const transfer = transfers.get(requestId);
    if (transfer !== undefined) {
      transfer.bytes = encodedDataLength;
    }
  });
  await devtools.send('Network.enable');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  return transfers;
}

/** @param {import('../support/product.mjs').Product} product @param {Transfer[]} transfers */
async function describe(product, transfers) {
  const sorted = [...transfers].sort((one, other) => other.bytes - one.bytes);
  const assets = sorted.filter(({ path }) => path.startsWith('/assets/'));
  const plain = await Promise.all(assets.map(({ path }) => plainSize(product.url + path)));
  const others = total(sorted) - total(assets);
  return {
    requests: sorted.length,
    total: inKib(total(sorted)),
    totalUncompressed: inKib(others + plain.reduce((sum, bytes) => sum + bytes, 0)),
    byType: Object.fromEntries(
      [...new Set(sorted.map(({ type }) => type))].map((type) => [
        type,
        inKib(total(sorted.filter((transfer) => transfer.type === type))),
      ]),
    ),
    biggest: sorted.slice(0, BIGGEST).map(({ path, bytes, encoding }) => ({
      path,
      kib: inKib(bytes),
      encoding,
    })),
  };
}

/** @param {string} url */
async function plainSize(url) {
  const response = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
  return (await response.arrayBuffer()).byteLength;
}

/** @param {Transfer[]} transfers */
const total = (transfers) => transfers.reduce((sum, { bytes }) => sum + bytes, 0);

/** @param {number} bytes */
const inKib = (bytes) => Math.round((bytes / KIB) * 10) / 10;
