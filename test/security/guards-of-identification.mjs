// Guards of who somebody at the door is said to be. See guards.mjs.

const VERDICT = 'identification/verdict';

/** @type {import('./guards.mjs').Guard[]} */
export const GUARDS_OF_IDENTIFICATION = [
  {
    name: 'that all eleven characters of an identity code count',
    files: /^libs\/identification\/src\/comparison\/finding\.ts$/,
    find: /(?<=const isSame = )equalInConstantTime\(/g,
    put: '((one, other) => one.compare(other, 7, 11, 7, 11) === 0)(',
    tests: VERDICT,
  },
  {
    name: 'that an identity code that was booked decides',
    files: /^libs\/identification\/src\/comparison\/finding\.ts$/,
    find: /booked\.hetu === null/g,
    put: 'true',
    tests: VERDICT,
  },
  {
    name: 'that an identity code is shown masked',
    files: /^libs\/visit\/src\/visit-desk\.service\.ts$/,
    find: /maskedHetu\(hetu\)/g,
    put: 'hetu',
    tests: VERDICT,
  },
  {
    name: 'that no code of nobody who identifies is kept',
    files: /^libs\/visit\/src\/identifying\/set-identity-code\.service\.ts$/,
    find: /!identifies\(person\.role\) \|\| /g,
    put: '',
    tests: VERDICT,
  },
  {
    name: 'that who was compared with a former code identifies anew',
    files: /^libs\/visit\/src\/identifying\/set-identity-code\.service\.ts$/,
    find: /admission !== 'admitted'/g,
    put: 'false',
    tests: VERDICT,
  },
];
