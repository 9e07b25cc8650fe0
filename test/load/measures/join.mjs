import { setTimeout as sleep } from 'node:timers/promises';
import { Attempts } from '../support/attempts.mjs';
import { firstFrame } from '../support/browser.mjs';
import { median, ratios, round, summarise } from '../support/figures.mjs';

const BLOCKS = 4;
const JOINS_A_BLOCK = 3;
const SETTLE_MS = 800;

/** What the page of a client does on the way, in the order in which it happens. */
const STEPS = [
  'document',
  '/api/door',
  'cameraAsked',
  '/api/door/enter',
  'lineBegun',
  'lineOpen',
  'told-meetingReady',
  'cameraOpen',
  'asked-joinMeeting',
  'videoTrack',
  'videoElement',
  'receiving-connected',
  'firstFrame',
];

/**
 * From the moment a client opens the page anew to the first picture of the professional. One after another, a few
 * joins of each at a time, so that a noisy minute hits all alike.
 *
 * @param {Record<string, import('./join-and-admit.mjs').AnyMeeting>} meetings `product`, `bare` and `alone`.
 * @param {() => boolean} isTimeUp
 */
export async function measureJoins(meetings, isTimeUp) {
  /** @type {Record<string, import('../support/browser.mjs').Marks[]>} */
  const marks = Object.fromEntries(Object.keys(meetings).map((name) => [name, []]));
  const attempts = new Attempts();
  for (let block = 0; block < BLOCKS && !(block > 1 && isTimeUp()); block += 1) {
    for (const [name, meeting] of Object.entries(meetings)) {
      await attempts.of(name, meeting, () => joinSome(meeting, marks[name]));
      await meeting.hangUp();
    }
  }
  return { ...describe(marks), failures: attempts.failures };
}

/**
 * @param {import('./join-and-admit.mjs').AnyMeeting} meeting
 * @param {import('../support/browser.mjs').Marks[]} marks Gets those of each join.
 */
async function joinSome({ professional, client, visitUrl, clientUrl }, marks) {
  if (professional !== client) {
    await professional.goto(visitUrl);
    await professional.waitForFunction(
      () => Object(globalThis).bench.marks['sending-connected'] !== undefined,
    );
  }
  // Not measured: it fills the browser's cache, and encoders and estimates of the line settle.
  await client.goto(clientUrl);
  await firstFrame(client);
  for (let count = 0; count < JOINS_A_BLOCK; count += 1) {
    await sleep(SETTLE_MS);
    await client.reload({ waitUntil: 'commit' });
    marks.push(await firstFrame(client));
  }
}

/** @param {Record<string, import('../support/browser.mjs').Marks[]>} marks */
function describe(marks) {
  const times = Object.fromEntries(
    Object.entries(marks).map(([name, all]) => [
      name,
      summarise(all.map(({ firstFrame: at }) => at)),
    ]),
  );
  const { product, bare, alone } = times;
  return {
    unit: 'ms',
    ...times,
    productOverBare: ratios(product, bare),
    productOverAlone: ratios(product, alone),
    steps: Object.fromEntries(Object.entries(marks).map(([name, all]) => [name, stepsOf(all)])),
  };
}

/** @param {import('../support/browser.mjs').Marks[]} marks */
function stepsOf(marks) {
  const known = STEPS.map((step) => [step, marks.map((one) => one[step]).filter(Number.isFinite)]);
  return Object.fromEntries(
    known
      .filter(([, times]) => times.length > 0)
      .map(([step, times]) => [step, round(median(times))]),
  );
}
