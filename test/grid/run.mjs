// `npm run test:grid`: a call of two browsers on one bad line after the other, and what is left of it.
//
//   npm run test:grid                                   all lines, twenty seconds each
//   npm run test:grid -- loss rate-100 --seconds 30     lines with one of these in their name
//   npm run test:grid -- --seed 7                       other packets are lost
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runProject } from '../support/run-project.mjs';

const ROOT = resolve(import.meta.dirname, '..', '..');
const RESULTS = join(ROOT, 'dist', 'grid');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
  },
});
for (const [name, value] of Object.entries(values)) {
  if (!/^[1-9]\d{0,8}$/.test(value)) {
    console.error(`✗ "${value}" is no number for --${name}.`);
    process.exit(1);
  }
}

rmSync(RESULTS, { recursive: true, force: true });
const status = runProject('grid', {
  GRID_CELLS: positionals.join(' ') || (process.env.GRID_CELLS ?? ''),
  GRID_SECONDS: values.seconds,
  GRID_SEED: values.seed,
});
const table = join(RESULTS, 'results.md');
if (existsSync(table)) {
  console.log(`\ndist/grid/results.md, client / professional\n\n${readFileSync(table, 'utf8')}`);
}
process.exit(status);
