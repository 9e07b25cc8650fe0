import { Rig } from '../../rig/rig.mjs';
import { Crowd } from '../../support/crowd.mjs';
import { round } from '../../support/figures.mjs';
import { productSide, requireAll } from './sides.mjs';

/** Calls in progress, and how many more come at one moment: three times what a worker takes by its own reckoning. */
const IN_PROGRESS = 20;
const OFFERED = 240;
const OFFERED_AT_ONCE = 24;
/** On a busy machine who has not come by then does not come. */
const OFFERED_MS = 30_000;
const BEFORE_MS = 4_000;
const WINDOW_MS = 3_000;
const NO_NODE = 'meeting.no-node';

/**
 * What becomes of calls in progress when three times as many visits as a node takes come at one moment, and what becomes
 * of those: let in, refused with a named cause, or failed in any other way.
 *
 * @param {import('../../bench-context.mjs').BenchContext} context
 */
export async function measureOverload({ product, api, timer }) {
  const crowd = await Crowd.gather(product, api, IN_PROGRESS + OFFERED, timer(20));
  await crowd.admit();
  const rig = await Rig.start();
  // Those who come have a rig of their own: what is to suffer is the node, not the measure.
  const crowded = await Rig.start();
  try {
    const side = productSide(product, crowd);
    requireAll(side, await rig.join(side.name, side.places(0, IN_PROGRESS)));
    await rig.flow([side.name]);
    await rig.window(1_000);
    const before = await rig.window(BEFORE_MS);
    let offering = true;
    const offered = crowded
      .join('offered', side.places(IN_PROGRESS, crowd.size), OFFERED_AT_ONCE, OFFERED_MS)
      .finally(() => (offering = false));
    const during = [];
    while (offering) {
      during.push(await rig.window(WINDOW_MS));
    }
    const after = await rig.window(BEFORE_MS);
    return describe({ before, during, after, offered: await offered });
  } finally {
    await Promise.all([rig.stop(), crowded.stop()]);
  }
}

function describe({ before, during, after, offered }) {
  const pick = ({ lossPercent, delayP50Ms, delayP99Ms }) => ({
    lossPercent,
    delayP50Ms,
    delayP99Ms,
  });
  const sent = during.reduce((total, window) => total + window.sent, 0);
  const received = during.reduce((total, window) => total + window.received, 0);
  const whys = offered.joins.flatMap(({ why }) => why ?? []);
  return {
    inProgress: IN_PROGRESS,
    people: offered.joins.length,
    letIn: offered.joins.length - whys.length,
    refused: whys.filter((why) => why.includes(NO_NODE)).length,
    /** Also of somebody whose other was refused: nothing is there to be taken in. */
    failures: Object.entries(
      Object.groupBy(
        whys.filter((why) => !why.includes(NO_NODE)),
        (why) => why,
      ),
    ).map(([why, all]) => ({ why, count: all?.length })),
    ms: round(offered.ms),
    before: pick(before),
    during: {
      lossPercent: round(Math.max(0, (1 - received / sent) * 100)),
      delayP99Ms: Math.max(...during.map(({ delayP99Ms }) => delayP99Ms)),
    },
    after: pick(after),
  };
}
