// `npm run test:guards`: takes each guard away in a copy of the sources and runs the tests that must notice. A guard that
// nobody misses is printed, and the exit code is 1. `npm run test:guards -- <words>` takes those whose name has the words.
import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startEmbeddedPostgres } from '../../infra/embedded-postgres/embedded-postgres.mjs';
import { GUARDS } from './guards.mjs';

const ROOT = resolve(import.meta.dirname, '..', '..');
const COPIED = ['apps', 'infra', 'libs', 'test', 'package.json', 'tsconfig.json', 'nest-cli.json'];
const LONGEST_MS = 5 * 60_000;

/** @param {string} folder */
function copySources(folder) {
  for (const name of COPIED) {
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
}

/** Every guard there is: each match of each rule, with the file as it is without it. */
function* guards() {
  const files = ['apps', 'libs'].flatMap((top) =>
    readdirSync(join(ROOT, top), { recursive: true, encoding: 'utf8' })
      .map((path) => `${top}/${path}`)
      .filter((path) => path.endsWith('.ts') && !path.includes('spec.ts')),
  );
  for (const guard of GUARDS) {
    let found = 0;
    for (const file of files.filter((path) => guard.files.test(path))) {
      const text = readFileSync(join(ROOT, file), 'utf8');
      for (const match of text.matchAll(guard.find)) {
        found += 1;
        const line = text.slice(0, match.index).split('\n').length;
        const end = match.index + match[0].length;
        const without = text.slice(0, match.index) + guard.put + text.slice(end);
        yield { ...guard, file, line, text, without };
      }
    }
    if (found === 0) {
      throw new Error(
        `No file has the guard "${guard.name}" any more: mend test/security/guards.mjs.`,
      );
    }
  }
}

/**
 * @param {string} folder
 * @param {string} tests
 * @param {string} database Address of a server for tests, as its superuser.
 * @returns {Promise<boolean>} Whether every test passed, that is: whether nobody noticed.
 */
function everythingPasses(folder, tests, database) {
  return new Promise((done, fail) => {
    const child = spawn(
      process.execPath,
      [
        '--experimental-vm-modules',
        'node_modules/jest/bin/jest.js',
        ...['-c', 'infra/quality/jest.config.mjs', '--bail', '--silent', '--forceExit'],
        ...['--selectProjects', 'unit', 'integration', 'conventions'],
        ...['--testPathPatterns', tests],
      ],
      {
        cwd: folder,
        stdio: 'ignore',
        timeout: LONGEST_MS,
        env: { ...process.env, NODE_OPTIONS: '', TEST_DATABASE_ADMIN_URL: database },
      },
    );
    child.on('error', fail);
    child.on('exit', (code) => done(code === 0));
  });
}

const wanted = process.argv.slice(2).join(' ');
const isWanted = ({ name }) => name.includes(wanted);
const folder = mkdtempSync(join(tmpdir(), 'tapaamo-guards-'));
const server = await startEmbeddedPostgres({ directory: join(folder, 'postgres'), durable: false });
const missed = [];
let count = 0;
try {
  const sources = join(folder, 'sources');
  copySources(sources);
  // With every guard in its place the tests pass; else what follows would say nothing.
  const patterns = new Set([...guards()].filter(isWanted).map(({ tests }) => tests));
  for (const tests of patterns) {
    console.log(`… with every guard: ${tests}`);
    if (!(await everythingPasses(sources, tests, server.adminUrlFor('postgres')))) {
      throw new Error(`The tests "${tests}" do not pass with every guard in its place.`);
    }
  }
  for (const guard of [...guards()].filter(isWanted)) {
    count += 1;
    const place = `${guard.name} (${guard.file}:${guard.line})`;
    writeFileSync(join(sources, guard.file), guard.without);
    const unnoticed = await everythingPasses(sources, guard.tests, server.adminUrlFor('postgres'));
    writeFileSync(join(sources, guard.file), guard.text);
    console.log(`${unnoticed ? '✗ nobody misses' : '✓ missed:'} ${place}`);
    if (unnoticed) {
      missed.push(place);
    }
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`\n${count - missed.length} of ${count} guards are missed when they are gone.`);
process.exit(missed.length === 0 && count > 0 ? 0 : 1);
