// `npm run test:faults`: breaks what a call goes through, again and again, and measures how long nothing new was seen.
//
//   npm run test:faults                               each fault ten times
//   npm run test:faults -- closed-network --rounds 30   files with this in their name, thirty times
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runProject } from '../support/run-project.mjs';

const ROOT = resolve(import.meta.dirname, '..', '..');
const RESULTS = join(ROOT, 'dist', 'faults');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '10' } },
});
if (!/^[1-9]\d{0,3}$/.test(values.rounds)) {
  console.error(`✗ "${values.rounds}" is no number of rounds.`);
  process.exit(1);
}

rmSync(RESULTS, { recursive: true, force: true });
const status = runProject(
  'faults',
  { FAULT_ROUNDS: values.rounds },
  { options: ['--testPathPatterns', positionals.join('|') || '.'] },
);
tell();
process.exit(status);

/** Shows what was measured; all of it stays in dist/faults. */
function tell() {
  const files = existsSync(RESULTS) ? readdirSync(RESULTS) : [];
  for (const file of files) {
    console.log(`\ndist/faults/${file}, in milliseconds`);
    const measured = JSON.parse(readFileSync(join(RESULTS, file), 'utf8'));
    console.table(
      Object.fromEntries(
        Object.entries(measured).map(([name, { ms, ...figures }]) => [
          name,
          { rounds: ms.length, ...figures },
        ]),
      ),
    );
  }
}
