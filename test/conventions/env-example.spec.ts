import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { envExample } from '@tapaamo/config';
import { filesBelow, ROOT } from './support/sources.js';

/** What the machine and npm say of themselves: nobody sets it for us. */
const OF_THE_MACHINE = ['PATH', 'XDG_CACHE_HOME', 'npm_execpath', 'npm_lifecycle_event'];

const read = (path: string): string => readFileSync(resolve(ROOT, path), 'utf8');
const namesIn = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, name = '']) => name);
const listed = namesIn(envExample(), /^(\w+)=/gm);

describe('infra/.env.example', () => {
  it('is as the schema of the settings has it (infra/quality/write-env-example.mjs)', () => {
    expect(read('infra/.env.example')).toBe(envExample());
  });

  it('lists every setting that set-up reads', () => {
    const programs = filesBelow('infra', /^infra\/(?!quality\/).*\.mjs$/).map(read);
    const asked = programs.flatMap((text) => namesIn(text, /process\.env\.(\w+)/g));
    const ports = namesIn(read('infra/setup/supervisor/settings.mjs'), /^ {2}(\w+): [\d_]+,$/gm);
    const settings = new Set([...asked, ...ports].filter((name) => !OF_THE_MACHINE.includes(name)));
    expect([...settings].filter((name) => !listed.includes(name))).toEqual([]);
    expect(ports).toContain('POSTGRES_PORT');
    expect(asked).toContain('CHROMIUM_BIN');
  });

  it('lists every setting that the README of set-up names', () => {
    const [, paragraph = ''] =
      /Settings of its own([^]*?)\n\n/.exec(read('infra/setup/README.md')) ?? [];
    const named = namesIn(paragraph, /`([A-Z][A-Z_]+)`/g);
    expect(named.filter((name) => !listed.includes(name))).toEqual([]);
    expect(named.length).toBeGreaterThan(10);
  });
});
