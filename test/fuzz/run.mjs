// `npm run test:fuzz`: sends a meeting node a million changed messages while two people are in a call there.
//
//   npm run test:fuzz                                  a million, by a new seed
//   npm run test:fuzz -- --count 20000 --seed 7        so many, the same as at the other time
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

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
const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
const config = ['--config', 'infra/quality/jest.config.mjs', '--selectProjects', 'fuzz'];
const { status } = spawnSync(
  process.execPath,
  ['--expose-gc', '--experimental-vm-modules', jest, '--runInBand', ...config],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_ENV: 'test',
      NODE_NO_WARNINGS: '1',
      FUZZ_COUNT: values.count,
      FUZZ_SEED: values.seed,
    },
  },
);
if (existsSync(RESULT)) {
  const { outcomes, ...figures } = JSON.parse(readFileSync(RESULT, 'utf8'));
  console.log('\ndist/fuzz/signalling.json');
  console.table(outcomes);
  console.log(figures);
}
process.exit(status ?? 1);
