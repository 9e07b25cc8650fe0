import type { Config } from '@tapaamo/config';
import type { Language } from '@tapaamo/contracts';
import type { Dialect } from './dialects/dialect.js';

/** Secrets that bind an answer to its request. */
export interface TransactionSecrets {
  state: string;
  nonce: string;
  /** PKCE code verifier (RFC 7636). */
  verifier: string;
}

/**
 * What a request to the provider asks for, but for its signature. It holds no id of ours: what it is about stands in our
 * table under `state`.
 *
 * @param codeChallenge - Of the verifier, by S256.
 */
export function requestParameters(
  config: Config,
  dialect: Dialect,
  { state, nonce }: TransactionSecrets,
  { redirectUri, codeChallenge, language }: RequestCircumstances,
): Record<string, string> {
  return {
    scope: dialect.scope,
    redirect_uri: redirectUri,
    state,
    nonce,
    code_challenge: codeChallenge,
    code_challenge_method: 'S256',
    acr_values: levelsAskedFor(config, dialect),
    ui_locales: language,
    // No single sign-on: the next person at a shared device must not pass as the one before.
    prompt: dialect.prompt,
    max_age: '0',
    ...(dialect.sendsServiceName ? { ftn_spname: serviceName(config, language) } : {}),
  };
}

/** What else a request depends on. */
export interface RequestCircumstances {
  redirectUri: string;
  codeChallenge: string;
  language: Language;
}

function levelsAskedFor(config: Config, { acrValues }: Dialect): string {
  return config.OIDC_ACR_VALUES.length > 0
    ? config.OIDC_ACR_VALUES.join(' ')
    : (acrValues ?? config.OIDC_ACCEPTED_ACR.join(' '));
}

/** Names of services are registered, so one that is missing in a language is the registered one in another. */
function serviceName(config: Config, language: Language): string {
  const names: Record<Language, string> = {
    fi: config.OIDC_SERVICE_NAME_FI,
    sv: config.OIDC_SERVICE_NAME_SV,
    en: config.OIDC_SERVICE_NAME_EN,
  };
  return names[language] || config.OIDC_SERVICE_NAME;
}
