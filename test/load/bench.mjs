// `npm run bench`: measures the built product against what the machine itself can do, in one run and in turns, so that
// the ratios hold on a noisy machine too. README.md tells what each figure means.
//
//   npm run bench                 all of it, in less than eleven minutes
//   npm run bench -- join page    only these
//   npm run bench -- forgetting=1000000
//                                 too long for all of it: with so many visits, 100,000 when it is not said
import { mkdirSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join, resolve } from 'node:path';
import { startAll, timer } from './bench-context.mjs';
import { describeMachine } from './machine.mjs';
import { measureAccess } from './measures/access.mjs';
import { measureAudit } from './measures/audit.mjs';
import { measureForgetting } from './measures/forgetting.mjs';
import { measureIdentification } from './measures/identification.mjs';
import { measureJoinAndAdmit } from './measures/join-and-admit.mjs';
import { measureKeys } from './measures/keys.mjs';
import { measureMediaCpu } from './measures/media-cpu.mjs';
import { measureOutbox } from './measures/outbox.mjs';
import { measurePageSize } from './measures/page-size.mjs';
import { measureRequests } from './measures/requests.mjs';
import { measureSearch } from './measures/search.mjs';
import { measureStartAndStop } from './measures/start-stop.mjs';
import { measureCapacity } from './measures/rig/capacity.mjs';
import { measureForwarding } from './measures/rig/forwarding.mjs';
import { measureJoins } from './measures/rig/joins.mjs';
import { measureOverload } from './measures/rig/overload.mjs';
import { measureVault } from './measures/vault.mjs';
import { describeResults } from './report/report.mjs';

const RESULTS = resolve(import.meta.dirname, '..', '..', 'dist', 'bench');

/** What has not begun by then is left out, so that the whole ends within eleven minutes on a busy machine too. */
const LAST_BEGIN_S = 600;

/** Of all processes that are started, by the system's measure: -20 is the first, 0 usual. */
const PRIORITY = -15;

/**
 * Those that need neither the running product nor a browser come first: nothing else of ours runs beside them.
 * One that is `apart` is measured only when it is asked for.
 * @type {{ name: string, title: string, usually: string, alone?: boolean, apart?: boolean,
 *   measure: (context: any) => Promise<unknown> }[]}
 */
const MEASURES = [
  { name: 'vault', title: 'Vault', usually: '4 s', measure: measureVault, alone: true },
  { name: 'keys', title: 'Keys', usually: '20 s', measure: measureKeys, alone: true },
  {
    name: 'start',
    title: 'Start and stop',
    usually: '40 s',
    measure: measureStartAndStop,
    alone: true,
  },
  {
    name: 'identification',
    title: 'Identifying',
    usually: '20 s',
    measure: measureIdentification,
    alone: true,
  },
  { name: 'page', title: 'Size of the first page', usually: '10 s', measure: measurePageSize },
  { name: 'join', title: 'Joining and admitting', usually: '2 min', measure: measureJoinAndAdmit },
  { name: 'media', title: 'CPU of media', usually: '80 s', measure: measureMediaCpu },
  { name: 'forwarding', title: 'Forwarding', usually: '90 s', measure: measureForwarding },
  { name: 'capacity', title: 'Visits a core carries', usually: '90 s', measure: measureCapacity },
  { name: 'joins', title: 'Two hundred joins', usually: '40 s', measure: measureJoins },
  {
    name: 'overload',
    title: 'Three times the load',
    usually: '2 min',
    measure: measureOverload,
    alone: true,
  },
  { name: 'access', title: 'Access', usually: '15 s', measure: measureAccess },
  { name: 'audit', title: 'Audit log', usually: '20 s', measure: measureAudit },
  { name: 'requests', title: 'Requests', usually: '20 s', measure: measureRequests },
  { name: 'outbox', title: 'Draining the outbox', usually: '40 s', measure: measureOutbox },
  { name: 'search', title: 'Finding by name', usually: '30 s', measure: measureSearch },
  {
    name: 'forgetting',
    title: 'Forgetting',
    usually: '2 min',
    measure: measureForgetting,
    alone: true,
    apart: true,
  },
];

/** What ends everything that was started, last first. @type {(() => Promise<unknown>)[]} */
const undo = [];

async function endAll() {
  for (const end of undo.splice(0).reverse()) {
    // One that fails must not keep the others running.
    await end().catch((error) => console.error(String(error)));
  }
}

/** What we start comes before what else the machine does, where that is allowed: packets wait for no compiler. */
function comeFirst() {
  try {
    setPriority(PRIORITY);
  } catch {
    // Allowed to few; then the load tells how much the figures are worth.
  }
}

/** @param {string[]} asked Names, one with how many: `forgetting=1000000`. */
async function run(asked) {
  const numbers = new Map(asked.map((one) => /** @type {[string, string?]} */ (one.split('='))));
  const names = [...numbers.keys()];
  const unknown = names.filter((name) => !MEASURES.some((measure) => measure.name === name));
  if (unknown.length > 0) {
    const known = MEASURES.map(({ name }) => name).join(', ');
    throw new Error(`There is no ${unknown.join(', ')}. There are: ${known}.`);
  }
  const chosen = MEASURES.filter(({ name, apart }) =>
    names.length === 0 ? apart !== true : names.includes(name),
  );
  /** @type {Record<string, unknown>} */
  const results = { machine: describeMachine() };
  const isTooLate = timer(LAST_BEGIN_S);
  /** @type {Promise<unknown> | undefined} */
  let running;
  for (const { name, title, usually, alone, measure } of chosen) {
    if (isTooLate()) {
      console.log(`- ${title}: left out, the machine is busy. Alone: npm run bench -- ${name}`);
      continue;
    }
    console.log(`… ${title} (usually ${usually})`);
    const begun = performance.now();
    const count = numbers.get(name);
    const context = alone
      ? { timer, ...(count === undefined ? {} : { visits: Number(count) }) }
      : await (running ??= startAll(undo));
    results[name] = await measure(context);
    console.log(`✓ ${title} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
  }
  await endAll();
  return { ...results, loadAfter: describeMachine().loadAverage };
}

comeFirst();
const interrupted = Promise.withResolvers();
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect']) {
  process.once(signal, () => interrupted.reject('Interrupted.'));
}
try {
  const results = await Promise.race([run(process.argv.slice(2)), interrupted.promise]);
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
  console.log(describeResults(results));
  process.exit(0);
} catch (error) {
  console.error(error);
  await endAll();
  process.exit(1);
}
