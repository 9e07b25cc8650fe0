// Guards of who of a meeting hears whom, and who waits. See guards.mjs.

const ALONE = 'visit/speaking-alone';

/** @type {import('./guards.mjs').Guard[]} */
export const GUARDS_OF_ROOM = [
  {
    name: 'that nobody who came by a link is alone with another who did, and nothing comes from who waits or looks on',
    files: /^libs\/meeting\/src\/company\/flow-rules\.ts$/,
    find: /(?<=&& )\(attended \|\| !areGuests\)|(?<=!isSelf && )from\.isAdmitted|(?<=&& )to\.isAdmitted(?= &&)|(?<=&& )isHeard\(from\.role\)/g,
    put: 'true',
    tests: 'meeting/src/company',
  },
  {
    name: 'that what may not reach somebody any more ends',
    files: /^libs\/meeting\/src\/company\/company\.ts$/,
    find: /this\.#part\(\)/g,
    put: 'false',
    tests: 'meeting/src/company|meeting/company',
  },
  {
    name: 'that all others wait while somebody speaks alone',
    files: /^libs\/visit\/src\/room\/alone\.ts$/,
    find: /admission === 'admitted' && isSetApart\(alone, id\)/g,
    put: 'false',
    tests: `visit/src/room|${ALONE}`,
  },
  {
    name: 'that nobody ends it for who began it and is there',
    files: /^libs\/visit\/src\/room\/speak-alone\.service\.ts$/,
    find: /visit\.aloneWith !== null &&\s+!mayEndAlone\([^;{]*\)(?=\s+\) \{)/g,
    put: 'false',
    tests: ALONE,
  },
  {
    name: 'that who waits again, or is spoken with alone, is of the visit and comes by a link',
    files: /^libs\/visit\/src\/room\/[\w-]+\.service\.ts$/,
    find: /(?<=id: participantId), visitId|(?<=who === null) \|\| !comesByLink\(who\.role\)/g,
    put: '',
    tests: `matrix/access-matrix|matrix/access-matrix-by-code|${ALONE}`,
  },
];
