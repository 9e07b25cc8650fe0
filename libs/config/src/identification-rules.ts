import type { Config } from './config.schema.js';

/** A setting, whether it is safe in production, and why not. */
export type ProductionRule = readonly [
  setting: keyof Config,
  isSafe: (config: Config) => boolean,
  reason: string,
];

/**
 * Levels that prove nothing about anybody: those of test environments, eIDAS's low one (910/2014 article 8: no strong
 * identification), and the Finnish Authenticator, which is none either (Suomi.fi's metadata).
 */
const WORTHLESS_LEVEL = /loatest|\/LoA\/low$|^urn:oid:1\.2\.246\.517\.3002\.110\.(7|999)$/;

const IDENTIFICATION_RULES: readonly ProductionRule[] = [
  ['OIDC_ISSUER', (c) => isSealed(c.OIDC_ISSUER), 'must begin with https'],
  [
    'OIDC_OUTAGE_URL',
    (c) => c.OIDC_OUTAGE_URL === '' || isSealed(c.OIDC_OUTAGE_URL),
    'must begin with https',
  ],
  [
    'OIDC_DIALECT',
    (c) => c.OIDC_DIALECT !== 'dev',
    'must say how the provider speaks: "dev" is the development provider',
  ],
  [
    'OIDC_METADATA_FILE',
    (c) => c.OIDC_DIALECT !== 'op-isb' || c.OIDC_METADATA_FILE !== '',
    'must name a file: OP publishes no metadata',
  ],
  [
    'OIDC_REQUEST_MODE',
    (c) => c.OIDC_REQUEST_MODE !== 'plain' || c.OIDC_DIALECT === 'generic',
    'must not be "plain": the trust network takes signed requests only',
  ],
  ['OIDC_KEYS_FILE', (c) => c.OIDC_KEYS_FILE !== '', 'must name the file with our keys'],
  [
    'OIDC_ENTITY_KEY_FILE',
    (c) => c.OIDC_DIALECT !== 'op-isb' || c.OIDC_ENTITY_KEY_FILE !== '',
    'must name the file with our entity key: OP takes our other keys only when it vouches for them',
  ],
  [
    'OIDC_PROVIDER_SIGNED_JWKS_URL',
    (c) => c.OIDC_PROVIDER_SIGNED_JWKS_URL === '' || isSealed(c.OIDC_PROVIDER_SIGNED_JWKS_URL),
    'must begin with https',
  ],
  [
    'OIDC_ACCEPTED_ACR',
    (c) => !c.OIDC_ACCEPTED_ACR.some((acr) => WORTHLESS_LEVEL.test(acr)),
    'must not accept test levels, the low one of eIDAS, nor the Finnish Authenticator',
  ],
];

/** What the identification of clients may not be in production. */
export function identificationRules(): readonly ProductionRule[] {
  return IDENTIFICATION_RULES;
}

function isSealed(address: string): boolean {
  return address.startsWith('https:');
}
