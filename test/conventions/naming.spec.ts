import { posix } from 'node:path';
import { EMPTY_FILE_NAMES, FOREIGN_WORDS, NAMES_OF_OTHERS } from './forbidden-words.js';
import { namesGivenIn } from './support/declarations.js';
import { filesBelow, placeOf, productSources } from './support/sources.js';

const everyFile = ['apps', 'libs', 'test', 'infra'].flatMap((folder) =>
  filesBelow(folder, /\.(ts|tsx|mjs)$/),
);
const stemOf = (path: string): string => posix.basename(path).split('.')[0] ?? '';

/** It plays somebody else, and speaks as they do. */
const IDENTITY_PROVIDER = 'apps/dev-identity-provider/';

describe('the name of a file', () => {
  it('is written in kebab-case', () => {
    // A migration begins with the instant that puts it in order.
    expect(
      everyFile.filter((path) => !/^(\d+-)?[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(stemOf(path))),
    ).toEqual([]);
  });

  it('says what is inside', () => {
    expect(everyFile.filter((path) => EMPTY_FILE_NAMES.includes(stemOf(path)))).toEqual([]);
  });

  it('is "index" only where a lib or a part of the web app begins', () => {
    const allowed =
      /^(libs\/[\w-]+\/src|libs\/database\/src\/migrations|apps\/web\/src\/(features\/)?[\w-]+)\/index\.ts$/;
    expect(everyFile.filter((path) => stemOf(path) === 'index' && !allowed.test(path))).toEqual([]);
  });
});

it('calls every thing by its one word', () => {
  const files = productSources().filter((path) => !path.startsWith(IDENTITY_PROVIDER));
  const foreign = files.flatMap((path) =>
    namesGivenIn(path).filter(({ name }) =>
      wordsOf(name).some((word) => Object.hasOwn(FOREIGN_WORDS, word)),
    ),
  );
  const names = foreign.map(({ name, node }) => `${node.getSourceFile().fileName} ${name}`);
  const found = [...new Set(names)].sort();
  if (JSON.stringify(found) !== JSON.stringify(NAMES_OF_OTHERS)) {
    process.stdout.write(`${foreign.map(({ node }) => `  ${placeOf(node)}`).join('\n')}\n`);
  }
  expect(found).toEqual(NAMES_OF_OTHERS);
});

/** `sign`, `in`, `token` of `signInToken`. */
function wordsOf(name: string): string[] {
  return name.split(/(?<=[a-z\d])(?=[A-Z])|[_\W]+/).map((word) => word.toLowerCase());
}
