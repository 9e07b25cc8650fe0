// Guards of the keys of visits, which are in a database of their own.

const KEYS = 'vault/key-database';
const PUNCTURE = 'vault/puncture';
const HOLD = 'vault/hold';
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
  {
    name: 'that a day key goes before its day only when no visit is under it any more',
    files: /^libs\/vault\/src\/puncture\/puncturing\.ts$/,
    find: /while \(!\(await this\.#visitKeys\.close\(day\)\)\)/g,
    put: 'if (!(await this.#visitKeys.close(day)))',
    tests: PUNCTURE,
  },
  {
    name: 'that every day key goes that ever wrapped the key of a forgotten visit',
    files: /^libs\/vault\/src\/puncture\/postgres-punctures\.ts$/,
    find: /\n {4}UNION SELECT former_wrap[^\n]*(?=\))/g,
    put: '',
    tests: PUNCTURE,
  },
  {
    name: 'that the later day’s key goes when a visit is due earlier, and not before',
    files: /^libs\/vault\/src\/(keys\/postgres-visit-keys|puncture\/postgres-punctures)\.ts$/,
    find: /\$9::date > \$4(?=\n)|by_day <= \$1/g,
    put: (text) => (text.startsWith('by_day') ? '$1::date IS NOT NULL' : 'false'),
    tests: PUNCTURE,
  },
  {
    name: 'that a key which was wrapped anew is read again',
    files: /^libs\/vault\/src\/keys\/data-keys\.ts$/,
    find: /\[key\] = await this\.#wrappedAnew\(\[key\]\)|(?<=keys = )await this\.#wrappedAnew\(unopened\)/g,
    put: (text) => (text.startsWith('[key]') ? 'key = undefined' : '[]'),
    tests: PUNCTURE,
  },
  {
    name: 'that a key goes to its hold only out of its day, and back only out of its hold',
    files: /^libs\/vault\/src\/hold\/postgres-held-keys\.ts$/,
    find: /\n {4}DELETE FROM visit_key(?= WHERE)|(?<=')DELETE FROM hold_key(?= WHERE hold_id = \$1 AND)/g,
    put: (text) =>
      text.includes('visit_key')
        ? '\n    UPDATE visit_key SET due_at = due_at'
        : 'UPDATE hold_key SET sealed_at = sealed_at',
    tests: HOLD,
  },
  {
    name: 'that old copies of a held visit’s key open nothing',
    files: /^libs\/vault\/src\/puncture\/postgres-punctures\.ts$/,
    find: /(?<=SELECT \$1, due_day, generation, \$3::date, \$4::timestamptz FROM wraps)(?= ORDER)/g,
    put: ' WHERE false',
    tests: `${HOLD}|${PUNCTURE}`,
  },
  {
    name: 'that what is opened from a hold says that it is this hold’s',
    files: /^libs\/vault\/src\/hold\/hold-seal\.ts$/,
    find: / \|\|\n {4}!clear\.subarray\(0, place\.length\)\.equals\(place\)|!clear\.subarray\(0, place\.length\)\.equals\(place\)/g,
    put: (text) => (text.startsWith(' ||') ? '' : 'false'),
    tests: HOLD,
  },
  {
    name: 'that what is sealed for a hold that nobody knows stays',
    files: /^libs\/vault\/src\/hold\/hold-keeper\.ts$/,
    find: /if \(sealedKey === null\) \{/g,
    put: "if (holdId !== '') {",
    tests: HOLD,
  },
  {
    name: 'that nobody confirms the hold they asked for',
    files: /^libs\/legal-hold\/src\/hold-state\.ts$/,
    find: /by === hold\.requestedBy/g,
    put: 'false',
    tests: 'legal-hold/',
  },
  {
    name: 'that only a visit of the organisation is held, and a hold of it decided about',
    files: /^libs\/(legal-hold\/src\/legal-holds\.service|visit\/src\/holding\/hold-visit)\.ts$/,
    find: /(?<=where: \{ id), organisationId(?= \})| \|\| !isOurs/g,
    put: '',
    tests: 'api/matrix|legal-hold/',
  },
  {
    name: 'that a sweep leaves what is held, and an early erasure too',
    files: /^libs\/purge\/src\/(batch\/purge-claims|early\/early-erasure\.service)\.ts$/,
    find: / AND held_due_at IS NULL(?= AND \(purge)|visit\.heldDueAt !== null/g,
    put: (text) => (text.startsWith(' AND') ? '' : 'false'),
    tests: 'legal-hold/',
  },
  {
    name: 'that an organisation that keeps something held is not closed',
    files: /^libs\/contract-end\/src\/contract-ends\.ts$/,
    find: /held\.count > 0/g,
    put: 'false',
    tests: 'legal-hold/',
  },
  {
    name: 'who may have a visit forgotten before its day, and that no old copy of it opens then',
    files: /^libs\/purge\/src\/early\/early-erasure\.service\.ts$/,
    find: /!roles\.some\([^\n]*\)(?=\) \{)|await this\.vault\.puncture\([^;]*(?=;)/g,
    put: (text) => (text.startsWith('!') ? 'false' : 'void this.vault'),
    tests: 'purge/early-erasure',
  },
];
