// Guards of a meeting and of the node that it lives on. See guards.mjs.

/** @type {import('./guards.mjs').Guard[]} */
export const GUARDS_OF_MEETINGS = [
  {
    name: 'that who was sent out meanwhile is not answered',
    files: /^apps\/meeting\/src\/socket\/answer-message\.service\.ts$/,
    find: /(?<=if \()permission === 'admitted'(?=\) \{)/g,
    put: 'false',
    tests: 'socket/answer-message|meeting/socket-matrix',
  },
  {
    name: 'that nobody opens lines without end',
    files: /^apps\/meeting\/src\/socket\/handshake\.service\.ts$/,
    find: /!this\.limits\.allows\(claims\.participantId\)/g,
    put: 'false',
    tests: 'meeting/limits',
  },
  {
    name: 'that a meeting takes no more than it has seats',
    files: /^libs\/meeting\/src\/meeting\.ts$/,
    find: /(?<!if \()!?this\.#isFullFor\(claims\)(?=\n)/g,
    put: 'true',
    tests: 'meeting/limits',
  },
  {
    name: 'that a seat ends when the clock alone ends it',
    files: /^libs\/meeting\/src\/meeting\.ts$/,
    find: /this\.#nextReading\.at\(changesAt\);/g,
    put: '',
    tests: 'meeting/media-stops',
  },
  {
    name: 'that a full node gets no visit that has not begun',
    files: /^libs\/visit\/src\/meeting-node\/(node-choice|media-nodes)\.ts$/,
    find: /node\.takesVisits && recent\.loadOf\(node\) < FULL_LOAD|present\.takesVisits(?= \|\|)/g,
    put: 'true',
    tests: 'meeting-node/node-choice|visit/meeting-access',
  },
  {
    name: 'that an organisation takes no more of the nodes than it may',
    files: /^libs\/visit\/src\/meeting-node\/organisation-meetings\.ts$/,
    find: /seated\.length >= most/g,
    put: 'false',
    tests: 'visit/meeting-access',
  },
];
