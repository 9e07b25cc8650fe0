// Guards of the keys of visits, which are in a database of their own.

const KEYS = 'vault/key-database';
const VAULT = /^libs\/vault\/src\/vault\.service\.ts$/;

/** @type {import('./guards.mjs').Guard[]} */
export const GUARDS_OF_KEYS = [
  {
    name: 'that a visit is opened only for who sees it in the main database',
    files: VAULT,
    find: /dueAt !== undefined && dueAt > now/g,
    put: '(dueAt === undefined || dueAt > now)',
    tests: KEYS,
  },
  {
    name: 'that nothing opens when the visit is due, or its key',
    files: VAULT,
    find: /dueAt > now(?= && key\.)|key\.dueAt > now(?=;)/g,
    put: 'true',
    tests: `${KEYS}|vault/vault.int`,
  },
  {
    name: 'that a key is bound to its due instant',
    files: /^libs\/vault\/src\/keys\/wrapped-key\.ts$/,
    find: /\|\$\{String\(key\.dueAt\.getTime\(\)\)\}/g,
    put: '',
    tests: 'vault/vault.int',
  },
  {
    name: 'that a connection leads to the key database that is ours',
    files: /^libs\/vault\/src\/keys\/key-database\.ts$/,
    find: /rows\[0\]\?\.identity !== this\.#expected/g,
    put: 'false',
    tests: KEYS,
  },
  {
    name: 'that a day takes no key once it is closed',
    files: /^libs\/vault\/src\/keys\/postgres-visit-keys\.ts$/,
    find: / AND state = 'live' FOR KEY SHARE/g,
    put: ' FOR KEY SHARE',
    tests: KEYS,
  },
  {
    name: 'that the keys of an older main database’s visits stay',
    files: /^libs\/vault\/src\/keys\/key-walk\.ts$/,
    find: /count > Math\.max\([^)]*\)/g,
    put: 'false',
    tests: KEYS,
  },
];
