// Guards of the API for record systems: whose key it is, what it allows, and that a wish is done once.

import { routeAt } from './route-at.mjs';

const ACCESS = 'record-system/api-access';
const ONCE = 'record-system/api-idempotency';
const BOOKINGS = 'record-system/api-bookings';
const CALLERS = /^libs\/record-system\/src\/keys\/record-callers\.ts$/;
const ANSWERS = /^libs\/record-system\/src\/api\/record-answers\.ts$/;

/** @type {import('./guards.mjs').Guard[]} */
export const GUARDS_OF_RECORD_SYSTEMS = [
  {
    name: 'that a route is for record systems',
    files: /^apps\/api\/src\/.*\.controller\.ts$/,
    find: /@Permit\('record-system'\)/g,
    put: "@Permit('public')",
    tests: 'conventions/route-permissions',
    each: routeAt,
  },
  {
    name: 'that a key opens without a session beside it',
    files: /^apps\/api\/src\/http\/permission\.guard\.ts$/,
    find: / \|\| request\.user !== undefined(?=\) \{)/g,
    put: '',
    tests: ACCESS,
    names: 'together with a session',
  },
  {
    name: 'that a key works: it is not ended, not over, of an organisation in use',
    files: CALLERS,
    find: /row\.revokedAt !== null|\(row\.lastDay !== null && row\.lastDay < today\)|!\(await isInUse\(tx, organisationId\)\)/g,
    put: 'false',
    tests: ACCESS,
    names: 'one answer|end of the last day',
  },
  {
    name: 'that a key allows what is asked for',
    files: CALLERS,
    find: /!row\.scopes\.includes\(needed\)/g,
    put: 'false',
    tests: ACCESS,
    names: 'by a key',
  },
  {
    name: 'that what a key does not allow is told',
    files: CALLERS,
    find: /this\.audit\.append\((?=tx)/g,
    put: '[].concat(',
    tests: ACCESS,
    names: 'by a key for',
  },
  {
    name: 'that a key is limited for itself',
    files: /^apps\/api\/src\/http\/rate-limit\.guard\.ts$/,
    find: /recordActor\?\.keyId \?\? /g,
    put: '',
    tests: ACCESS,
    names: 'limited by the key',
  },
  {
    name: 'that wrong keys are not looked for without end',
    files: /^apps\/api\/src\/http\/refused-keys\.ts$/,
    find: /refused !== null && refused\.consumedPoints >= REFUSALS_A_MINUTE/g,
    put: 'false',
    tests: ACCESS,
    names: 'too many wrong keys',
  },
  {
    name: 'that an admin ends keys of their own organisation',
    files: /^libs\/record-system\/src\/keys\/record-keys\.service\.ts$/,
    find: /(?<=existsBy\(RecordKeyRow, \{ id), organisationId/g,
    put: '',
    tests: 'matrix/access-matrix-by-code',
    names: 'holds for every caller who is not allowed',
  },
  {
    name: 'that keys that are made and ended are told',
    files: /^libs\/record-system\/src\/keys\/record-keys\.service\.ts$/,
    find: /this\.audit\.append\((?=tx)/g,
    put: '[].concat(',
    tests: 'record-system/api-keys',
  },
  {
    name: 'that a record system knows the visits of its organisation',
    files: /^libs\/record-system\/src\/api\/recorded-visit\.ts$/,
    find: /(?<=where: \{ id: visitId), organisationId/g,
    put: '',
    tests: ACCESS,
    names: 'by code alone',
  },
  {
    name: 'that a record system knows no visit that is due to be forgotten',
    files: /^libs\/record-system\/src\/api\/recorded-visit\.ts$/,
    find: /, purgeDueAt: MoreThan\(now\)/g,
    put: '',
    tests: BOOKINGS,
    names: 'due to be forgotten',
  },
  {
    name: 'that a record system books for who meets clients',
    files: /^libs\/record-system\/src\/api\/record-bookings\.service\.ts$/,
    find: /await this\.colleagues\.require\([^\n]*\);/g,
    put: '',
    tests: BOOKINGS,
    names: 'deactivated|who has left',
  },
  {
    name: 'that reading a visit is told',
    files: /^libs\/record-system\/src\/api\/record-visits\.service\.ts$/,
    find: /await this\.audit\.append\(/g,
    put: '[].concat(',
    tests: BOOKINGS,
    names: 'reads how a visit stands|people are told',
  },
  {
    name: 'that what a record system does is told as its own',
    files: /^libs\/audit\/src\/audit-log\.ts$/,
    find: /recordKeyId === undefined/g,
    put: 'true',
    tests: BOOKINGS,
    names: 'as the key’s',
  },
  {
    name: 'that an idempotency key is of one wish, and of one record system',
    files: ANSWERS,
    find: /!equalInConstantTime\(row\.bodyHash, asked\)/g,
    put: 'false',
    tests: ONCE,
    names: 'for another wish',
  },
  {
    name: 'that an answer is forgotten after a day',
    files: /^libs\/purge\/src\/passing\.ts$/,
    find: /DELETE FROM record_answer WHERE created_at <= \$1/g,
    put: 'DELETE FROM record_answer WHERE created_at <= $1 AND false',
    tests: ONCE,
    names: 'by the sweep',
  },
];
