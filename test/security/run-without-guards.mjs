// `npm run test:guards`: takes each guard away in a copy of the sources and runs the tests that must notice; see README.md.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { startEmbeddedPostgres } from '../../infra/embedded-postgres/embedded-postgres.mjs';
import { lockOwner, takeFileLock } from '../../infra/setup/file-lock.mjs';
import { whatDoesNotCompile } from './compiles.mjs';
import { GUARDS } from './guards.mjs';
import { placesOf, titleOf, withoutAll } from './places.mjs';
import { alternativesOf, runTests } from './test-run.mjs';

const ROOT = resolve(import.meta.dirname, '..', '..');
const COPIED = ['apps', 'infra', 'libs', 'test', 'package.json', 'tsconfig.json', 'nest-cli.json'];
/** Always the same, so that Jest finds again what it compiled; for one run at a time. */
const FOLDER = join(ROOT, '.tapaamo', 'guards');
const LONGEST_MS = 10 * 60_000;
const LONGEST_WITH_EVERY_GUARD_MS = 60 * 60_000;
/** What makes the database is made anew from each; everything else runs on one template. */
const MAKES_DATABASES = /^libs\/(database|jobs)\//;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string', default: '1' },
    to: { type: 'string', default: 'Infinity' },
    lanes: { type: 'string', default: String(availableParallelism()) },
    list: { type: 'boolean', default: false },
  },
});
const words = positionals.join(' ');
const all = placesOf(ROOT, GUARDS).filter(({ name }) => name.includes(words));
const wanted = all
  .map((place, index) => ({ ...place, number: index + 1 }))
  .slice(Number(values.from) - 1, Number(values.to));
const labelOf = (place) => `[${place.number}/${all.length}] ${titleOf(place)}`;

if (values.list) {
  // At once: what is still on its way to a pipe would be cut off.
  writeSync(1, wanted.map((place) => `${labelOf(place)}\n`).join(''));
  process.exit(0);
}
if (wanted.length === 0) {
  console.error(`✗ No guard has "${words}" in its name.`);
  process.exit(1);
}
const problems = whatDoesNotCompile(ROOT, wanted);
if (problems.length > 0) {
  console.error(`✗ Without some guards the sources do not compile:\n  ${problems.join('\n  ')}`);
  console.error('  How to fix it: let their rules in test/security put something there that does.');
  process.exit(1);
}

mkdirSync(FOLDER, { recursive: true });
const lock = await takeFileLock(join(FOLDER, 'lock'));
if (!lock) {
  console.error(`✗ Process ${lockOwner(join(FOLDER, 'lock'))} takes guards away here already.`);
  process.exit(1);
}
// A fresh one: databases of an earlier run would be of earlier sources, and fail every test.
const folders = ['main', 'keys'].map(() => mkdtempSync(join(tmpdir(), 'tapaamo-guards-')));
const [server, keyServer] = await Promise.all(
  folders.map((directory) => startEmbeddedPostgres({ directory, durable: false })),
);
const counts = { missed: 0, unnoticed: [], unclear: [] };
try {
  const lanes = Array.from({ length: Math.max(1, Number(values.lanes)) }, (_, index) =>
    laneOf(index + 1),
  );
  await requirePassing(lanes[0]);
  const waiting = batchesOf(wanted);
  /** By rule, the file that noticed last. */
  const firsts = new Map();
  await Promise.all(lanes.map((lane) => workOff(lane, waiting, firsts)));
} finally {
  await Promise.all([server.stop(), keyServer.stop()]);
  folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }));
  await lock.release();
}
conclude();

