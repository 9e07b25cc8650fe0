import { BareServer } from './bare/bare-server.mjs';
import { ApiClient } from './support/api-client.mjs';
import { launchBrowser } from './support/browser.mjs';
import { PROFESSIONAL } from './support/meeting-of-product.mjs';
import { freePorts } from './support/ports.mjs';
import { Product, newDataFolder, removeDataFolder } from './support/product.mjs';

/**
 * What the measures work with.
 * @typedef {object} BenchContext
 * @property {import('playwright-core').Browser} browser
 * @property {Product} product
 * @property {number} inspectPort Of a process of the product, when it is asked to open one.
 * @property {ApiClient} api Signed in as the professional.
 * @property {BareServer} bare
 * @property {(seconds: number) => () => boolean} timer Starts to count: gives whether the time is up.
 */

/** @type {BenchContext['timer']} */
export function timer(seconds) {
  const end = performance.now() + seconds * 1000;
  return () => performance.now() > end;
}

/**
 * Starts the product, the bare server and a browser.
 * @param {(() => Promise<unknown>)[]} undo Gets what ends them, for the case that this fails halfway too.
 * @returns {Promise<BenchContext>}
 */
export async function startAll(undo) {
  const folder = newDataFolder();
  undo.push(async () => removeDataFolder(folder));
  const [inspectPort] = await freePorts(1);
  // Nobody listens there before `collectGarbage` asks for it.
  const product = await Product.start(folder, { NODE_OPTIONS: `--inspect-port=${inspectPort}` });
  undo.push(() => product.stop());
  const bare = await BareServer.start();
  undo.push(() => bare.stop());
  const browser = await launchBrowser();
  undo.push(() => browser.close());
  const api = new ApiClient(product.url);
  await api.signIn(PROFESSIONAL, product.passwordOf(PROFESSIONAL));
  return { browser, product, inspectPort, api, bare, timer };
}
