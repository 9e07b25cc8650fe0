// `npm run bench`: measures the built product against what the machine itself can do, in one run and in turns, so that
// the ratios hold on a noisy machine too. README.md tells what each figure means.
//
//   npm run bench                 all of it, in less than six minutes
//   npm run bench -- join page    only these
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startAll, timer } from './bench-context.mjs';
import { describeMachine } from './machine.mjs';
import { measureJoinAndAdmit } from './measures/join-and-admit.mjs';
import { measureMediaCpu } from './measures/media-cpu.mjs';
import { measurePageSize } from './measures/page-size.mjs';
import { measureRequests } from './measures/requests.mjs';
import { measureStartAndStop } from './measures/start-stop.mjs';
import { measureVault } from './measures/vault.mjs';
import { describeResults } from './report/report.mjs';

const RESULTS = resolve(import.meta.dirname, '..', '..', 'dist', 'bench');

/**
 * In the order in which they run; the one that ends the product's start is alone on the machine, so it comes last.
 * @type {{ name: string, title: string, usually: string, alone?: boolean,
 *   measure: (context: any) => Promise<unknown> }[]}
 */
const MEASURES = [
  { name: 'page', title: 'Size of the first page', usually: '10 s', measure: measurePageSize },
  { name: 'join', title: 'Joining and admitting', usually: '3 min', measure: measureJoinAndAdmit },
  { name: 'media', title: 'CPU of media', usually: '90 s', measure: measureMediaCpu },
  { name: 'requests', title: 'Requests', usually: '20 s', measure: measureRequests },
  { name: 'vault', title: 'Vault', usually: '4 s', measure: measureVault, alone: true },
  {
    name: 'start',
    title: 'Start and stop',
    usually: '40 s',
    measure: measureStartAndStop,
    alone: true,
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

/** @param {string[]} names */
async function run(names) {
  const unknown = names.filter((name) => !MEASURES.some((measure) => measure.name === name));
  if (unknown.length > 0) {
    const known = MEASURES.map(({ name }) => name).join(', ');
    throw new Error(`There is no ${unknown.join(', ')}. There are: ${known}.`);
  }
  const chosen = MEASURES.filter(({ name }) => names.length === 0 || names.includes(name));
  /** @type {Record<string, unknown>} */
  const results = { machine: describeMachine() };
  const context = chosen.some(({ alone }) => !alone) ? await startAll(undo) : { timer };
  for (const { name, title, usually, alone, measure } of chosen) {
    if (alone) {
      await endAll();
    }
    console.log(`… ${title} (usually ${usually})`);
    const begun = performance.now();
    results[name] = await measure(context);
    console.log(`✓ ${title} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
  }
  await endAll();
  return { ...results, loadAfter: describeMachine().loadAverage };
}

for (const signal of ['SIGINT', 'SIGTERM', 'disconnect']) {
  process.once(signal, () => void endAll().finally(() => process.exit(130)));
}
try {
  const results = await run(process.argv.slice(2));
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
  console.log(describeResults(results));
  process.exit(0);
} catch (error) {
  console.error(error);
  await endAll();
  process.exit(1);
}
