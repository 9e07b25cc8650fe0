import { setTimeout as sleep } from 'node:timers/promises';
import { JanusServer, hasJanus } from '../../bare/janus-server.mjs';
import { Rig } from '../../rig/rig.mjs';
import { Crowd } from '../../support/crowd.mjs';
import { median, ratio, round, summarise } from '../../support/figures.mjs';
import {
  aloneSide,
  bareSide,
  janusSide,
  memoryOf,
  productSide,
  requireAll,
  runFlow,
} from './sides.mjs';

/** What the rig brings about on one of two cores, and half of that. */
const VISITS = 40;
const HALF = 20;
const ROUNDS = 3;
const TIMES = { settleMs: 700, windowMs: 2_500 };
/** Until what joining left behind is tidied up. */
const REST_MS = 2_000;

/**
 * CPU of a forwarded packet, delay that the server adds at half of that load and memory a visit: the product, a bare
 * mediasoup server and, where it is installed, Janus under the same load in turns; delays of the rig alone too.
 *
 * @param {import('../../bench-context.mjs').BenchContext} context
 */
export async function measureForwarding({ product, inspectPort, api, bare, timer }) {
  const crowd = await Crowd.gather(product, api, VISITS);
  await crowd.admit();
  const janus = hasJanus() ? await JanusServer.start(VISITS) : null;
  const rig = await Rig.start();
  try {
    const sides = [
      productSide(product, crowd, inspectPort),
      bareSide(bare),
      ...(janus === null ? [] : [janusSide(janus)]),
      aloneSide(),
    ];
    /** @type {Record<string, { worker: number, node: number }>} */
    const grown = {};
    for (const side of sides) {
      grown[side.name] = await joinAndWeigh(rig, side);
    }
    const isTimeUp = timer(50);
    /** @type {Record<string, Round[]>} */
    const rounds = {};
    for (let count = 0; count < ROUNDS && !(count > 0 && isTimeUp()); count += 1) {
      for (const side of sides) {
        (rounds[side.name] ??= []).push(await runBoth(rig, side));
      }
    }
    return describe(rounds, grown);
  } finally {
    await rig.stop();
    await janus?.stop();
  }
}

const groupsOf = ({ name }) => [`${name}-half`, `${name}-rest`];

/** @returns MiB that each live visit added. */
async function joinAndWeigh(rig, side) {
  const [half, rest] = groupsOf(side);
  const before = await memoryOf(side);
  requireAll(side, await rig.join(half, side.places(0, HALF)));
  requireAll(side, await rig.join(rest, side.places(HALF, VISITS)));
  await rig.flow([half, rest]);
  await sleep(REST_MS);
  const after = await memoryOf(side);
  return {
    worker: round((after.workers - before.workers) / VISITS),
    node: round((after.signalling - before.signalling) / VISITS),
  };
}

/** CPU and loss of the whole load, delays of half of it. @typedef {Awaited<ReturnType<typeof runBoth>>} Round */
async function runBoth(rig, side) {
  const groups = groupsOf(side);
  const whole = await runFlow(rig, side, { groups, ...TIMES });
  const half = await runFlow(rig, side, { groups: groups.slice(0, 1), ...TIMES });
  return {
    serverMicrosecondsAPacket: whole.serverMicrosecondsAPacket,
    workerMicrosecondsAPacket: whole.workerMicrosecondsAPacket,
    serverPercent: whole.serverPercent,
    lossPercent: whole.lossPercent,
    rigPercent: whole.rigPercent,
    delayP50MsAtHalf: half.delayP50Ms,
    delayP99MsAtHalf: half.delayP99Ms,
  };
}

function describe(rounds, grown) {
  const sides = Object.fromEntries(
    Object.entries(rounds).map(([name, all]) => [
      name,
      {
        ...Object.fromEntries(
          Object.keys(all[0]).map((figure) => [figure, summarise(all.map((one) => one[figure]))]),
        ),
        memoryMiBAVisit: grown[name],
      },
    ]),
  );
  const [ours, alone] = [rounds.product, rounds.alone].map((all) =>
    median(all.map(({ delayP99MsAtHalf }) => delayP99MsAtHalf)),
  );
  return {
    visits: VISITS,
    half: HALF,
    ...sides,
    janusInstalled: rounds.janus !== undefined,
    cpuAPacketOverBare: overIn(rounds, 'bare', 'serverMicrosecondsAPacket'),
    workerCpuAPacketOverBare: overIn(rounds, 'bare', 'workerMicrosecondsAPacket'),
    cpuAPacketOverJanus: overIn(rounds, 'janus', 'serverMicrosecondsAPacket'),
    delayP99OverJanus: overIn(rounds, 'janus', 'delayP99MsAtHalf'),
    addedDelayP99Ms: round(Math.max(0, ours - alone)),
    delayP99OverBare: ratio(
      ours,
      median(rounds.bare.map(({ delayP99MsAtHalf }) => delayP99MsAtHalf)),
    ),
  };
}

/** Median of the ratios of neighbouring rounds, because the machine's speed drifts. */
function overIn(rounds, floor, figure) {
  const other = rounds[floor];
  return other === undefined
    ? null
    : round(median(other.map((one, index) => rounds.product[index][figure] / one[figure])));
}
