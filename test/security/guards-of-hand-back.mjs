// Guards of identifications that came back in another browser, and of the door's cookie. See guards.mjs.

const HAND_BACK = 'identification/hand-back';
const CALLBACK = 'identification/callback';

/** @type {import('./guards.mjs').Guard[]} */
export const GUARDS_OF_HAND_BACK = [
  {
    name: 'that an identification goes by itself only to the browser where it began',
    files: /^libs\/identification\/src\/transaction\/identification-transaction\.repository\.ts$/,
    find: /equalInConstantTime\(row\.browserHash, browserHash\)/g,
    put: 'true',
    tests: `${HAND_BACK}|${CALLBACK}`,
  },
  {
    name: 'that an answer that was not heard is not taken for one',
    files: /^apps\/api\/src\/identification\/hand-back-cookie\.ts$/,
    find: /!ERROR_CODES\[recognise\(failure\.error\)\.code\]\.retriable/g,
    put: 'true',
    tests: HAND_BACK,
    names: 'said again',
  },
  {
    name: 'that a cookie of before is a browser’s own for a moment only, and for its other tabs',
    files:
      /^libs\/(identification\/src\/transaction\/identification-transaction\.repository|visit\/src\/door\/door\.service)\.ts$/,
    find: /isJustNow(?= && former)|equalInConstantTime\(row\.secretHash, [^\n]*(?=\) \{)/g,
    put: 'true',
    tests: CALLBACK,
    names: 'C5',
  },
  {
    name: 'that nobody spends in another browser what is not identified there',
    files:
      /^libs\/identification\/src\/(identification\.service|transaction\/identification-transaction\.repository)\.ts$/,
    find: /(?<=found !== null) && this\.#isOwn\(found, browserHash\)|await this\.transactions\.spend\(state, owner\);/g,
    put: '',
    tests: `${CALLBACK}|${HAND_BACK}`,
  },
  {
    name: 'that another kind of device gets nothing',
    files: /^libs\/identification\/src\/identification\.service\.ts$/,
    find: /!isOneDevice\(secrets\.begunOn, answer\.browser\)/g,
    put: 'false',
    tests: HAND_BACK,
  },
  {
    name: 'that the number is that of the page where it began',
    files: /^libs\/identification\/src\/hand-back\/hand-back\.service\.ts$/,
    find: /!equalInConstantTime\(Buffer\.from\(sealed\.number\), Buffer\.from\(number\)\)/g,
    put: 'false',
    tests: HAND_BACK,
  },
  {
    name: 'that one number is tried, by one browser, within two minutes',
    files: /^libs\/identification\/src\/hand-back\/hand-back\.service\.ts$/,
    find: /^ *await this\.#end\(tx, row, 'number-wrong'\);\n|^ *state: 'held',\n|^ *expiresAt: MoreThan\(this\.clock\.now\(\)\),\n/gm,
    put: '',
    tests: HAND_BACK,
  },
  {
    name: 'that only what was confirmed is fetched, and in time',
    files: /^libs\/identification\/src\/hand-back\/hand-back\.repository\.ts$/,
    find: /, state: 'confirmed'|, expiresAt: MoreThan\(now\)/g,
    put: '',
    tests: HAND_BACK,
  },
  {
    name: 'that a visit that is over, and a session that has ended, take no identification',
    files:
      /^(apps\/api\/src\/identification\/identification\.controller|libs\/visit\/src\/door\/returned-elsewhere\.service)\.ts$/,
    find: /await this\.waitingRoom\.beforeIdentification\((owner|actor)\);(?!\n {4}if)/g,
    put: '',
    tests: `${CALLBACK}|${HAND_BACK}`,
  },
  {
    name: 'that a discreet visit is not told to the browser where an identification came back',
    files: /^libs\/visit\/src\/door\/returned-elsewhere\.service\.ts$/,
    find: /(?<=await this\.views\.ofVisit\(tx, participant)(?=\))/g,
    put: ', () => Promise.resolve(true)',
    tests: HAND_BACK,
  },
  {
    name: 'that a door session has another secret once it was identified',
    files: /^libs\/visit\/src\/door\/door\.service\.ts$/,
    find: /(?<=DoorSessionRow, session, )\{ secretHash \}/g,
    put: '{ id: sessionId }',
    tests: CALLBACK,
  },
  {
    name: 'that who copied a door’s cookie has nothing of what is begun after',
    files: /^apps\/api\/src\/identification\/identification\.controller\.ts$/,
    find: /renew: \(tx\) => this\.door\.renewIn\([^\n]*\),/g,
    put: "renew: () => Promise.resolve(request.doorSecret ?? ''),",
    tests: HAND_BACK,
    names: 'copied the cookie',
  },
  {
    name: 'that no later attempt takes back what the professional is told of a refusal',
    files: /^libs\/identification\/src\/hand-back\/hand-back\.service\.ts$/,
    find: /HandBackRefusal, \{ visitId, refusedAt: Not\(IsNull\(\)\) \}/g,
    put: "HandBackRow, { visitId, state: 'refused' }",
    tests: HAND_BACK,
    names: 'stays for the professional',
  },
  {
    name: 'that of two who hold one secret one begins',
    files: /^libs\/visit\/src\/door\/door\.service\.ts$/,
    find: /held === undefined(?= \? \{\})/g,
    put: 'true',
    tests: HAND_BACK,
    names: 'two who hold',
  },
];
