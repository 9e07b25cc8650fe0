import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { filesBelow, ROOT } from './support/sources.js';

const read = (path: string): string => readFileSync(resolve(ROOT, path), 'utf8');

/** How a message sends its reader to a section: `infra/README.md, "Database"`. */
const REFERENCE = /([\w/]*README\.md), "([^"]+)"/g;

it('sends readers only to sections that are there', () => {
  const files = ['apps', 'libs', 'infra'].flatMap((folder) =>
    filesBelow(folder, /\.(ts|tsx|mjs)$/),
  );
  const references = files.flatMap((file) =>
    [...read(file).matchAll(REFERENCE)].map(([, page = '', section = '']) => ({
      file,
      page,
      section,
    })),
  );
  const lost = references.filter(
    ({ page, section }) => !new RegExp(`^#+ ${section}$`, 'm').test(read(page)),
  );
  expect(lost).toEqual([]);
  expect(references.length).toBeGreaterThan(0);
});
