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
    find: /(?<=: ')(?=purge_due_at > |\w+ <> ALL )/g,
    put: 'true OR ',
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
];
