import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError } from '../setup-error.mjs';

const DEADLINE_MS = 60_000;
/** One crash at start may be bad luck and is restarted; more is a fault to report. */
const FORGIVEN_CRASHES = 1;

/**
 * Waits until an app says that it is ready.
 * @param {import('./supervised-process.mjs').SupervisedProcess} app
 * @param {string} host What the servers listen on; those for development only are always local.
 * @param {number} port
 */
export async function waitUntilReady(app, host, port) {
  const url = `http://127.0.0.1:${port}/health/ready`;
  const urls = new Set([
    url,
    `http://${isAnyAddress(host) ? '127.0.0.1' : host}:${port}/health/ready`,
  ]);
  let crashes = 0;
  let wasDown = false;
  let answer = 'no answer';
  for (const until = Date.now() + DEADLINE_MS; Date.now() < until; await sleep(50)) {
    for (const one of urls) {
      answer = await ask(one);
      if (answer === '200') {
        return;
      }
    }
    if (app.ended && !wasDown) {
      crashes += 1;
    }
    wasDown = app.ended;
    if (crashes > FORGIVEN_CRASHES) {
      break;
    }
  }
  const why = crashes > FORGIVEN_CRASHES ? 'ends right after its start' : 'does not become ready';
  throw new SetupError(`${app.name} ${why} (${url}: ${answer}).`, {
    output: app.lastLines,
    fix: 'see the lines above; they are also in the logs folder of the data folder.',
  });
}

/** @param {string} host */
const isAnyAddress = (host) => host === '0.0.0.0' || host.includes(':');

/** @param {string} url */
async function ask(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await response.body?.cancel();
    return String(response.status);
  } catch {
    return 'no answer';
  }
}
