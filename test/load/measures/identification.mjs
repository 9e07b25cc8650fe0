import {
  constants,
  generateKeyPairSync,
  privateDecrypt,
  publicEncrypt,
  sign,
  verify,
} from 'node:crypto';
import { percentile, ratio, round } from '../support/figures.mjs';
import { ApiClient } from '../support/api-client.mjs';
import { bookAndInvite, PROFESSIONAL } from '../support/meeting-of-product.mjs';
import { cpuSeconds } from '../support/process-tree.mjs';
import { newDataFolder, Product, removeDataFolder } from '../support/product.mjs';
import { QuickIssuer } from '../support/quick-issuer.mjs';

const WARM_UP = 20;
const ROUNDS = 200;
/** A door takes so many beginnings a minute from one browser. */
const A_BROWSER = 10;

/**
 * Identifying: the callback without what the provider took of it, and how many identifications the API does in a second of
 * its own CPU, from the press of the button to the verdict that is stored. The floor is the cryptography that the profile
 * demands: two signatures, one decryption, one look at a signature.
 */
export async function measureIdentification() {
  const folder = newDataFolder();
  const issuer = await QuickIssuer.start();
  try {
    const product = await Product.start(folder, { OIDC_ISSUER: issuer.url });
    try {
      await issuer.know(`${product.url}/api/identification/jwks.json`);
      return await measure(product, issuer);
    } finally {
      await product.stop();
    }
  } finally {
    await issuer.stop();
    removeDataFolder(folder);
  }
}

/** @param {Product} product @param {QuickIssuer} issuer */
async function measure(product, issuer) {
  const api = new ApiClient(product.url);
  await api.signIn(PROFESSIONAL, product.passwordOf(PROFESSIONAL));
  const { link } = await bookAndInvite(product, api, 5);
  /** @type {DoorClient[]} */
  const browsers = [];
  for (let count = 0; count < (WARM_UP + ROUNDS) / A_BROWSER; count += 1) {
    browsers.push(new DoorClient(product.url, count));
    await browsers[count].open(link);
  }
  const inTurn = (count) => browsers[count % browsers.length];
  for (let count = 0; count < WARM_UP; count += 1) {
    await inTurn(count).identify(issuer);
  }
  const [pid] = product.pidsOf('apps/api');
  const before = cpuSeconds(pid);
  /** @type {number[]} */
  const callbacks = [];
  for (let count = 0; count < ROUNDS; count += 1) {
    callbacks.push(await inTurn(count).identify(issuer));
  }
  const aSecondOfCpu = ROUNDS / (cpuSeconds(pid) - before);
  const floor = cryptographyAlone();
  return {
    unit: 'ms',
    callback: {
      p50: round(percentile(callbacks, 0.5)),
      p95: round(percentile(callbacks, 0.95)),
      cryptography: round(floor.ms),
    },
    aSecondOfCpu: round(aSecondOfCpu),
    cryptographyASecond: round(1000 / floor.ms),
    cryptographyOverProduct: ratio(round(1000 / floor.ms), round(aSecondOfCpu)),
  };
}

/** A client's browser at the door, without a page. */
class DoorClient {
  #origin;
  #cookie = '';
  #from;

  /** @param {string} origin @param {number} number Browsers come from addresses of their own; limits count by them. */
  constructor(origin, number) {
    this.#origin = origin;
    this.#from = `10.98.0.${number}`;
  }

  /** @param {string} link */
  async open(link) {
    await this.#send('POST', '/api/door/open', { link: link.split('#')[1], language: 'fi' });
  }

  /** @returns {Promise<number>} Milliseconds of the callback that were the product's. */
  async identify(issuer) {
    const { redirectUrl } = await (await this.#send('POST', '/api/identification/start')).json();
    const { pathname, search } = issuer.answer(redirectUrl);
    const spentBefore = issuer.spentMs;
    const begun = performance.now();
    const answer = await this.#send('GET', pathname + search);
    const took = performance.now() - begun - (issuer.spentMs - spentBefore);
    if (answer.headers.get('location') !== '/v?identification=done') {
      throw new Error(`The callback ended at ${answer.headers.get('location')}.`);
    }
    return took;
  }

  async #send(method, path, body) {
    const answer = await fetch(this.#origin + path, {
      method,
      redirect: 'manual',
      headers: {
        'x-tapaamo': '1',
        'x-forwarded-for': this.#from,
        cookie: this.#cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (answer.status >= 400) {
      throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    }
    const [set] = answer.headers.getSetCookie();
    this.#cookie = set === undefined ? this.#cookie : set.split(';')[0];
    return answer;
  }
}

/** What RSA of 2,048 bits costs here: the request object and our assertion signed, a token opened and looked at. */
function cryptographyAlone() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const text = Buffer.alloc(1_000, 'x');
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const sealed = publicEncrypt({ key: publicKey, padding }, Buffer.alloc(32));
  const signature = sign('sha256', text, privateKey);
  const begun = performance.now();
  for (let count = 0; count < ROUNDS; count += 1) {
    sign('sha256', text, privateKey);
    sign('sha256', text, privateKey);
    privateDecrypt({ key: privateKey, padding }, sealed);
    verify('sha256', text, publicKey, signature);
  }
  return { ms: (performance.now() - begun) / ROUNDS };
}
