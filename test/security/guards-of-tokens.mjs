// Guards of identification: what of the provider’s answer is checked. See guards.mjs.

const ATTACKS = 'identification/attack-matrix';

/** @type {import('./guards.mjs').Guard[]} */
export const GUARDS_OF_TOKENS = [
  {
    name: 'what is demanded of a token',
    files: /^libs\/identification\/src\/relying-party\/token-checks\.ts$/,
    find: /(?<=^ {2}demand\(\s*).+(?=,\s+'[\w-]+',?\s*\);)/gm,
    put: 'true',
    tests: ATTACKS,
  },
  {
    name: 'that the level is one that was asked for',
    files: /^libs\/identification\/src\/relying-party\/token-checks\.ts$/,
    find: /typeof acr !== 'string' \|\| !expected\.acceptedAcr\.includes\(acr\)/g,
    put: 'false',
    tests: ATTACKS,
  },
  {
    name: 'that there is a person in the token, with a name',
    files: /^libs\/identification\/src\/relying-party\/identified-person\.ts$/,
    find: /hetu === null && eidasPerson === null|displayName === ''/g,
    put: 'false',
    tests: ATTACKS,
  },
  {
    name: 'what openid-client checks when it is told to',
    files: /^libs\/identification\/src\/relying-party\/openid-configuration\.ts$/,
    find: /oidc\.enableNonRepudiationChecks\(configuration\);/g,
    put: '',
    tests: ATTACKS,
  },
];