/** A copy of the sources of its own. */
function laneOf(number) {
  const sources = join(FOLDER, `sources-${number}`);
  rmSync(sources, { recursive: true, force: true });
  for (const name of COPIED) {
    cpSync(join(ROOT, name), join(sources, name), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(sources, 'node_modules'));
  return {
    folder: sources,
    database: server.adminUrlFor('postgres'),
    keyDatabase: keyServer.adminUrlFor('postgres'),
    run: `guards${number}`,
  };
}

/** With every guard in its place the tests pass; else what follows would say nothing. Each is run once. */
async function requirePassing(lane) {
  const named = wanted.filter(({ names }) => names !== undefined);
  const whole = wanted.filter(({ names }) => names === undefined);
  if (whole.length > 0) {
    await requirePassingOnes(lane, { tests: unionOf(whole) });
  }
  if (named.length > 0) {
    const names = [...new Set(named.map((place) => place.names))].join('|');
    await requirePassingOnes(lane, { tests: unionOf(named), names });
  }
}

/** One pattern of the test files of all. */
function unionOf(places) {
  return [...new Set(places.flatMap(({ tests }) => alternativesOf(tests)))].join('|');
}

async function requirePassingOnes(lane, wish) {
  console.log(`… with every guard in its place: ${wish.tests} ${wish.names ?? ''}`);
  const longestMs = LONGEST_WITH_EVERY_GUARD_MS;
  let verdict = await runTests(lane, { ...wish, whole: true, longestMs });
  // What only the load of the others failed passes alone.
  const again = new Set([...(verdict.failedFiles ?? []), ...(verdict.slow ?? [])]);
  if (again.size > 0) {
    const files = [...again].map((path) => path.slice(lane.folder.length + 1)).join('|');
    console.log(`… once more, alone: ${files}`);
    verdict = await runTests(lane, { ...wish, tests: files, longestMs });
  }
  if (kindOf(verdict) !== 'unnoticed') {
    throw new Error(
      `The tests do not pass with every guard in its place: ${JSON.stringify(verdict)}`,
    );
  }
}

/** What is taken away at once: one guard, or all of a rule whose tests name each. */
function batchesOf(places) {
  const batches = new Map();
  for (const place of places) {
    const key = place.known === null ? place.number : place.name;
    batches.set(key, [...(batches.get(key) ?? []), place]);
  }
  return [...batches.values()];
}

/** Takes guards away, one after the other, until there are no more. */
async function workOff(lane, waiting, firsts) {
  let last = null;
  for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
    const begun = performance.now();
    const [{ name, file, tests, names, number, known }] = batch;
    const run = MAKES_DATABASES.test(file) ? `${lane.run}x${number}` : lane.run;
    const first = firsts.get(name)?.replace(/^.*\/sources-\d+\//, `${lane.folder}/`) ?? null;
    const wish = { tests, names, first, whole: known !== null, longestMs: LONGEST_MS };
    withoutAll(batch).forEach((text, path) => writeFileSync(join(lane.folder, path), text));
    const verdict = await runTests({ ...lane, run }, wish);
    batch.forEach((place) => writeFileSync(join(lane.folder, place.file), place.present));
    if (verdict.failedFiles?.length > 0) {
      firsts.set(name, verdict.failedFiles[0]);
      last = { tests: verdict.failedFiles[0].slice(lane.folder.length + 1), names: verdict.failed };
    }
    const seconds = Math.round((performance.now() - begun) / 1000);
    batch.forEach((place) => tell(place, verdict, seconds));
  }
  await requireSound(lane, last);
}

/** What failed last passes now that every guard is back: it was the guard, and not the machine. */
async function requireSound(lane, last) {
  if (last !== null) {
    const names = last.names.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const verdict = await runTests(lane, { ...last, names, longestMs: LONGEST_MS });
    if (kindOf(verdict) !== 'unnoticed') {
      counts.unclear.push(
        `"${last.names}" fails with every guard back in its place, too: ${JSON.stringify(verdict)}`,
      );
    }
  }
}

/** @param {Awaited<ReturnType<typeof runTests>>} verdict */
function kindOf(verdict) {
  if ('killed' in verdict) {
    return `the tests took longer than ${LONGEST_MS / 60_000} minutes and were stopped, which says nothing`;
  }
  if ('crashed' in verdict) {
    return `Jest ended without a verdict: ${verdict.crashed}`;
  }
  if (verdict.failed !== null) {
    return 'missed';
  }
  if (verdict.broken.length > 0) {
    return `the tests could not be run (${verdict.broken.join(', ')}), so none has noticed`;
  }
  if (verdict.slow.length > 0) {
    return `tests took too long (${verdict.slow.join(', ')}), which says nothing`;
  }
  return verdict.tests === 0 ? 'no test has the names that the rule gives' : 'unnoticed';
}

function tell(place, verdict, seconds) {
  const isNamed = place.known === null || verdict.said?.includes(place.known) === true;
  const kind = kindOf(verdict) === 'missed' && !isNamed ? 'unnoticed' : kindOf(verdict);
  const label = labelOf(place);
  if (kind === 'missed') {
    counts.missed += 1;
    console.log(
      `✓ ${label}: missed by "${verdict.failed}", ${seconds} s\n    ${summaryOf(verdict.said)}`,
    );
  } else if (kind === 'unnoticed') {
    counts.unnoticed.push(label);
    console.log(`✗ ${label}: nobody misses it, ${seconds} s`);
  } else {
    counts.unclear.push(`${label}: ${kind}`);
    console.log(`? ${label}: ${kind}`);
  }
}

/** What was expected and came instead, on one line. */
function summaryOf(said) {
  const lines = stripVTControlCharacters(said).split('\n');
  const telling = lines.filter((line) => /\S/.test(line) && !/^\s+at /.test(line));
  return telling
    .slice(0, 4)
    .map((line) => line.trim())
    .join(' · ')
    .slice(0, 200);
}

function conclude() {
  const { missed, unnoticed, unclear } = counts;
  for (const [title, lines] of [
    ['Nobody misses', unnoticed],
    ['Not clear', unclear],
  ]) {
    if (lines.length > 0) {
      console.log(`\n${title}:\n  ${lines.join('\n  ')}`);
    }
  }
  console.log(`\n${missed} of ${wanted.length} guards are missed when they are gone.`);
  process.exit(missed === wanted.length && unclear.length === 0 ? 0 : 1);
}
