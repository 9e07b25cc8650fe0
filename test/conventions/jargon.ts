/** Words of the machine, by language, that no person is asked to understand. Compared as beginnings of words. */
export const JARGON: Readonly<Record<'fi' | 'sv' | 'en', readonly string[]>> = {
  fi: ['istunto', 'tokeni', 'palvelin', 'tietokan', 'aikakatkaisu', 'validoin', 'autentikoi'],
  sv: ['session', 'token', 'server', 'databas', 'validering', 'autentiser'],
  en: ['session', 'token', 'server', 'database', 'timeout', 'timed out', 'validat', 'authenticat'],
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
