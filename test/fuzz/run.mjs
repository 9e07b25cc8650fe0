// `npm run test:fuzz`: sends a meeting node a million changed messages while two people are in a call there.
//
//   npm run test:fuzz                                  a million, by a new seed
//   npm run test:fuzz -- --count 20000 --seed 7        so many, the same as at the other time
import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runProject } from '../support/run-project.mjs';

const ROOT = resolve(import.meta.dirname, '..', '..');
const RESULT = join(ROOT, 'dist', 'fuzz', 'signalling.json');

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(randomInt(1, 2 ** 31)) },
  },
});
for (const [name, value] of Object.entries(values)) {
  if (!/^[1-9]\d{0,9}$/.test(value)) {
    console.error(`✗ "${value}" is no ${name}.`);
    process.exit(1);
  }
}

rmSync(RESULT, { force: true });
console.log(`${values.count} messages by the seed ${values.seed}`);
const status = runProject(
  'fuzz',
  { FUZZ_COUNT: values.count, FUZZ_SEED: values.seed },
  { nodeOptions: ['--expose-gc'], options: ['--runInBand'] },
);
if (existsSync(RESULT)) {
  const { outcomes, ...figures } = JSON.parse(readFileSync(RESULT, 'utf8'));
  console.log('\ndist/fuzz/signalling.json');
  console.table(outcomes);
  console.log(figures);
}
process.exit(status);
