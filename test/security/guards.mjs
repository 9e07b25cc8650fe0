// Guards of the product and how each is taken away, one at a time. See run-without-guards.mjs.

/**
 * @typedef {object} Guard
 * @property {string} name What the guard keeps.
 * @property {RegExp} files Which files it stands in.
 * @property {RegExp} find Each match is one guard; global.
 * @property {string} put What stands there without it.
 * @property {string} tests Pattern of the tests that must notice.
 */

const MATRIX = 'matrix/access-matrix|matrix/access-matrix-by-code';
const VISITS = `${MATRIX}|integration/visit|integration/booking`;
const DOOR = 'integration/visit/(link|waiting-room)|door-tabs|matrix/access-matrix.int';
const DATABASE = 'row-level-security';

/** @type {Guard[]} */
export const GUARDS = [
  {
    name: 'the role that a route names',
    files: /^apps\/api\/src\/.*\.controller\.ts$/,
    find: /@Permit\('(professional|team-lead|admin|data-protection-officer)'[^)]*\)/g,
    put: "@Permit('staff')",
    tests: MATRIX,
  },
  {
    name: 'that a route is for staff',
    files: /^apps\/api\/src\/.*\.controller\.ts$/,
    find: /@Permit\('staff'\)/g,
    put: "@Permit('public')",
    tests: MATRIX,
  },
  {
    name: 'that a route is for clients behind the door',
    files: /^apps\/api\/src\/.*\.controller\.ts$/,
    find: /@Permit\('door'\)/g,
    put: "@Permit('public')",
    tests: MATRIX,
  },
  {
    name: 'that figures are for the installation’s own network',
    files: /^apps\/api\/src\/http\/permission\.guard\.ts$/,
    find: /this\.#require\(isOperator\(request, this\.#isProxy\)\)/g,
    put: 'this.#require(true)',
    tests: MATRIX,
  },
  {
    name: 'the check of roles',
    files: /^apps\/api\/src\/http\/permission\.guard\.ts$/,
    find: /request\.user\?\.roles\.some\([^\n]*\) === true/g,
    put: 'true',
    tests: MATRIX,
  },
  {
    name: 'that a tab of an earlier visit does not act in a later one',
    files: /^apps\/api\/src\/http\/permission\.guard\.ts$/,
    find: /meant !== undefined && meant !== actor\.participantId/g,
    put: 'false',
    tests: 'integration/visit|integration/api',
  },
  {
    name: 'that requests come from our own pages',
    files: /^apps\/api\/src\/http\/same-site\.ts$/,
    find: /!SAFE\.has\(request\.method\) && \([^\n]*\)/g,
    put: 'false',
    tests: 'integration/api/(hostile-requests|sign-in)',
  },
  {
    name: 'that what staff does and looks at is in the audit log',
    files: /^apps\/api\/src\/.*\.controller\.ts$/,
    find: /^ *@Audited\([^)]*\)\n/gm,
    put: '',
    tests: `audit|${MATRIX}`,
  },
  {
    name: 'whose reach is asked for',
    files: /^libs\/visit\/src\/reach\/reach\.ts$/,
    find: /\$\{way\.account\} = \$\{account\}::uuid/g,
    put: '${account}::uuid IS NOT NULL',
    tests: VISITS,
  },
  {
    name: 'that a visit is of the organisation',
    files: /^libs\/visit\/src\/reach\/reach\.ts$/,
    find: /visit\.organisation_id = \$1/g,
    put: '$1::uuid IS NOT NULL',
    tests: VISITS,
  },
  {
    name: 'conditions of who reaches a visit',
    files: /^libs\/visit\/src\/reach\/reach\.ts$/,
    find: /\(booking\.starts_at AT TIME ZONE 'Europe\/Helsinki'\)::date [<>]= stand_in\.\w+|stand_in\.last_day >= \$\{today\(\)\}::date|lead\.leads(?= AND)|'team-lead' = ANY \(account\.roles\)/g,
    put: 'true',
    tests: 'visit/(reach|losing-a-visit)',
  },
  {
    name: 'ties of who reaches a visit',
    files: /^libs\/visit\/src\/reach\/reach\.ts$/,
    find: /booking\.professional_id = stand_in\.absent_id|member\.team_id = lead\.team_id|booking\.professional_id = member\.professional_id|visit\.id = share\.visit_id/g,
    put: 'true',
    tests: 'visit/reach',
  },
  {
    name: 'that a lead’s list is widened only where it is asked for',
    files: /^libs\/visit\/src\/booking-a-visit\/booked-visits\.service\.ts$/,
    find: /scope === 'team' \? \{\} : \{ relations: WITHOUT_TEAM \}/g,
    put: '{}',
    tests: MATRIX,
  },
  {
    name: 'that who it is only shared with does not decide over a visit',
    files: /^libs\/visit\/src\/reach\/reached-visit\.ts$/,
    find: /options\.toDecide === true && found\.relation === 'shared'/g,
    put: 'false',
    tests: MATRIX,
  },
  {
    name: 'that a colleague can take over',
    files: /^libs\/(visit\/src\/handing-over|professional\/src\/team)\/[\w-]+\.service\.ts$/,
    find: /await this\.colleagues\.require\([^)]*\);/g,
    put: '',
    tests: 'visit/handing-over|staff/stand-ins',
  },
  {
    name: 'for whom somebody may choose a stand-in',
    files: /^libs\/professional\/src\/team\/stand-ins\.service\.ts$/,
    find: /await this\.#require\(tx, actor, [^)]*\);|(?<=professionalId, )leads: true/g,
    put: '',
    tests: 'staff/stand-ins',
  },
  {
    name: 'that a team and its members are of the organisation',
    files: /^libs\/professional\/src\/team\/teams\.service\.ts$/,
    find: /(?<=id: (In\(ids\)|teamId), )organisationId/g,
    put: '',
    tests: `${MATRIX}|staff/teams`,
  },
  {
    name: 'whose service is booked',
    files: /^libs\/organisation\/src\/organisation\.service\.ts$/,
    find: /id: serviceId, organisationId, active: true/g,
    put: 'id: serviceId, active: true',
    tests: `${MATRIX}|integration/booking`,
  },
  {
    name: 'that a forgotten visit is hidden at its instant',
    files: /^libs\/visit\/src\/reach\/reach\.ts$/,
    find: /visit\.purge_due_at > \$2/g,
    put: '$2::timestamptz IS NOT NULL',
    tests: 'integration/(visit|purge|booking)',
  },
  {
    name: 'that who is let in is a client of the visit',
    files: /^libs\/visit\/src\/admit-client\.service\.ts$/,
    find: /^\s*visitId,\n\s*role: 'client',\n/gm,
    put: '',
    tests: VISITS,
  },
  {
    name: 'that who is let in is who was seen',
    files: /^libs\/visit\/src\/admit-client\.service\.ts$/,
    find: /participant\.sessionId !== arrivalId/g,
    put: 'false',
    tests: 'integration/visit',
  },
  {
    name: 'that a session behind the door ends',
    files: /^libs\/visit\/src\/door\/door\.service\.ts$/,
    find: /row === null \|\| row\.expiresAt <= this\.clock\.now\(\)/g,
    put: 'row === null',
    tests: DOOR,
  },
  {
    name: 'that identification is wanted first',
    files: /^libs\/visit\/src\/door\/waiting-room\.service\.ts$/,
    find: /booking\.identificationLevel === 'required' && !identified/g,
    put: 'false',
    tests: DOOR,
  },
  {
    name: 'that a discreet visit tells who was identified as the client only',
    files: /^libs\/identification\/src\/identification\.service\.ts$/,
    find: /verdicts\.get\(sessionId\)\?\.result === 'same-person'/g,
    put: 'verdicts.has(sessionId)',
    tests: 'integration/visit/discreet',
  },
  {
    name: 'limits of guessing passwords at sign-in',
    files: /^libs\/professional\/src\/attempts\/sign-in-attempts\.ts$/,
    find: /^ *\[this\.#of(Pair|Account), .*\],\n/gm,
    put: '',
    tests: 'password-stuffing|sign-in-attempts',
  },
  {
    name: 'that a known browser guesses ten times at sign-in and is a stranger then',
    files: /^libs\/professional\/src\/attempts\/sign-in-attempts\.ts$/,
    find: / && \(await isWithin\(this\.#ofDevice, device\)\)/g,
    put: '',
    tests: 'password-stuffing',
  },
  {
    name: 'that a disabled organisation is told so at sign-in',
    files: /^apps\/api\/src\/sign-in\/staff-entry\.ts$/,
    find: /await this\.professionals\.requireInUse\(found\);/g,
    put: '',
    tests: 'disabled-organisation',
  },
  {
    name: 'that a disabled organisation has no new session or booking',
    files:
      /^libs\/(professional\/src\/session\/staff-session|organisation\/src\/organisation)\.service\.ts$/,
    find: /await requireInUse\(tx, organisationId\);/g,
    put: '',
    tests: 'disabled-organisation',
  },
  {
    name: 'that nobody accepts an invitation of a disabled organisation',
    files: /^libs\/professional\/src\/invitation\/accepting\.service\.ts$/,
    find: /organisation\.disabledAt !== null/g,
    put: 'false',
    tests: 'disabled-organisation',
  },
  {
    name: 'that the sessions of a disabled organisation end',
    files: /^libs\/administration\/src\/administration\.service\.ts$/,
    find: /return this\.sessions\.endAllOf\(tx, organisationId\);/g,
    put: 'return 2;',
    tests: 'disabled-organisation|matrix/access-matrix.int',
  },
  {
    name: 'that the door of a disabled organisation is closed',
    files:
      /^libs\/visit\/src\/(door\/(door-views|door\.service|waiting-room\.service)|meeting-node\/meeting-admission)\.ts$/,
    find: /organisation\.disabledAt !== null|view\.state === 'service-closed'|!\(await isInUse\(tx, visit\.organisationId\)\)/g,
    put: 'false',
    tests: 'disabled-organisation',
  },
  {
    name: 'that nothing leaves for a disabled organisation',
    files: /^libs\/notification\/src\/of-one-in-use\.ts$/,
    find: / AND disabled_at IS NULL/g,
    put: '',
    tests: 'disabled-organisation',
  },
  {
    name: 'that who has no session has no seat',
    files: /^libs\/visit\/src\/meeting-node\/meeting-admission\.ts$/,
    find: /isAway \? 'outside' : admission/g,
    put: 'admission',
    tests: 'visit/(deactivation|sessions-in-a-meeting)',
  },
  {
    name: 'that a seat is for who meets clients, with a session that is open',
    files: /^libs\/visit\/src\/meeting-node\/meeting-admission\.ts$/,
    find: /\.filter\(\(\{ roles \}\) => meetsClients\(roles\)\)|, expiresAt: MoreThan\(this\.clock\.now\(\)\)/g,
    put: '',
    tests: 'visit/sessions-in-a-meeting',
  },
  {
    name: 'that a seat is its session’s own',
    files: /^libs\/meeting\/src\/seat\/seat-rules\.ts$/,
    find: /!now\.sessionIds\.includes\(seat\.sessionId\)/g,
    put: 'false',
    tests: 'meeting/socket-matrix',
  },
  {
    name: 'that a meeting is of one organisation',
    files: /^libs\/meeting\/src\/registry\/meetings\.service\.ts$/,
    find: /meeting\.visit\.organisationId !== organisationId/g,
    put: 'false',
    tests: 'meeting/socket-matrix',
  },
  {
    name: 'that a socket request is for who was let in',
    files: /^apps\/meeting\/src\/meeting\/.*\.handler\.ts$/,
    find: /permission: 'admitted'/g,
    put: "permission: 'seated'",
    tests: 'route-permissions|meeting/socket-matrix',
  },
  {
    name: 'row-level security of a table',
    files: /^libs\/database\/src\/migrations\/support\/isolate\.ts$/,
    find: /USING \(\$\{organisation\} = \(SELECT scope_organisation\(\)\) OR/g,
    put: 'USING (true OR',
    tests: DATABASE,
  },
  {
    name: 'that the owner is under row-level security',
    files: /^libs\/database\/src\/migrations\/support\/isolate\.ts$/,
    find: /, FORCE ROW LEVEL SECURITY/g,
    put: '',
    tests: DATABASE,
  },
  {
    name: 'that a held key only reads',
    files: /^libs\/database\/src\/migrations\/support\/isolate\.ts$/,
    find: / FOR SELECT USING/g,
    put: ' USING',
    tests: DATABASE,
  },
  {
    name: 'that a scope ends with its transaction',
    files: /^libs\/database\/src\/organisation-scope\.ts$/,
    find: /set_config\(\$1, \$2, true\)/g,
    put: 'set_config($1, $2, false)',
    tests: DATABASE,
  },
  {
    name: 'each table under row-level security',
    files: /^libs\/database\/src\/migrations\/1764300000000-row-level-security\.ts$/,
    find: /^ {2}\w+: \{[^\n]*\},\n(?=[^;]*?\n\};)/gm,
    put: '',
    tests: DATABASE,
  },
];
