// Guards of the relying party: whose words and keys are believed, and which settings are refused. See guards.mjs.

const inRelyingParty = (/** @type {string} */ file) =>
  new RegExp(`^libs/identification/src/relying-party/${file}\\.ts$`);

/** @type {import('./guards.mjs').Guard[]} */
export const GUARDS_OF_RELYING_PARTY = [
  {
    name: 'that a person of another country is let in only where they may',
    files: inRelyingParty('identified-person'),
    find: /hetu === null && !isEidasAllowed/g,
    put: 'false',
    tests: 'identification/dialects',
    names: 'another country',
  },
  {
    name: 'that an identity code is a real one in production',
    files: inRelyingParty('identified-person'),
    find: /hetu !== null && isProduction && [^\n]*(?=\) \{)/g,
    put: 'false',
    tests: 'identification/hostile-issuer',
    names: 'in production',
  },
  {
    name: 'what a request demands, and what binds its answer',
    files: inRelyingParty('request-parameters'),
    find: /^ {4}(state|nonce|code_challenge: codeChallenge|acr_values: [^\n]*|prompt: dialect\.prompt|max_age: '0'),$/gm,
    put: '',
    tests: 'identification/request-form',
  },
  {
    name: 'that a request is signed, unless an operator wants it plain',
    files: inRelyingParty('relying-party'),
    find: /this\.config\.OIDC_REQUEST_MODE === 'plain'/g,
    put: 'true',
    tests: 'identification/request-form',
    names: 'R1|R2',
  },
  {
    name: 'what a signed key set must be',
    files: inRelyingParty('provider/signed-key-set'),
    find: /algorithms: \['RS256'\],|typ: 'jwk-set\+jwt',|issuer,(?=\n {4}subject)|subject: issuer,|requiredClaims: [^\n]*|(iat > now|iat < notBefore)[^\n]*(?=\) \{)|Math\.max\(iat, notBefore\)/g,
    put: (text) => (text.startsWith('iat ') ? 'false' : text.startsWith('Math') ? 'iat' : ''),
    tests: 'provider/signed-key-set',
  },
  {
    name: 'how long a signed key set is believed, and how often it is read',
    files: inRelyingParty('provider/(signed-key-set|provider-keys)'),
    find: /Math\.min(?=\(exp)|\+(?= (REFRESH_FLOOR|REREAD)_SECONDS)|now >= known\.until/g,
    put: (text) => (text === '+' ? '-' : text.startsWith('Math') ? 'Math.max' : 'false'),
    tests: 'provider/(signed-key-set|provider-keys)',
  },
  {
    name: 'that what a person brings has nobody read the provider’s metadata anew',
    files: inRelyingParty('relying-party'),
    find: /mayHaveMoved\(failure\)/g,
    put: 'true',
    tests: 'relying-party/relying-party\\.spec',
  },
  {
    name: 'that keys that were handed over are the only ones',
    files: inRelyingParty('openid-configuration'),
    find: /known === null \? metadata : \{[^}]*\}|url === this\.#addressOfKeysInHand\(\)/g,
    put: (text) => (text.startsWith('known') ? 'metadata' : 'false'),
    tests: 'identification/key-sources',
  },
  {
    name: 'what is believed of the files that an operator was handed',
    files: inRelyingParty('provider/(static-metadata|public-keys|provider-files)'),
    find: /(?<=isPlainAllowed \|\| )text\.startsWith\('https:'\)|z\.literal\(config\.OIDC_ISSUER, [^)]*\)|isNeeded(?= \?)|(?<=\.min\()MODULUS_LENGTH(?=,)|keys\.length > 0|isSigned && config[^\n]*(?=\) \{)|problems\.length > 0/g,
    put: (text) =>
      text.startsWith('z.')
        ? 'z.string()'
        : text.startsWith('MOD')
          ? 'MODULUS_LENGTH - MODULUS_LENGTH'
          : text === 'isNeeded'
            ? '(isNeeded as unknown) === null'
            : String(/^(text|keys)/.test(text)),
    tests: 'provider/provider-files',
  },
  {
    name: 'which keys of ours are usable',
    files: inRelyingParty('(key-file|relying-party-keys|entity-keys)'),
    find: /new Set\(keys\.map[^\n]*(?=\) \{)|ways\.length === 0|opening\.length > ENCRYPTION_KEYS_MAX|OIDC_ENTITY_KEY_FILE === '' && NODE_ENV === 'production'|published\.some\([^\n]*(?=\) \{)/g,
    put: 'false',
    tests: 'relying-party/(relying-party-keys|entity-keys)',
  },
  {
    name: 'what the settings of identification may not be in production',
    files: /^libs\/config\/src\/identification-rules\.ts$/,
    find: /(?<=\(c\) => )[^\n]+?(?=,( '|\n))/g,
    put: 'true',
    tests: 'libs/config/src/load-config',
  },
];
