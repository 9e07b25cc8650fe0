// Guards of who somebody at the door is said to be, and of how that ends. See guards.mjs.

const VERDICT = 'identification/verdict';
const LEAVING = 'identification/leaving';

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
    name: 'that nobody is surely the booked person by name where more was booked',
    files: /^libs\/identification\/src\/comparison\/finding\.ts$/,
    find: /isOtherDay \|\| isGrownUp|(?<=return )isSure(?= \?)/g,
    put: (text) => (text === 'isSure' ? 'true' : 'false'),
    tests: VERDICT,
  },
  {
    name: 'that a minor who was booked is compared as one',
    files: /^libs\/visit\/src\/identifying\/booked-people\.service\.ts$/,
    find: /(?<=return )isMinor(?= \?)/g,
    put: 'false',
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
  {
    name: 'that a provider ends its own sessions and no other provider’s',
    files: /^libs\/identification\/src\/sign-out\/provider-session\.ts$/,
    find: /(?<=stringify\(\[)issuer, /g,
    put: '',
    tests: LEAVING,
    names: 'another session, another provider',
  },
  {
    name: 'that whoever leaves, or signed out at the provider, has left us',
    files: /^libs\/visit\/src\/door\/leave-door\.service\.ts$/,
    find: /await tx\.(update\(Participant|delete\(DoorSessionRow)[^;]*;|await this\.providerSignOut\.forget\([^;]*;/g,
    put: '',
    tests: LEAVING,
    names: 'S4|S6|S10',
  },
  {
    name: 'that we are left before the provider is',
    files: /^apps\/api\/src\/door\/door\.controller\.ts$/,
    find: /clearDoorCookie\(response\);|wasIdentified(?= \? await)/g,
    put: (text) => (text.startsWith('clear') ? '' : 'true'),
    tests: LEAVING,
    names: 'whoever leaves',
  },
  {
    name: 'whose frames a page of ours may stand in',
    files: /^apps\/api\/src\/http\/security-headers\.ts$/,
    find: /isFramed\(request(?: as Request)?\)(?= \?|\) \{)/g,
    put: 'true',
    tests: LEAVING,
    names: 'S7',
  },
  {
    name: 'how much is believed of what a provider publishes of its outages',
    files: /^libs\/identification\/src\/outage\/outage-notices\.ts$/,
    find: /redirect: 'error',|size > MAX_BYTES|isPage(?=\) \{)|signal: AbortSignal[^\n]*,/g,
    put: (text) => (/^(size|isPage)/.test(text) ? 'false' : ''),
    tests: 'identification/outage',
    names: 'are not told when the file',
  },
  {
    name: 'that nobody says for all that the provider is away',
    files: /^libs\/identification\/src\/outage\/provider-reachability\.ts$/,
    find: /(?<=IdentityProviderUnavailableError) && error\.isSeen/g,
    put: '',
    tests: 'identification/outage',
    names: 'what a browser brings',
  },
  {
    name: 'that a reason to let somebody in can be true of them',
    files: /^libs\/visit\/src\/identifying\/doubtful-admissions\.ts$/,
    find: /!reasonsFor\(\{ role, result \}, booking\)\.includes\(given\)/g,
    put: 'false',
    tests: 'visit/doubtful-admission',
  },
  {
    name: 'that nobody passes the door by telling of an outage',
    files: /^libs\/identification\/src\/identification\.service\.ts$/,
    find: /(?<=IdentityProviderUnavailableError) && error\.isSeen/g,
    put: '',
    tests: 'identification/attempts',
  },
  {
    name: 'that a link that failed too often identifies nobody',
    files:
      /^libs\/(visit\/src\/door\/waiting-room\.service|identification\/src\/identification\.repository)\.ts$/,
    find: /(?<=if \()(isShut|isLocked)(?=\) \{\n +throw)/g,
    put: 'false',
    tests: 'identification/attempts',
  },
];
