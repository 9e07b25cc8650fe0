// Guards of what is due to be forgotten: the database hides it. See guards.mjs.

const HIDING = 'database/due-guard|conventions/row-level-security';
const SCOPE = 'database/src/organisation-scope|database/due-guard';

/** @type {import('./guards.mjs').Guard[]} */
export const GUARDS_OF_FORGETTING = [
  {
    name: 'each table of a visit that is hidden at the due instant',
    files: /^libs\/database\/src\/migrations\/1765420000000-due-guard\.ts$/,
    find: /^ {2}\w+: '\w+',\n(?=[^;]*?^\};)/gm,
    put: '',
    tests: HIDING,
  },
  {
    name: 'that the due instant holds besides whatever lets somebody in',
    files: /^libs\/database\/src\/migrations\/support\/hide-when-due\.ts$/,
    find: / AS RESTRICTIVE(?= FOR)/g,
    put: '',
    tests: HIDING,
  },
  {
    name: 'what hides a row at the due instant',
    files: /^libs\/database\/src\/migrations\/support\/hide-when-due\.ts$/,
    find: /(?<=: *\n? *')(?=purge_due_at > |\w+ <> ALL |participant_is)/g,
    put: 'true OR ',
    tests: HIDING,
  },
  {
    name: 'that a row is asked by its visit where the due ones are too many to be listed',
    files: /^libs\/database\/src\/migrations\/support\/hide-when-due\.ts$/,
    find: /(?<= OR )(visit|booking)_is_not_due\(\w+\)/g,
    put: 'true',
    tests: HIDING,
  },
  {
    name: 'that what is not due is shown where the due ones are too many to be listed, and what has no visit',
    files: /^libs\/database\/src\/migrations\/support\/hide-when-due\.ts$/,
    find: / OR (visit|booking)_is_not_due\(\w+\)/g,
    put: '',
    tests: HIDING,
  },
  {
    name: 'that who asks what is due sees no more afterwards',
    files: /^libs\/database\/src\/migrations\/1765420000000-due-guard\.ts$/,
    find: /said := set_config\('tapaamo\.(scope', scope|now', now)_before, true\);/g,
    put: '',
    tests: HIDING,
  },
  {
    name: 'that the list of what is due ends',
    files: /^libs\/database\/src\/migrations\/1765420000000-due-guard\.ts$/,
    find: /\n +ORDER BY [^\n]* LIMIT most(?=\))|cardinality\(due\) > most/g,
    put: (text) => (text.startsWith('c') ? 'false' : ''),
    tests: HIDING,
  },
  {
    name: 'whose the rows of a table of a visit are',
    files: /^libs\/database\/src\/migrations\/support\/hide-when-due\.ts$/,
    find: /(?<=SCOPE = ')organisation_id = \(SELECT scope_organisation\(\)\)/g,
    put: 'true',
    tests: 'database/row-level-security',
  },
  {
    name: 'that a scope has an instant at which something is due',
    files: /^libs\/database\/src\/organisation-scope\.ts$/,
    find: /seesDue \? BEFORE_ALL : [^;]*(?=;)/g,
    put: 'BEFORE_ALL',
    tests: SCOPE,
  },
  {
    name: 'who sees what is due',
    files: /^libs\/database\/src\/organisation-scope\.ts$/,
    find: /(?<=seesDue = )[^;]*(?=;)/g,
    put: 'true',
    tests: SCOPE,
  },
  {
    name: 'that who set the key of the exported file does not fetch it, and another key than was seen seals nothing',
    files: /^libs\/visit-export\/src\/export-keys\.service\.ts$/,
    find: /key\.setBy === professionalId(?=\) \{)|seen !== undefined && key\.recipient !== seen/g,
    put: 'false',
    tests: 'visit-export/visit-export',
  },
  {
    name: 'that what only looks like a key of age is none',
    files: /^libs\/visit-export\/src\/export-keys\.service\.ts$/,
    find: /await requireSealing\(recipient\);/g,
    put: '',
    tests: 'visit-export/visit-export',
  },
  {
    name: 'that the log is told of what is exported, and for whom',
    files: /^libs\/visit-export\/src\/[\w-]+\.service\.ts$/,
    find: /this\.audit\.append\((?=tx)/g,
    put: '[].concat(',
    tests: 'visit-export/visit-export',
  },
];
