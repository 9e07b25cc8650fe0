import { Rig } from '../../rig/rig.mjs';
import { Crowd } from '../../support/crowd.mjs';
import { ratio, round } from '../../support/figures.mjs';
import { bareSide, productSide, requireAll, runFlow } from './sides.mjs';

/** Visits that a step adds, and where the rig is known to end on two cores. */
const STEP = 10;
const MOST_VISITS = 60;
const TIMES = { settleMs: 2_500, windowMs: 3_000 };
const MOST_LOSS_PERCENT = 1;
const MOST_DELAY_MS = 50;

/**
 * Visits that are carried with less than one packet in a hundred lost, in rising steps, product and bare server in turns.
 * On two cores the rig ends before the worker does; what a core would carry is then told by the CPU of the last step that
 * both carried.
 *
 * @param {import('../../bench-context.mjs').BenchContext} context
 */
export async function measureCapacity({ product, api, bare, timer }) {
  const isTimeUp = timer(80);
  const crowd = await Crowd.gather(product, api, MOST_VISITS);
  await crowd.admit();
  const rig = await Rig.start();
  try {
    const sides = [productSide(product, crowd), bareSide(bare)];
    /** @type {Record<string, ReturnType<typeof pick>>[]} */
    const steps = [];
    for (
      let visits = STEP;
      visits <= MOST_VISITS && !(steps.length > 0 && isTimeUp());
      visits += STEP
    ) {
      const step = {};
      for (const side of sides) {
        requireAll(side, await rig.join(side.name, side.places(visits - STEP, visits)));
        step[side.name] = await tryTwice(rig, side, visits);
      }
      steps.push(step);
      if (Object.values(step).some((one) => !one.carried)) {
        break;
      }
    }
    return describe(steps);
  } finally {
    await rig.stop();
  }
}

/** A moment in which the machine did something else is no limit: who fails may try again. */
async function tryTwice(rig, side, visits) {
  const first = pick(visits, await runFlow(rig, side, TIMES));
  return first.carried ? first : pick(visits, await runFlow(rig, side, TIMES));
}

/** @param {number} visits @param {Awaited<ReturnType<typeof runFlow>>} flow */
function pick(visits, { lossPercent, delayP99Ms, serverPercent, rigPercent, sent, seconds }) {
  return {
    visits,
    lossPercent,
    delayP99Ms,
    serverPercent: round(serverPercent),
    rigPercent: round(rigPercent),
    packetsASecond: round(sent / seconds),
    carried: lossPercent < MOST_LOSS_PERCENT && delayP99Ms < MOST_DELAY_MS,
  };
}

function describe(steps) {
  const carriedBy = (name) =>
    Math.max(0, ...steps.map((step) => step[name].carried && step[name].visits));
  const both = steps.findLast((step) => Object.values(step).every(({ carried }) => carried));
  const aCore = (name) =>
    both === undefined ? 0 : (both[name].visits / both[name].serverPercent) * 100;
  return {
    steps,
    carried: { product: carriedBy('product'), bare: carriedBy('bare') },
    carriedOverBare: ratio(carriedBy('product'), carriedBy('bare')),
    /** By the CPU of the last step that both carried. */
    aCore: { product: round(aCore('product')), bare: round(aCore('bare')) },
    aCoreOverBare: ratio(aCore('product'), aCore('bare')),
  };
}
