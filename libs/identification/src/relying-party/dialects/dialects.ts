import type { OidcDialect } from '@tapaamo/config';
import type { ClaimNames, Dialect } from './dialect.js';

const EIDAS = 'http://eidas.europa.eu/attributes/naturalperson/';

/** Attributes of the trust network by their OIDs (213/2023 S; Telia's guide 2.6.4). */
const FTN_OID_CLAIMS: ClaimNames = {
  hetu: ['urn:oid:1.2.246.21'],
  eidasPerson: [`${EIDAS}PersonIdentifier`],
  familyName: ['urn:oid:2.5.4.4'],
  givenNames: ['urn:oid:1.2.246.575.1.14', `${EIDAS}CurrentGivenName`],
  displayName: ['urn:oid:2.16.840.1.113730.3.1.241', 'urn:oid:2.5.4.3'],
  birthDate: ['urn:oid:1.3.6.1.5.5.7.9.1'],
  providerSession: ['session_index'],
};

/** Names of OP (README of its broker, 9) and of DVV's reference provider. */
const OP_CLAIMS: ClaimNames = {
  hetu: ['personal_identity_code'],
  eidasPerson: [],
  familyName: ['family_name'],
  givenNames: ['given_name'],
  displayName: ['name'],
  birthDate: ['birthdate'],
  providerSession: [],
};

/** Ways of encrypting where more than the network's own is used (DVV's code has the second). */
const BOTH_OAEP = ['RSA-OAEP', 'RSA-OAEP-256'] as const;

const FTN_HIGH = [
  'http://ftn.ficora.fi/2017/loa3',
  'http://ftn.ficora.fi/2017/loatest3',
  'http://eidas.europa.eu/LoA/high',
];

const TELIA: Dialect = {
  claims: FTN_OID_CLAIMS,
  scope: 'openid',
  acrValues: null,
  prompt: 'login',
  sendsServiceName: true,
  requestAudience: 'issuer',
  keyEncryption: ['RSA-OAEP'],
  highLevels: FTN_HIGH,
  cancelCodes: ['access_denied'],
};

/** OP refuses `prompt=login` (7): it keeps no session, and "consent" has the person look at what is told of them. */
const OP: Dialect = {
  ...TELIA,
  claims: OP_CLAIMS,
  scope: 'openid profile personal_identity_code',
  prompt: 'consent',
  requestAudience: 'authorization-endpoint',
  cancelCodes: ['access_denied', 'cancel'],
};

/** Signicat chooses the trust network by `acr_values` and keeps the name of the service (guide to FTN over OIDC). */
const SIGNICAT: Dialect = {
  ...TELIA,
  claims: { ...OP_CLAIMS, hetu: ['nin', 'ftn_hetu'], providerSession: ['sid'] },
  scope: 'openid profile nin',
  keyEncryption: BOTH_OAEP,
  acrValues: 'idp:ftn',
  sendsServiceName: false,
};

/** What DVV has published of its OpenID Connect: a reference provider. Its service knows single sign-on. */
const SUOMIFI: Dialect = {
  ...TELIA,
  claims: {
    ...OP_CLAIMS,
    eidasPerson: FTN_OID_CLAIMS.eidasPerson,
    providerSession: ['sid', 'session_index'],
  },
  scope: 'openid personal_identity_code',
  keyEncryption: BOTH_OAEP,
};

/** Any other provider: whatever name of the field it uses is read, since nobody knows which. */
const GENERIC: Dialect = {
  ...TELIA,
  claims: eitherOf(FTN_OID_CLAIMS, SUOMIFI.claims, SIGNICAT.claims),
  scope: 'openid profile',
  keyEncryption: BOTH_OAEP,
  sendsServiceName: false,
  cancelCodes: OP.cancelCodes,
};

/** The development provider speaks like Telia, and knows both ways of turning back. */
const DEV: Dialect = {
  ...TELIA,
  claims: { ...FTN_OID_CLAIMS, providerSession: ['sid', 'session_index'] },
  keyEncryption: BOTH_OAEP,
  cancelCodes: OP.cancelCodes,
};

/** All dialects. An operator names one (`OIDC_DIALECT`). */
export const DIALECTS: Readonly<Record<OidcDialect, Dialect>> = {
  'ftn-oid': TELIA,
  'op-isb': OP,
  signicat: SIGNICAT,
  'suomifi-oidc': SUOMIFI,
  generic: GENERIC,
  dev: DEV,
};

function eitherOf(...all: readonly ClaimNames[]): ClaimNames {
  const names = (what: keyof ClaimNames): string[] => [
    ...new Set(all.flatMap((claims) => claims[what])),
  ];
  return {
    hetu: names('hetu'),
    eidasPerson: names('eidasPerson'),
    familyName: names('familyName'),
    givenNames: names('givenNames'),
    displayName: names('displayName'),
    birthDate: names('birthDate'),
    providerSession: names('providerSession'),
  };
}
