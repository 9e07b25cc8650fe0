import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { exportedBy, isDocumented } from './support/declarations.js';
import { foldersIn, placeOf, ROOT } from './support/sources.js';

const LONGEST_README = 80;

/** What the servers are built from: a lib that is left out is missing from them, and from nothing else. */
const built = JSON.parse(readFileSync(resolve(ROOT, 'nest-cli.json'), 'utf8')) as {
  projects: Record<string, { root: string }>;
};

describe.each(foldersIn('libs'))('the lib %s', (lib) => {
  it('has a README that is read in a minute', () => {
    const readme = resolve(ROOT, 'libs', lib, 'README.md');
    const lines = existsSync(readme)
      ? readFileSync(readme, 'utf8').trimEnd().split('\n').length
      : 0;
    expect(lines).toBeGreaterThan(0);
    expect(lines).toBeLessThanOrEqual(LONGEST_README);
  });

  it('is built', () => {
    const roots = Object.values(built.projects).map(({ root }) => root);
    expect(roots).toContain(`libs/${lib}`);
  });

  it('says of everything it exports what it is', () => {
    const exported = exportedBy(`libs/${lib}/src/index.ts`);
    expect(exported.length).toBeGreaterThan(0);
    const silent = exported.filter(({ node }) => !isDocumented(node));
    expect(silent.map(({ name, node }) => `${placeOf(node)} ${name}`)).toEqual([]);
  });
});
