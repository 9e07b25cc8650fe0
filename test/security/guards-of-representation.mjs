// Guards of what a register is asked about a guardian, and of what its answer counts for. See guards.mjs.

const TESTS = 'identification/representation';

/** @type {import('./guards.mjs').Guard[]} */
export const GUARDS_OF_REPRESENTATION = [
  {
    name: 'that the guardian chose this child',
    files: /^libs\/identification\/src\/representation\/suomifi-representation-check\.ts$/,
    find: /!chosen\.some\([^\n]*\)/g,
    put: 'false',
    tests: TESTS,
  },
  {
    name: 'that the rules say yes',
    files: /^libs\/identification\/src\/representation\/suomifi-representation-check\.ts$/,
    find: /result === 'ALLOWED'/g,
    put: 'true',
    tests: TESTS,
  },
  {
    name: 'that an answer is to this question, once',
    files:
      /^libs\/identification\/src\/representation\/representation(-request\.repository|\.service)\.ts$/,
    find: /!isOurs|(?<=\|\| )codes\.length > 0|await tx\.delete\(RepresentationRequestRow, \{ sessionId \}\);/g,
    put: (found) => (found.startsWith('await') ? '' : 'false'),
    tests: TESTS,
  },
  {
    name: 'that only a guardian is asked, for a child',
    files: /^libs\/visit\/src\/identifying\/represented-child\.service\.ts$/,
    find: /(?<=return )result === 'guardian' \|\| [^;]*(?=;)|!\(await isOfChild\(tx, visitId\)\)/g,
    put: (found) => (found.startsWith('!') ? 'false' : 'true'),
    tests: TESTS,
  },
];
