// Guards of the product and how each is taken away, one at a time. See run-without-guards.mjs.

/**
 * @typedef {object} Guard
 * @property {string} name What the guard keeps.
 * @property {RegExp} files Which files it stands in.
 * @property {RegExp} find Each match is one guard; global.
 * @property {string | ((text: string) => string)} put What stands there without it, or how that is made of what does.
 * @property {string} tests Pattern of the test files that must notice, the likeliest first.
 * @property {(source: string, at: number) => string} [each] Where tests read the sources and name every fault by itself:
 *   what they call the guard at a place. All guards of the rule are taken away at once then, and each must be named.
 * @property {string} [names] Pattern of the tests in them that must; all when left out.
 */

import { GUARDS_OF_IDENTIFICATION } from './guards-of-identification.mjs';
import { GUARDS_OF_DEVICE_TESTS } from './guards-of-device-tests.mjs';
import { GUARDS_OF_FORGETTING } from './guards-of-forgetting.mjs';
import { GUARDS_OF_HAND_BACK } from './guards-of-hand-back.mjs';
import { GUARDS_OF_KEYS } from './guards-of-keys.mjs';
import { GUARDS_OF_MEETINGS } from './guards-of-meetings.mjs';
import { GUARDS_OF_PEOPLE } from './guards-of-people.mjs';
import { GUARDS_OF_RECORD_SYSTEMS } from './guards-of-record-systems.mjs';
import { GUARDS_OF_REPRESENTATION } from './guards-of-representation.mjs';
import { GUARDS_OF_ROOM } from './guards-of-room.mjs';
import { GUARDS_OF_SETTINGS } from './guards-of-settings.mjs';
import { GUARDS_OF_STAFF } from './guards-of-staff.mjs';
import { GUARDS_OF_RELYING_PARTY } from './guards-of-relying-party.mjs';
import { GUARDS_OF_TOKENS } from './guards-of-tokens.mjs';
import { GUARDS_OF_TRACES } from './guards-of-traces.mjs';
import { routeAt } from './route-at.mjs';

const MATRIX = 'matrix/access-matrix|matrix/access-matrix-by-code';
const VISITS = `${MATRIX}|integration/visit|integration/booking`;
const DOOR = 'integration/visit/(link|waiting-room)|door-tabs|matrix/access-matrix.int';
/** What each route declares; that it is held to is the matrix’s. */
const ROUTES = 'conventions/route-permissions';
const DATABASE = 'row-level-security';
const PROVIDER = 'integration/sign-in-provider';
const ACCOUNT = 'api/account';

