import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['test/integration', 'test/e2e', 'libs/identification/src', 'libs/config/src'];
const GUIDE = 'test/integration/identification/README.md';

/** Rows of the test matrix of identification: how many each kind has. */
const ROWS = { H: 10, R: 7, C: 13, T: 32, K: 6, S: 11, M: 6 } as const;

/** Rows that say of something which there is not, with the reason. */
const NOT_THERE: Record<string, string> = {
  M6: 'time is not asserted: that the comparison is in constant time is a guard of its own',
  C13: 'the answer never comes as a form: only the query is read, and a POST is refused',
};

const tests = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ file: name, text: readFileSync(join(folder, name), 'utf8') })),
);

it('has a test for every row of the matrix', () => {
  const rows = Object.entries(ROWS).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, index) => `${kind}${String(index + 1)}`),
  );
  const missing = rows.filter(
    (row) =>
      NOT_THERE[row] === undefined &&
      !tests.some(({ text }) => new RegExp(`['"\`(, ]${row}(?::|, )`).test(text)),
  );
  expect(missing).toEqual([]);
});

it('names a test that exists for every module of the conformance suite', () => {
  const cells = [...readFileSync(GUIDE, 'utf8').matchAll(/\| ([\w-]+): ([^|]+?) +\|$/gm)];
  expect(cells.length).toBeGreaterThan(30);
  const missing = cells.filter(
    ([, file = '', title = '']) =>
      file !== 'none' &&
      !tests.some((test) => test.file.includes(file) && test.text.includes(title.trim())),
  );
  expect(missing.map(([, file, title]) => `${String(file)}: ${String(title)}`)).toEqual([]);
});
