import { setTimeout as sleep } from 'node:timers/promises';
import { received } from '../support/browser.mjs';
import { median, ratio, round, summarise } from '../support/figures.mjs';
import { MeetingOfBare } from '../support/meeting-of-bare.mjs';
import { MeetingOfProduct } from '../support/meeting-of-product.mjs';
import { cpuSeconds, memoryMiB } from '../support/process-tree.mjs';

const MEETINGS = 2;
const ROUNDS = 3;
const SETTLE_MS = 3_000;
const WINDOW_MS = 6_000;

/** @typedef {import('./join-and-admit.mjs').AnyMeeting} AnyMeeting */

/**
 * CPU of the media worker, and of the process that does the signalling, while two meetings of two real pages run. What
 * counts is the CPU a forwarded packet takes, which the size of the picture does not change.
 *
 * @param {import('../bench-context.mjs').BenchContext} context
 */
export async function measureMediaCpu({ browser, product, api, bare, timer }) {
  const isTimeUp = timer(60);
  const sides = {
    product: {
      meetings: await inTurn((index) =>
        MeetingOfProduct.open(browser, product, api, 10 * (index + 1)),
      ),
      worker: product.pidsOf('mediasoup-worker'),
      signalling: product.pidsOf('apps/meeting/src/main.js'),
    },
    bare: {
      meetings: await inTurn((index) => MeetingOfBare.open(browser, bare, `cpu-${index}`)),
      worker: [bare.workerPid],
      signalling: [bare.pid],
    },
  };
  await Promise.all(sides.product.meetings.map((meeting) => meeting.hangUp()));
  const atRest = await restingPercent(product);
  const rounds = { product: [], bare: [] };
  for (let count = 0; count < ROUNDS && !(count > 0 && isTimeUp()); count += 1) {
    rounds.product.push(await runFor(sides.product));
    rounds.bare.push(await runFor(sides.bare));
  }
  for (const { professional, client } of [...sides.product.meetings, ...sides.bare.meetings]) {
    await Promise.all([professional.context().close(), client.context().close()]);
  }
  return { ...describe(rounds), productAtRestPercent: atRest };
}

/**
 * @param {{ meetings: AnyMeeting[], worker: number[], signalling: number[] }} side
 */
async function runFor({ meetings, worker, signalling }) {
  const pages = meetings.flatMap(({ professional, client }) => [professional, client]);
  await Promise.all(
    meetings.flatMap(({ professional, client, visitUrl, clientUrl }) => [
      professional.goto(visitUrl),
      client.goto(clientUrl),
    ]),
  );
  await Promise.all(
    pages.map((page) =>
      page.waitForFunction(() => Object(globalThis).bench.marks.firstFrame !== undefined),
    ),
  );
  await sleep(SETTLE_MS);
  const read = async () => ({
    at: performance.now(),
    worker: sum(worker.map(cpuSeconds)),
    signalling: sum(signalling.map(cpuSeconds)),
    packets: sum((await Promise.all(pages.map(received))).map(({ packets }) => packets)),
  });
  const before = await read();
  await sleep(WINDOW_MS);
  const after = await read();
  const memory = sum(worker.map(memoryMiB));
  await Promise.all(meetings.map((meeting) => meeting.hangUp()));
  const seconds = (after.at - before.at) / 1000;
  const packets = after.packets - before.packets;
  return {
    workerMicrosecondsAPacket: ((after.worker - before.worker) / packets) * 1e6,
    workerPercentAMeeting: ((after.worker - before.worker) / seconds / MEETINGS) * 100,
    signallingPercentAMeeting: ((after.signalling - before.signalling) / seconds / MEETINGS) * 100,
    packetsASecondAMeeting: packets / seconds / MEETINGS,
    workerMemoryMiB: memory,
  };
}

/**
 * Percent of a core that all processes of the product take while nobody uses it.
 * @param {import('../support/product.mjs').Product} product
 */
async function restingPercent(product) {
  await sleep(SETTLE_MS);
  // Of those that are there at both times: the database ends connections that nobody uses.
  const before = new Map(product.pids().map((pid) => [pid, cpuSeconds(pid)]));
  await sleep(WINDOW_MS);
  const used = product
    .pids()
    .filter((pid) => before.has(pid))
    .map((pid) => cpuSeconds(pid) - Number(before.get(pid)));
  return round((sum(used) / (WINDOW_MS / 1000)) * 100);
}

/** @param {Record<'product' | 'bare', Record<string, number>[]>} rounds */
function describe(rounds) {
  const sides = Object.fromEntries(
    Object.entries(rounds).map(([name, all]) => [
      name,
      Object.fromEntries(
        Object.keys(all[0]).map((figure) => [figure, summarise(all.map((one) => one[figure]))]),
      ),
    ]),
  );
  const pairs = rounds.product.map(
    (one, index) => one.workerMicrosecondsAPacket / rounds.bare[index].workerMicrosecondsAPacket,
  );
  return {
    meetings: MEETINGS,
    ...sides,
    // Of neighbouring rounds, because the machine's speed drifts.
    workerCpuAPacketProductOverBare: round(median(pairs)),
    signallingCpuProductOverBare: ratio(
      sides.product.signallingPercentAMeeting?.p50,
      sides.bare.signallingPercentAMeeting?.p50,
    ),
  };
}

/** @template T @param {(index: number) => Promise<T>} make */
async function inTurn(make) {
  const made = [];
  for (let index = 0; index < MEETINGS; index += 1) {
    made.push(await make(index));
  }
  return made;
}

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
