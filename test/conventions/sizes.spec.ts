import {
  BUSY_CONSTRUCTORS,
  LONG_COMPONENTS,
  LONG_FILES,
  LONG_FUNCTIONS,
} from './size-exceptions.js';
import { constructorsOf, functionsOf, lengthOf, type Measure } from './support/measures.js';
import { productSources, sourcesBelow } from './support/sources.js';

/** Where length is only the number of things in a list. */
const LISTS = /\/migrations\/|error-(codes|texts)\.ts$|apps\/web\/src\/i18n\/(fi|sv|en)\//;

const files = [...productSources(), ...sourcesBelow('test', { withTests: true })].filter(
  (path) => !LISTS.test(path),
);
const product = files.filter((path) => !path.startsWith('test/'));

const measured = product.flatMap(functionsOf);
const isComponent = ({ what }: Measure): boolean => /\.tsx [A-Z]/.test(what);

/** The largest size that needs no reason, and the one that needs an exception. */
interface Limits {
  ask: number;
  most: number;
}

// Printed at the end, once, and past Jest's own ornaments.
const questions: string[] = [];
afterAll(() => {
  process.stdout.write(`${questions.join('\n')}\n`);
});

describe('a size that is on no list of exceptions', () => {
  it('is at most 350 lines for a file', () => {
    const limits = { ask: 200, most: 350 };
    expect(tooLarge('lines in a file', product.map(lengthOf), limits)).toEqual(LONG_FILES);
  });

  it('is at most 60 lines for a function', () => {
    const limits = { ask: 30, most: 60 };
    const functions = measured.filter((it) => !isComponent(it));
    expect(tooLarge('lines in a function', functions, limits)).toEqual(LONG_FUNCTIONS);
  });

  it('is at most 180 lines for a component, which is mostly its elements', () => {
    const limits = { ask: 80, most: 180 };
    const components = measured.filter(isComponent);
    expect(tooLarge('lines in a component', components, limits)).toEqual(LONG_COMPONENTS);
  });

  it('is at most seven dependencies for a constructor', () => {
    const limits = { ask: 5, most: 7 };
    const measures = product.flatMap(constructorsOf);
    expect(tooLarge('dependencies of a constructor', measures, limits)).toEqual(BUSY_CONSTRUCTORS);
  });

  it('is at most 900 lines for a file of tests', () => {
    const tests = files.filter((path) => !product.includes(path)).map(lengthOf);
    expect(tooLarge('lines in a file of tests', tests, { ask: 500, most: 900 })).toEqual([]);
  });
});

/** Notes what is worth a question. @returns What is over the limit, by name. */
function tooLarge(unit: string, measures: Measure[], { ask, most }: Limits): string[] {
  const worth = measures.filter(({ size }) => size > ask).sort((a, b) => b.size - a.size);
  questions.push(...worth.map(({ what, size }) => `  ${size} ${unit} (ask over ${ask}): ${what}`));
  return worth
    .filter(({ size }) => size > most)
    .map(({ what }) => what)
    .sort();
}
