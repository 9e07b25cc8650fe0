import { Rig } from '../../rig/rig.mjs';
import { Crowd } from '../../support/crowd.mjs';
import { percentile, ratio, round, summarise } from '../../support/figures.mjs';
import { cpuSeconds } from '../../support/process-tree.mjs';
import { bareSide, productSide, sum } from './sides.mjs';

const VISITS = 25;
const ROUNDS = 4;
/** The first joins compile what the others run. */
const WARM_UP = 1;
const VISITS_AT_ONCE = 4;
const PEOPLE = 2;
const CORES = 2;

/**
 * Full joins of people whose client was let in: the way from the API, the line, two transports with their handshakes, two
 * sources sent and two taken in. Two hundred of them, each failure with its cause; CPU of every server process of a join,
 * beside the same through a bare server.
 *
 * @param {import('../../bench-context.mjs').BenchContext} context
 */
export async function measureJoins({ product, api, bare }) {
  const crowd = await Crowd.gather(product, api, VISITS * (WARM_UP + ROUNDS));
  await crowd.admit();
  const rig = await Rig.start();
  try {
    const servers = {
      product: {
        side: productSide(product, crowd),
        parts: {
          api: product.pidsOf('apps/api'),
          node: product.pidsOf('apps/meeting/src/main.js'),
          worker: product.pidsOf('mediasoup-worker'),
          database: product.pidsOf('postgres'),
        },
      },
      bare: { side: bareSide(bare), parts: { node: [bare.pid], worker: [bare.workerPid] } },
    };
    const rounds = { product: [], bare: [] };
    for (let count = 0; count < WARM_UP + ROUNDS; count += 1) {
      for (const [name, server] of Object.entries(servers)) {
        rounds[name].push(await joinAll(rig, server, count));
      }
    }
    return describe(rounds);
  } finally {
    await rig.stop();
  }
}

/** Joins visits that nobody has joined before. */
async function joinAll(rig, { side, parts }, count) {
  const first = count * VISITS;
  const read = () => Object.entries(parts).map(([part, pids]) => [part, sum(pids.map(cpuSeconds))]);
  const before = Object.fromEntries(read());
  const { ms, joins } = await rig.join(
    side.name,
    side.places(first, first + VISITS),
    VISITS_AT_ONCE,
  );
  const cpuMs = Object.fromEntries(
    read().map(([part, seconds]) => [
      part,
      ((Number(seconds) - before[String(part)]) * 1_000) / (VISITS * PEOPLE),
    ]),
  );
  return { ms, joins, cpuMs };
}

function describe(rounds) {
  const [product, bare] = [rounds.product, rounds.bare].map(([, ...all]) => figuresOf(all));
  return {
    product,
    bare,
    serverCpuOverBare: ratio(product.cpuMsAJoin.server, bare.cpuMsAJoin.server),
  };
}

/** @param {Awaited<ReturnType<typeof joinAll>>[]} all Rounds, without the one that warmed up. */
function figuresOf(all) {
  const joins = all.flatMap((one) => one.joins);
  const times = joins.map(({ ms }) => ms);
  const cpuMs = Object.fromEntries(
    Object.keys(all[0].cpuMs).map((part) => [
      part,
      Number(summarise(all.map((one) => one.cpuMs[part]))?.p50),
    ]),
  );
  const { database = 0, ...own } = cpuMs;
  const server = sum(Object.values(own));
  const failures = joins.flatMap(({ why }) => why ?? []);
  return {
    joins: joins.length,
    succeeded: joins.length - failures.length,
    failures,
    cpuMsAJoin: { ...cpuMs, server: round(server), withDatabase: round(server + database) },
    /** What the CPU of all server processes leaves room for. */
    aSecondOnTwoCores: round((CORES * 1_000) / (server + database)),
    /** With the rig on the same cores, which takes more of them than the servers. */
    aSecondWithRig: round(joins.length / (sum(all.map(({ ms }) => ms)) / 1_000)),
    ms: { p50: round(percentile(times, 0.5)), p95: round(percentile(times, 0.95)) },
  };
}
