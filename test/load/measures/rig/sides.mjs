import { collectGarbage } from '../../support/collect-garbage.mjs';
import { cpuSeconds, memoryMiB } from '../../support/process-tree.mjs';

/**
 * What carries the rig's visits: the processes whose CPU and memory count, and where its people come in.
 * @typedef {object} Side
 * @property {string} name
 * @property {() => number[]} workers Processes that carry media.
 * @property {number} [inspectPort] Of the process that carries the signalling.
 * @property {() => number[]} signalling Processes that carry the signalling; none where one process does both.
 * @property {(from: number, to: number) => object[][]} places
 */

/** @param {import('../../support/product.mjs').Product} product @param {import('../../support/crowd.mjs').Crowd} crowd @param {number} [inspectPort] @returns {Side} */
export const productSide = (product, crowd, inspectPort) => ({
  name: 'product',
  inspectPort,
  workers: () => product.pidsOf('mediasoup-worker'),
  signalling: () => product.pidsOf('apps/meeting/src/main.js'),
  places: (from, to) => crowd.places(from, to),
});

/** @param {import('../../bare/bare-server.mjs').BareServer} bare @returns {Side} */
export const bareSide = (bare) => ({
  name: 'bare',
  inspectPort: bare.inspectPort,
  workers: () => [bare.workerPid],
  signalling: () => [bare.pid],
  places: rooms('bare', (index) => ({ url: bare.url, room: `rig-${index}` })),
});

/** @param {import('../../bare/janus-server.mjs').JanusServer} janus @returns {Side} */
export const janusSide = (janus) => ({
  name: 'janus',
  workers: () => [janus.pid],
  signalling: () => [],
  places: rooms('janus', (index) => ({ url: janus.url, room: index + 1 })),
});

/** The rig with nobody between its people. @returns {Side} */
export const aloneSide = () => ({
  name: 'alone',
  workers: () => [],
  signalling: () => [],
  places: rooms('alone', (index) => ({ room: String(index) })),
});

function rooms(way, place) {
  return (from, to) =>
    Array.from({ length: to - from }, (_, index) =>
      [0, 1].map(() => ({ way, ...place(from + index) })),
    );
}

/**
 * Lets people of a side send, and nobody else, and counts after a moment in which it settles.
 * @param {import('../../rig/rig.mjs').Rig} rig
 * @param {Side} side
 * @param {{ groups?: string[], settleMs: number, windowMs: number }} how
 */
export async function runFlow(rig, side, { groups = [side.name], settleMs, windowMs }) {
  await rig.flow(groups);
  await rig.window(settleMs);
  const before = cpuOf(side);
  const flow = await rig.window(windowMs);
  const after = cpuOf(side);
  const worker = after.workers - before.workers;
  const server = worker + after.signalling - before.signalling;
  return {
    ...flow,
    serverMicrosecondsAPacket: (server / flow.received) * 1e6,
    workerMicrosecondsAPacket: (worker / flow.received) * 1e6,
    serverPercent: (server / flow.seconds) * 100,
  };
}

/** Seconds of CPU so far. @param {Side} side */
export function cpuOf(side) {
  return {
    workers: sum(side.workers().map(cpuSeconds)),
    signalling: sum(side.signalling().map(cpuSeconds)),
  };
}

/** MiB at this moment, without what nobody uses any more. @param {Side} side */
export async function memoryOf(side) {
  for (const pid of side.inspectPort === undefined ? [] : side.signalling()) {
    await collectGarbage(pid, side.inspectPort);
  }
  return {
    workers: sum(side.workers().map(memoryMiB)),
    signalling: sum(side.signalling().map(memoryMiB)),
  };
}

/** Fails when somebody could not join: a load that is not there measures nothing. */
export function requireAll(side, { joins }) {
  const failed = joins.filter(({ why }) => why !== null);
  if (failed.length > 0) {
    throw new Error(
      `${failed.length} of ${joins.length} did not join (${side.name}): ${failed[0].why}`,
    );
  }
}

/** @param {number[]} numbers */
export const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
