import { OIDC_DIALECTS, type OidcDialect } from '@tapaamo/config';

/** Name of a dialect; the names are those of the relying party's settings. */
export type DialectName = OidcDialect;

/** All dialects. */
export const DIALECT_NAMES = OIDC_DIALECTS;

/** How a relying party may ask: signed (RFC 9101), sent beforehand (RFC 9126), either of the two, or plainly too. */
export const REQUEST_MODES = ['jar', 'par', 'jar-or-par', 'plain'] as const;

/** See `REQUEST_MODES`. */
export type RequestMode = (typeof REQUEST_MODES)[number];

/** Means by which a person identified. */
export const METHODS = ['bank', 'mobile', 'card', 'eidas'] as const;

/** See `METHODS`. */
export type Method = (typeof METHODS)[number];

/** Names of the claims that tell who somebody is; what a dialect does not tell has no name. */
export interface ClaimNames {
  hetu: string;
  givenNames: string;
  familyName: string;
  displayName: string;
  birthDate: string;
  eidasPerson?: string;
}

/** Everything in which a provider differs from another. */
export interface Dialect {
  claims: ClaimNames;
  /** Scopes without which a request is refused. */
  scopes: readonly string[];
  requestMode: RequestMode;
  /** Whether requests must have what the trust network demands: `acr_values` and `ftn_spname`. */
  isTrustNetwork: boolean;
  /** Whom a signed request names as its audience. */
  requestAudience: 'issuer' | 'authorization-endpoint';
  /** Whether `/.well-known/openid-configuration` is there. */
  hasDiscovery: boolean;
  /** Error code of a person who turns back. */
  cancelCode: 'access_denied' | 'cancel';
  /** Claim with the provider's session; RFC calls it `sid`. */
  sessionClaim: 'sid' | 'session_index';
  /** Whether `azp` is told. */
  hasAuthorizedParty: boolean;
  /** How ID tokens are encrypted, unless the relying party's key names its algorithm. */
  encryption: { alg: string; enc: string };
  /** Claims that tell of the means. */
  methodClaims(method: Method): Record<string, string | string[]>;
}

const EIDAS_PERSON = 'http://eidas.europa.eu/attributes/naturalperson/PersonIdentifier';

/** Claims by object identifiers (Telia's guide 2.6.4, Ubisecure). */
const OID_CLAIMS: ClaimNames = {
  hetu: 'urn:oid:1.2.246.21',
  givenNames: 'urn:oid:1.2.246.575.1.14',
  familyName: 'urn:oid:2.5.4.4',
  displayName: 'urn:oid:2.16.840.1.113730.3.1.241',
  birthDate: 'urn:oid:1.3.6.1.5.5.7.9.1',
  eidasPerson: EIDAS_PERSON,
};

/** Claims by the names of OpenID Connect. */
const PLAIN_CLAIMS: ClaimNames = {
  hetu: 'personal_identity_code',
  givenNames: 'given_name',
  familyName: 'family_name',
  displayName: 'name',
  birthDate: 'birthdate',
};

/** Telia's names of methods; they come as addresses (guide 2.4.2). */
const TELIA_METHODS = {
  bank: 'oidc.nordea.1',
  mobile: 'mpki.telia.1',
  card: 'hst.card.1',
  eidas: 'saml.eidas.1',
} as const;

const DEV: Dialect = {
  claims: OID_CLAIMS,
  scopes: ['openid'],
  requestMode: 'jar',
  isTrustNetwork: true,
  requestAudience: 'issuer',
  hasDiscovery: true,
  cancelCode: 'access_denied',
  sessionClaim: 'sid',
  hasAuthorizedParty: false,
  encryption: { alg: 'RSA-OAEP', enc: 'A128CBC-HS256' },
  methodClaims: (method) => ({ amr: [`urn:dev:${method}`] }),
};

/**
 * What is known of each (Telia's guide 2.36, OP's and Signicat's documentation). Suomi.fi's own OpenID Connect is announced
 * and not described yet: its dialect is that of DVV's reference provider.
 */
export const DIALECTS: Readonly<Record<DialectName, Dialect>> = {
  dev: DEV,
  'ftn-oid': {
    ...DEV,
    sessionClaim: 'session_index',
    hasAuthorizedParty: true,
    methodClaims: (method) => ({
      amr: [`https://tunnistus.telia.fi/methods/${TELIA_METHODS[method]}`],
    }),
  },
  'op-isb': {
    ...DEV,
    claims: PLAIN_CLAIMS,
    scopes: ['openid', 'personal_identity_code'],
    requestAudience: 'authorization-endpoint',
    hasDiscovery: false,
    cancelCode: 'cancel',
    methodClaims: () => ({}),
  },
  signicat: {
    ...DEV,
    claims: { ...PLAIN_CLAIMS, hetu: 'nin' },
    requestMode: 'jar-or-par',
    isTrustNetwork: false,
    encryption: { alg: 'RSA-OAEP', enc: 'A128GCM' },
    methodClaims: (method) => ({ ftn_idp: method === 'bank' ? 'nordea' : method }),
  },
  'suomifi-oidc': {
    ...DEV,
    claims: { ...PLAIN_CLAIMS, eidasPerson: EIDAS_PERSON },
    scopes: ['openid', 'personal_identity_code'],
    encryption: { alg: 'RSA-OAEP-256', enc: 'A256GCM' },
  },
  generic: {
    ...DEV,
    claims: { ...PLAIN_CLAIMS, eidasPerson: EIDAS_PERSON },
    requestMode: 'plain',
    isTrustNetwork: false,
    encryption: { alg: 'RSA-OAEP-256', enc: 'A256GCM' },
    methodClaims: (method) => ({ amr: [method] }),
  },
};
