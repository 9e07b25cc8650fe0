// Guards of device tests: what a token is good for, and that tests never take what meetings need. See guards.mjs.

/** @type {import('./guards.mjs').Guard[]} */
export const GUARDS_OF_DEVICE_TESTS = [
  {
    name: 'that a token for a test opens no seat, and one for a seat no test',
    files: /^libs\/visit\/src\/meeting-node\/shared-secret\.ts$/,
    find: /(?<=algorithms: \['HS256'\],\n\s+)audience: this\.kind\.audience,/g,
    put: '',
    tests: 'visit/device-test',
  },
  {
    name: 'that nobody tests for a visit that is over',
    files: /^libs\/visit\/src\/device-test\/device-test\.service\.ts$/,
    find: /visit\.endedAt !== null/g,
    put: 'false',
    tests: 'visit/device-test',
  },
  {
    name: 'that a node has few places for tests',
    files: /^libs\/meeting\/src\/device-test\/test-places\.service\.ts$/,
    find: /others\.size >= MOST_TEST_PLACES/g,
    put: 'false',
    tests: 'meeting/device-test',
  },
  {
    name: 'that nobody opens tests without end',
    files: /^apps\/meeting\/src\/device-test\/device-test\.gateway\.ts$/,
    find: /!this\.limits\.allows\(`test of \$\{claims\.participantId\}`\)/g,
    put: 'false',
    tests: 'meeting/device-test',
  },
];
