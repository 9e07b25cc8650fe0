import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { envExample } from '@tapaamo/config';
import { ROOT } from './support/sources.js';

it('keeps infra/.env.example as the schema of the settings has it (infra/quality/write-env-example.mjs)', () => {
  expect(readFileSync(resolve(ROOT, 'infra/.env.example'), 'utf8')).toBe(envExample());
});