/** @type {Guard[]} */
export const GUARDS = [
  ...GUARDS_OF_STAFF,
  ...GUARDS_OF_IDENTIFICATION,
  ...GUARDS_OF_HAND_BACK,
  ...GUARDS_OF_FORGETTING,
  ...GUARDS_OF_MEETINGS,
  ...GUARDS_OF_PEOPLE,
  ...GUARDS_OF_ROOM,
  ...GUARDS_OF_DEVICE_TESTS,
  ...GUARDS_OF_SETTINGS,
  ...GUARDS_OF_RECORD_SYSTEMS,
  ...GUARDS_OF_RELYING_PARTY,
  ...GUARDS_OF_TOKENS,
  ...GUARDS_OF_TRACES,
  ...GUARDS_OF_REPRESENTATION,
  ...GUARDS_OF_KEYS,
  {
    name: 'what a text of an organisation’s own may not have',
    files: /^libs\/contracts\/src\/message-text\/message-text-faults\.ts$/,
    find: /(?<=isBroken: )(?:\(text\) => [^\n]*|holdsIdentityCode|lacks\('\w+'\)|isUnknown)(?= \})/g,
    put: '() => false',
    tests: 'contracts/src/message-text',
  },
  {
    name: 'that a text of a discreet service is ours, and names no service otherwise',
    files:
      /^libs\/(contracts\/src\/message-text\/compose-message|notification\/src\/texts\/organisation-texts\.service)\.ts$/,
    find: /told\.inviter === null(?= \? new Map)|names\.some\(\(name\) => [^\n]*(?=\) \{)|affected !== 1/g,
    put: 'false',
    tests: 'contracts/src/message-text|notification/message-texts',
  },
  {
    name: 'that receipts of messages are of the gateway of the settings, by its secret',
    files: /^libs\/notification\/src\/receipts\/receipt-proof\.ts$/,
    find: /!isProven|SMS_GATEWAY !== gateway \|\| SMS_RECEIPT_SECRET === ''/g,
    put: 'false',
    tests: 'notification/receipts',
  },
  {
    name: 'that a password of a calendar goes to the host that was typed, and no document type is read',
    files: /^libs\/availability\/src\/external\/caldav\/(caldav-request|multistatus-worker)\.ts$/,
    find: /to\.origin === from\.origin|PROLOGUE\.test\(text\)/g,
    put: 'true',
    tests: 'availability/caldav',
  },
  {
    name: 'the role that a route names',
    files: /^apps\/api\/src\/.*\.controller\.ts$/,
    find: /@Permit\('(professional|team-lead|admin|data-protection-officer)'[^)]*\)/g,
    put: "@Permit('staff')",
    tests: ROUTES,
    each: routeAt,
  },
  {
    name: 'that a route is for staff',
    files: /^apps\/api\/src\/.*\.controller\.ts$/,
    find: /@Permit\('staff'\)/g,
    put: "@Permit('public')",
    tests: ROUTES,
    each: routeAt,
  },
  {
    name: 'that a route is for clients behind the door',
    files: /^apps\/api\/src\/.*\.controller\.ts$/,
    find: /@Permit\('door'\)/g,
    put: "@Permit('public')",
    tests: ROUTES,
    each: routeAt,
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
    tests: 'visit/link',
  },
  {
    name: 'that requests come from our own pages',
    files: /^apps\/api\/src\/http\/same-site\.ts$/,
    find: /!SAFE\.has\(request\.method\) && \([^\n]*\)(?=\) \{)/g,
    put: 'false',
    tests: 'integration/api/(hostile-requests|sign-in)',
  },
  {
    name: 'that what staff does and looks at is in the audit log',
    files: /^apps\/api\/src\/.*\.controller\.ts$/,
    find: /^ *@Audited\([^)]*\)\n/gm,
    put: '',
    tests: ROUTES,
    each: routeAt,
  },
  {
    name: 'that what anybody may ask is limited',
    files: /^apps\/api\/src\/.*\.controller\.ts$/,
    find: /(?<=@Permit\('public'\)\n(?: {2}@(?:Not)?Audited\([^@]*\)\n)?) *@RateLimit\(\d+\)\n/g,
    put: '',
    tests: ROUTES,
    each: routeAt,
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
    find: /visit\.organisation_id = \$\{organisation\}::uuid/g,
    put: '${organisation}::uuid IS NOT NULL',
    tests: VISITS,
  },
  {
    name: 'conditions of who reaches a visit',
    files: /^libs\/visit\/src\/reach\/reach\.ts$/,
    find: /\(booking\.starts_at AT TIME ZONE 'Europe\/Helsinki'\)::date [<>]= stand_in\.\w+|stand_in\.last_day >= \$\{today\(\)\}::date|booking\.ends_at > \$\{now\}|lead\.leads(?= AND)|'team-lead' = ANY \(account\.roles\)/g,
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
    find: /visit\.\$\{wish\.held === true \? 'held_due_at' : 'purge_due_at'\} > \$\{instant\}::timestamptz/g,
    put: '${instant}::timestamptz IS NOT NULL',
    tests: 'integration/(visit|purge|booking)',
  },
  {
    name: 'that nobody has a seat in a forgotten visit, nor who was removed, nor whose account is closed',
    files: /^libs\/visit\/src\/meeting-node\/admission-rows\.ts$/,
    find: /visit\.purge_due_at > \$2|participant\.removed_at IS NULL|account\.deactivated_at IS NULL/g,
    put: (found) => (found.startsWith('visit') ? '$2::timestamptz IS NOT NULL' : 'true'),
    tests: 'visit/(admission-rows|deactivation)',
  },
  {
    name: 'who changes a visit, from which version, and not once they have met',
    files: /^libs\/visit\/src\/changing-a-booking\/changeable-visit\.ts$/,
    find: /, toDecide: true|isIn \|\| reached\.visit\.lastMetAt !== null|reached\.booking\.version !== version/g,
    put: (found) => (found.startsWith(',') ? '' : 'false'),
    tests: `${MATRIX}|booking/moving`,
  },
  {
    name: 'who corrects an outcome, from which version, of what is over, and against no fact',
    files: /^libs\/visit\/src\/ending\/correct-outcome\.service\.ts$/,
    find: /reached\.visit\.endedAt === null|booking\.version !== version|outcome !== 'cancelled' && booking\.startsAt > this\.clock\.now\(\)|outcome !== 'fulfilled' && lastMetAt !== null|isAhead \|\| isHeld \|\| \(outcome === 'noshow' && \(await tx\.existsBy\(Participant, came\)\)\)/g,
    put: 'false',
    tests: `${MATRIX}|visit/correcting-outcome`,
  },
  {
    name: 'that a link that is replaced makes no session',
    files: /^libs\/visit\/src\/door\/door\.service\.ts$/,
    find: /await requireStillGood\(tx\);\n/g,
    put: '\n',
    tests: 'visit/sending-links',
  },
  {
    name: 'that wrong visit codes are counted',
    files: /^apps\/api\/src\/door\/code-attempts\.ts$/,
    find: /(?<=if \()!mayTry(?=\))/g,
    put: 'false',
    tests: 'visit/printed-invitation|door/code-attempts',
  },
  {
    name: 'that a visit code ends with its link',
    files: /^libs\/visit\/src\/telling\/participant-links\.ts$/,
    find: /await tx\.delete\(VisitCode, [^;]*;\n/g,
    put: '\n',
    tests: 'visit/printed-invitation',
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
    find: /levelFor\(participant\.role, booking\) === 'required' && !hasPlace/g,
    put: 'false',
    tests: DOOR,
  },
  {
    name: 'that a discreet visit tells who was identified as the client only',
    files: /^libs\/identification\/src\/identification\.service\.ts$/,
    find: /isProvedAs\('same-person', (await this\.#finding\(tx, visitId, sessionId\))\)/g,
    put: '(await this.#finding(tx, visitId, sessionId)) !== undefined',
    tests: 'integration/visit/discreet',
  },
  {
    name: 'limits of guessing passwords at sign-in',
    files: /^libs\/professional\/src\/attempts\/sign-in-attempts\.ts$/,
    find: /^ *\[this\.#of(Pair|Account), .*\],\n/gm,
    put: '',
    tests: 'sign-in-attempts|password-stuffing',
    names: 'is looked at',
  },
  {
    name: 'that a known browser guesses ten times at sign-in and is a stranger then',
    files: /^libs\/professional\/src\/attempts\/sign-in-attempts\.ts$/,
    find: / && \(await isWithin\(this\.#ofDevice, device\)\)/g,
    put: '',
    tests: 'password-stuffing',
    names: 'goes on as a stranger',
  },
  {
    name: 'that a disabled organisation is told so at sign-in',
    files: /^apps\/api\/src\/sign-in\/staff-entry\.ts$/,
    find: /await this\.professionals\.requireEntry\(found, means\);/g,
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
      /^libs\/visit\/src\/(door\/(door-views|door\.service|waiting-room\.service)|meeting-node\/admission-rows)\.ts$/,
    find: /organisation\.disabledAt !== null|view\.state === 'service-closed'|!\(await isInUse\(tx, visit\.organisationId\)\)|(?<= AND )organisation\.disabled_at IS NULL/g,
    put: (found) => (found.startsWith('organisation.disabled_at') ? 'true' : 'false'),
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
    find: /isAway \? 'outside' : allowed\(participant\)/g,
    put: 'allowed(participant)',
    tests: 'visit/(deactivation|sessions-in-a-meeting)',
  },
  {
    name: 'that a seat is for who meets clients, with a session that is open',
    files: /^libs\/visit\/src\/meeting-node\/(admission-rows|seated-sessions)\.ts$/,
    find: /\.filter\(\(\{ roles \}\) => meetsClients\(roles\)\)|\.filter\(\(\{ expiresAt \}\) => expiresAt > since\)/g,
    put: '',
    tests: 'visit/sessions-in-a-meeting',
  },
  {
    name: 'that a sign-in under way opens nothing once sessions were ended or the provider changed',
    files: /^libs\/professional\/src\/session\/standing-proof\.ts$/,
    find: /account\.signInEpoch !== signInEpoch|provider\?\.active !== true \|\| provider\.version !== providerVersion/g,
    put: 'false',
    tests: 'staff/sign-in-under-way',
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
    find: /set_config\(\$\{named\}, true\)/g,
    put: 'set_config(${named}, false)',
    tests: DATABASE,
  },
  {
    name: 'each table under row-level security',
    files: /^libs\/database\/src\/migrations\/1764300000000-row-level-security\.ts$/,
    find: /^ {2}\w+: \{[^\n]*\},\n(?=[^;]*?^\};)/gm,
    put: '',
    tests: DATABASE,
  },
  {
    name: 'checks of a token of the organisation’s provider',
    files: /^libs\/professional\/src\/provider\/vouched-person\.ts$/,
    find: /^ {2}demand(SecondFactor)?\((?!isFulfilled)[^;]*;\n/gm,
    put: '',
    tests: `${PROVIDER}|provider/vouched-person`,
  },
  {
    name: 'that signatures of the organisation’s provider are looked at',
    files: /^libs\/professional\/src\/provider\/staff-relying-party\.ts$/,
    find: /^ *(oidc\.enableNonRepudiationChecks\(configuration\);|expected(State|Nonce): [^\n]*)\n/gm,
    put: '',
    tests: PROVIDER,
  },
  {
    name: 'that what a provider says of itself is of the provider that was asked',
    files: /^libs\/professional\/src\/provider\/staff-relying-party\.ts$/,
    find: /!isSameAddress\(metadata\.issuer, issuer\)/g,
    put: 'false',
    tests: 'provider/staff-relying-party',
  },
  {
    name: 'that an address of the provider is checked',
    files: /^libs\/professional\/src\/provider\/vouched-person\.ts$/,
    find: /(?<=return )isVerified && /g,
    put: '',
    tests: PROVIDER,
  },
  {
    name: 'that an address of the provider is of the organisation',
    files: /^libs\/professional\/src\/provider\/provider-accounts\.ts$/,
    find: /!domains\.includes\([^\n]*\)(?=\) \{)/g,
    put: 'false',
    tests: PROVIDER,
  },
  {
    name: 'that a closed account is not signed in to by the provider',
    files: /^libs\/professional\/src\/provider\/provider-accounts\.ts$/,
    find: /account\.deactivatedAt !== null/g,
    put: 'false',
    tests: PROVIDER,
  },
  {
    name: 'that an account stays whose it was at the provider',
    files: /^libs\/professional\/src\/provider\/provider-accounts\.ts$/,
    find: /await tx\.existsBy\(StaffIdentity, \{ professionalId, issuer \}\)/g,
    put: 'false',
    tests: PROVIDER,
  },
  {
    name: 'that a sign-in at the provider is its browser’s, in time, once',
    files: /^libs\/professional\/src\/provider\/provider-transactions\.ts$/,
    find: /!wasFirst|!equalInConstantTime\([^\n]*\)|known\.expiresAt <= this\.clock\.now\(\)/g,
    put: 'false',
    tests: PROVIDER,
  },
  {
    name: 'that an answer is of the provider that was asked',
    files: /^libs\/professional\/src\/provider\/provider-sign-in\.service\.ts$/,
    find: /known\.provider\.issuer !== issuer/g,
    put: 'false',
    tests: PROVIDER,
  },
  {
    name: 'where the server may be sent by who sets the provider',
    files: /^libs\/common\/src\/outbound\/outbound-gate\.ts$/,
    find: /!isSealed(?= \|\|)|!this\.#mayReach\(place, host\)/g,
    put: 'false',
    tests: `outbound/outbound-gate|${PROVIDER}`,
  },
  {
    name: 'that a provider answers from the public internet',
    files: /^libs\/common\/src\/outbound\/outbound-gate\.ts$/,
    find: /isPublicAddress\(address\)/g,
    put: 'true',
    tests: `outbound/outbound-gate|${PROVIDER}`,
  },
  {
    name: 'that the provider’s secret goes to no other',
    files: /^libs\/professional\/src\/provider\/provider-settings\.service\.ts$/,
    find: /secret === null && !isSameProvider\([^)]*\)|present\.version !== version/g,
    put: 'false',
    tests: PROVIDER,
  },
  {
    name: 'that an organisation out of use has no provider',
    files: /^libs\/professional\/src\/provider\/known-providers\.ts$/,
    find: /\(await isInUse\(tx, organisationId\)\)/g,
    put: 'true',
    tests: PROVIDER,
  },
  {
    name: 'that changing means of sign-in asks for a recent proof',
    files: /^apps\/api\/src\/account\/.*\.controller\.ts$/,
    find: /^ *@NeedsRecentProof\(\)\n/gm,
    put: '',
    tests: ACCOUNT,
  },
  {
    name: 'that a proof is recent',
    files: /^apps\/api\/src\/account\/recent-proof\.guard\.ts$/,
    find: /confirmedUntil\(confirmedAt\) <= this\.clock\.now\(\)/g,
    put: 'false',
    tests: ACCOUNT,
  },
  {
    name: 'that an offer to one person is not taken by another',
    files: /^apps\/api\/src\/account\/.*\.controller\.ts$/,
    find: /step\.professionalId !== actor\.professionalId/g,
    put: 'false',
    tests: ACCOUNT,
  },
  {
    name: 'that a passkey is for an invitation that was looked at',
    files: /^apps\/api\/src\/sign-in\/invitation-passkey\.controller\.ts$/,
    find: /step\.invitationId !== invitation\.id/g,
    put: 'false',
    tests: 'api/passkey',
  },
  {
    name: 'that the last means stays',
    files: /^libs\/professional\/src\/account\/own-passkeys\.service\.ts$/,
    find: /^ *await requireMeans\(tx, staff\);\n/gm,
    put: '',
    tests: ACCOUNT,
  },
  {
    name: 'whose passkey is changed',
    files: /^libs\/professional\/src\/account\/own-passkeys\.service\.ts$/,
    find: /\{ id, professionalId \}/g,
    put: '{ id }',
    tests: ACCOUNT,
  },
  {
    name: 'that other sessions end with a change',
    files: /^libs\/professional\/src\/account\/own-.*\.service\.ts$/,
    find: /^ *await this\.changes\.endOthers\([^\n]*\n/gm,
    put: '',
    tests: ACCOUNT,
  },
  {
    name: 'that nothing is set where an admin takes it away',
    files: /^libs\/professional\/src\/account\/means-changes\.ts$/,
    find: / \|\| own\.signInResetAt !== null/g,
    put: '',
    tests: ACCOUNT,
  },
  {
    name: 'that a recovery code alone opens no account with a password, nor a closed one',
    files: /^libs\/professional\/src\/second-factor\/recovery-sign-in\.ts$/,
    find: /^ *(passwordHash|deactivatedAt) === null &&\n/gm,
    put: '',
    tests: ACCOUNT,
  },
  {
    name: 'what a passkey proves',
    files: /^libs\/professional\/src\/passkey\/web-authn\.ts$/,
    find: /requireUserVerification: true/g,
    put: 'requireUserVerification: false',
    tests: 'api/passkey',
  },
  {
    name: 'that a challenge is answered once',
    files: /^libs\/professional\/src\/passkey\/challenges\.ts$/,
    find: /raw\.length === 1/g,
    put: 'raw.length >= 0',
    tests: 'api/passkey',
  },
  {
    name: 'whose passkey proves',
    files: /^libs\/professional\/src\/passkey\/passkeys\.service\.ts$/,
    find: / \|\| \(owner \?\? passkey\)\.professionalId !== passkey\.professionalId| \|\| !isOfOwner\(proof, row\)/g,
    put: '',
    tests: `${ACCOUNT}|api/passkey`,
  },
  {
    name: 'that nobody resets their own sign-in',
    files: /^libs\/professional\/src\/staff\/sign-in-reset\.service\.ts$/,
    find: /staffId === actor\.professionalId/g,
    put: 'false',
    tests: 'staff/sign-in-reset',
  },
];
