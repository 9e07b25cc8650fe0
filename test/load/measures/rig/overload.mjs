import { Rig } from '../../rig/rig.mjs';
import { ApiClient } from '../../support/api-client.mjs';
import { Crowd } from '../../support/crowd.mjs';
import { round } from '../../support/figures.mjs';
import { PROFESSIONAL } from '../../support/meeting-of-product.mjs';
import { Product, newDataFolder, removeDataFolder } from '../../support/product.mjs';
import { aloneSide, productSide, requireAll, sum } from './sides.mjs';

/** The rig cannot load a worker to 80 % on two cores; at this bound the calls in progress nearly fill it. */
const FULL_LOAD = 0.25;
const IN_PROGRESS = 20;
/** Three times the load: as many more as make it. */
const OFFERED = 2 * IN_PROGRESS;
/** And as many again who only come and send nothing: what a rush of joins does by itself. */
const RUSH = 2 * IN_PROGRESS;
const AT_ONCE = 8;
/** Calls of the rig with nobody between them, at the same time: what they lose the machine has lost. */
const CONTROL = 4;
/** On a busy machine who has not come by then does not come. */
const OFFERED_MS = 30_000;
const BEFORE_MS = 4_000;
const WINDOW_MS = 2_000;
const NO_NODE = 'meeting.no-node';
const PEOPLE = 2;

/**
 * What becomes of calls in progress when three times the load comes to a node that is then full, and what becomes of those
 * who come: let in, refused with a named cause, or failed in any other way.
 *
 * @param {import('../../bench-context.mjs').BenchContext} context
 */
export async function measureOverload({ timer }) {
  const folder = newDataFolder();
  const product = await Product.start(folder, { MEDIA_FULL_LOAD: String(FULL_LOAD) });
  const rigs = [];
  const startRig = async () => rigs[rigs.push(await Rig.start()) - 1];
  try {
    const api = new ApiClient(product.url);
    await api.signIn(PROFESSIONAL, product.passwordOf(PROFESSIONAL));
    const crowd = await Crowd.gather(product, api, IN_PROGRESS + OFFERED + RUSH, timer(40));
    await crowd.admit();
    const [rig, control, crowded] = [await startRig(), await startRig(), await startRig()];
    const [side, alone] = [productSide(product, crowd), aloneSide()];
    requireAll(side, await rig.join(side.name, side.places(0, IN_PROGRESS)));
    requireAll(alone, await control.join(alone.name, alone.places(0, CONTROL)));
    await Promise.all([rig.flow([side.name]), control.flow([alone.name])]);
    const both = async (ms) => {
      const [calls, machine] = await Promise.all([rig.window(ms), control.window(ms)]);
      return { calls, machine };
    };
    await both(1_000);
    const before = await both(BEFORE_MS);
    const come = async (from, to, name) => {
      const during = [];
      let coming = true;
      const offered = crowded
        .join(name, side.places(from, Math.min(to, crowd.size)), AT_ONCE, OFFERED_MS)
        .then(async (all) => {
          await crowded.flow(['offered', 'again']);
          return all;
        })
        .finally(() => (coming = false));
      while (coming) {
        during.push(await both(WINDOW_MS));
      }
      // Those who were let in send by now.
      during.push(await both(WINDOW_MS));
      return { during, ...fates((await offered).joins) };
    };
    const offered = await come(IN_PROGRESS, IN_PROGRESS + OFFERED, 'offered');
    const again = await come(IN_PROGRESS + OFFERED, IN_PROGRESS + OFFERED + RUSH, 'again');
    const after = await both(BEFORE_MS);
    return {
      inProgress: IN_PROGRESS,
      fullLoad: FULL_LOAD,
      before: lossOf([before]),
      offered: { ...offered, during: lossOf(offered.during) },
      again: { ...again, during: lossOf(again.during) },
      after: lossOf([after]),
    };
  } finally {
    await Promise.all(rigs.map((rig) => rig.stop()));
    await product.stop();
    removeDataFolder(folder);
  }
}

/** What became of visits: one of whose people was refused is refused, and the other waits for them in vain. */
function fates(joins) {
  const visits = [];
  for (let index = 0; index < joins.length; index += PEOPLE) {
    visits.push(joins.slice(index, index + PEOPLE).flatMap(({ why }) => why ?? []));
  }
  const refused = visits.filter((whys) => whys.some((why) => why.includes(NO_NODE)));
  const failed = visits.filter((whys) => whys.length > 0 && !refused.includes(whys));
  return {
    visits: visits.length,
    letIn: visits.length - refused.length - failed.length,
    refused: refused.length,
    failures: Object.entries(Object.groupBy(failed.flat(), (why) => why)).map(([why, all]) => ({
      why,
      count: all?.length,
    })),
  };
}

/** @param {{ calls: import('../../rig/rig.mjs').Flow, machine: import('../../rig/rig.mjs').Flow }[]} windows */
function lossOf(windows) {
  const of = (name) => {
    const flows = windows.map((window) => window[name]);
    const [sent, received] = ['sent', 'received'].map((key) => sum(flows.map((flow) => flow[key])));
    return {
      lossPercent: round(Math.max(0, (1 - received / sent) * 100)),
      delayP99Ms: Math.max(...flows.map(({ delayP99Ms }) => delayP99Ms)),
    };
  };
  return { calls: of('calls'), machine: of('machine') };
}
