// Guards of who takes part in a visit, and who sees how they are reached. See guards.mjs.

const PEOPLE = 'visit/people';
const OBSERVERS = 'visit/observers';
const NON_DISCLOSURE = 'visit/non-disclosure';

/** @type {import('./guards.mjs').Guard[]} */
export const GUARDS_OF_PEOPLE = [
  {
    name: 'that who is let in is of the visit',
    files: /^libs\/visit\/src\/admit-participant\.service\.ts$/,
    find: /(?<=\{ id), visitId(?= \}\);)/g,
    put: '',
    tests: `matrix/access-matrix|matrix/access-matrix-by-code|${PEOPLE}`,
  },
  {
    name: 'that who is let in is who was seen',
    files: /^libs\/visit\/src\/admit-participant\.service\.ts$/,
    find: /participant\.sessionId !== arrivalId/g,
    put: 'false',
    tests: `${PEOPLE}|integration/visit`,
  },
  {
    name: 'that a student is let in with the client’s yes only',
    files: /^libs\/visit\/src\/admit-participant\.service\.ts$/,
    find: /participant\.role === 'observer' && participant\.agreed !== true/g,
    put: 'false',
    tests: OBSERVERS,
  },
  {
    name: 'that who was not identified as booked is let in with a reason, and nobody comes unidentified',
    files: /^libs\/visit\/src\/(identifying\/doubtful-admissions|door\/waiting-room\.service)\.ts$/,
    find: /given === undefined|(?<=if \()await this\.identifications\.needNotIdentify\([^)]*\)/g,
    put: (found) => (found.startsWith('await') ? 'true' : 'false'),
    tests: `visit/guardians|${PEOPLE}`,
  },
  {
    name: 'who answers about a student',
    files: /^libs\/visit\/src\/people\/(observer-consent\.service|asked-about)\.ts$/,
    find: /(?<=own === null) \|\| !isAskedForClient\(own\.role, clientIsMinor\)|(?<=booking === null) \|\| !isAskedForClient\(role, booking\.clientIsMinor\)/g,
    put: '',
    tests: OBSERVERS,
  },
  {
    name: 'that who answers about a student is who was booked, and that it is a student',
    files: /^libs\/visit\/src\/people\/(observer-consent\.service|asked-about)\.ts$/,
    find: /(?<=if \()!isSure(?=\))|(?<=if \()!\(await tx\.existsBy\(Participant, whose\)\)|(?<=observers\.length === 0) \|\| !\(await isSure\(\)\)/g,
    put: (found) => (found.startsWith(' ') ? '' : 'false'),
    tests: OBSERVERS,
  },
  {
    name: 'that a no stands, and that all of a child’s guardians who are there say yes',
    files: /^libs\/visit\/src\/people\/consent\.ts$/,
    find: /asked\.some\(\(\{ agreed \}\) => agreed === false\)|(?<=return )!isOpen && /g,
    put: (found) => (found.startsWith('!') ? '' : 'false'),
    tests: OBSERVERS,
  },
  {
    name: 'that a student without a yes is put out',
    files: /^libs\/visit\/src\/people\/settle-observers\.ts$/,
    find: /agreed !== true && admission === 'admitted'/g,
    put: 'false',
    tests: OBSERVERS,
  },
  {
    name: 'that a student sends nothing',
    files: /^libs\/meeting\/src\/(media\/(media|text)|hands\/hand)-requests\.service\.ts$/,
    find: /!isHeard\(seat\.role\)/g,
    put: 'false',
    tests: 'integration/meeting/(admission|texts|hands)',
  },
  {
    name: 'that only an interpreter speaks into the channel of the interpretation',
    files: /^libs\/meeting\/src\/media\/media-requests\.service\.ts$/,
    find: /!interprets\(seat\.role\)/g,
    put: 'false',
    tests: 'integration/meeting/interpretation',
  },
  {
    name: 'that only a professional lowers the hands of others',
    files: /^libs\/meeting\/src\/hands\/hand-requests\.service\.ts$/,
    find: /seat\.role !== 'professional'/g,
    put: 'false',
    tests: 'integration/meeting/hands',
  },
  {
    name: 'who sees contact data under non-disclosure',
    files: /^libs\/visit\/src\/people\/shown-contact\.ts$/,
    find: /booking\.nonDisclosure && isOfClientSide\(role\) && booking\.bookedBy !== reader\?\.professionalId/g,
    put: 'false',
    tests: NON_DISCLOSURE,
  },
  {
    name: 'who sees of a booked identity code whose it is',
    files: /^libs\/visit\/src\/identifying\/shown-code\.ts$/,
    find: / \|\| relation === 'shared' \|\| withheld/g,
    put: '',
    tests: 'visit/sharing',
  },
  {
    name: 'who ends non-disclosure',
    files: /^libs\/visit\/src\/people\/non-disclosure\.service\.ts$/,
    find: /!nonDisclosure && booking\.bookedBy !== professionalId/g,
    put: 'false',
    tests: NON_DISCLOSURE,
  },
  {
    name: 'who decides who takes part, what is withheld and what a visit is called',
    files: /^libs\/visit\/src\/(people|reference)\/[\w-]+\.service\.ts$/,
    find: /, toDecide: true/g,
    put: '',
    tests: 'matrix/access-matrix|matrix/access-matrix-by-code',
  },
  {
    name: 'that who is removed is somebody besides the client',
    files: /^libs\/visit\/src\/people\/remove-participant\.service\.ts$/,
    find: /participant\?\.role === 'client'|(?<=participant === null) \|\| !isRemovable\(participant\)/g,
    put: (found) => (found.startsWith(' ') ? '' : 'false'),
    tests: PEOPLE,
  },
];
