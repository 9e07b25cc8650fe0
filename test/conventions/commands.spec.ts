import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROOT } from './support/sources.js';

const read = (path: string): string => readFileSync(resolve(ROOT, path), 'utf8');

/** The words that `pattern`, with one group, finds in a file. */
const found = (path: string, pattern: RegExp): string[] =>
  [...read(path).matchAll(pattern)].map(([, name = '']) => name);

it('lets set-up run every command that package.json has', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const called = Object.values(scripts)
    .map((script) => /^node infra\/setup\/main\.mjs (\w+)$/.exec(script)?.[1] ?? '')
    .filter((name) => name !== '')
    .sort();
  const [list = ''] = found('infra/setup/bootstrap.mjs', /^const COMMANDS = \[(.*)\];$/gm);
  const known = [...list.matchAll(/'(\w+)'/g)].map(([, name = '']) => name).sort();
  const prepared = found('infra/setup/prepare.mjs', /^ {2}async (\w+)\((?:args)?\) \{$/gm).sort();
  expect(called).toContain('faults');
  expect(known).toEqual(called);
  expect(prepared).toEqual(called);
});
