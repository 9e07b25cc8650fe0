/** Words of the machine, by language, that no person is asked to understand. Compared as beginnings of words. */
export const JARGON: Readonly<Record<'fi' | 'sv' | 'en', readonly string[]>> = {
  fi: ['istunto', 'tokeni', 'palvelin', 'tietokan', 'aikakatkaisu', 'validoin', 'autentikoi'],
  sv: ['session', 'token', 'server', 'databas', 'validering', 'autentiser'],
  en: ['session', 'token', 'server', 'database', 'timeout', 'timed out', 'validat', 'authenticat'],
};

/** Words that would be a second name of what has one already, by language. Compared as beginnings of words. */
export const SECOND_NAMES: Readonly<Record<'fi' | 'sv' | 'en', readonly string[]>> = {
  // tapaaminen, pääkäyttäjä
  fi: ['käynti', 'käynnin', 'hallinnoija', 'järjestelmänvalvoja'],
  // möte; huvudanvändare, or driften where it is the operator
  sv: ['besök', 'administratör'],
  // admin
  en: ['administrator'],
};

/** The same in every language. */
export const JARGON_EVERYWHERE: readonly string[] = [
  'oidc',
  'openid',
  'oauth',
  'webrtc',
  'websocket',
  'socket',
  'http',
  'json',
  'api',
  'url',
  'cookie',
  'null',
  'undefined',
  'exception',
];
