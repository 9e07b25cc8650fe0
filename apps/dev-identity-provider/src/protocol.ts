import { errors, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { PERSON_CLAIMS } from './test-persons.js';

type Grant = InstanceType<KoaContextWithOIDC['oidc']['provider']['Grant']>;

/** Levels of assurance of the trust network's test environments (Traficom 213/2023 S). */
export const LEVELS = {
  substantial: 'http://ftn.ficora.fi/2017/loatest2',
  high: 'http://ftn.ficora.fi/2017/loatest3',
} as const;

/** Longest life of a request object, in seconds, with a minute for the difference of clocks (Telia 2.4, OP 7). */
const REQUEST_OBJECT_SECONDS = 660;

/** Longest name of a service that is shown (Telia 2.4). */
const SERVICE_NAME_MAX = 40;

const FEATURES: Configuration['features'] = {
  devInteractions: { enabled: false },
  userinfo: { enabled: false },
  encryption: { enabled: true },
  claimsParameter: { enabled: false },
  rpInitiatedLogout: { enabled: false },
  requestObjects: {
    enabled: true,
    requireSignedRequestObject: true,
    assertJwtClaimsAndHeader: (_ctx, claims) => demandRequestClaims(claims),
  },
};

const ALGORITHMS: Configuration['enabledJWA'] = {
  clientAuthSigningAlgValues: ['RS256'],
  requestObjectSigningAlgValues: ['RS256'],
  requestObjectEncryptionAlgValues: [],
  idTokenSigningAlgValues: ['RS256'],
  idTokenEncryptionAlgValues: ['RSA-OAEP', 'RSA-OAEP-256'],
  idTokenEncryptionEncValues: ['A128CBC-HS256', 'A128GCM', 'A256GCM'],
};

/** Lives of things, in seconds. */
const LIVES: Configuration['ttl'] = {
  AccessToken: 600,
  AuthorizationCode: 60,
  Grant: 600,
  IdToken: 600,
  Interaction: 600,
  Session: 600,
};

/** The trust network's demands on requests, tokens and the relying party's proofs, as oidc-provider is told them. */
export function protocol(issuer: string): Configuration {
  return {
    responseTypes: ['code'],
    scopes: ['openid'],
    subjectTypes: ['public'],
    clientAuthMethods: ['private_key_jwt'],
    acrValues: Object.values(LEVELS),
    // Claims of authentication must be listed, or they are missing from the token.
    claims: { openid: ['sub', 'acr', 'amr', 'auth_time', ...PERSON_CLAIMS] },
    // The network puts the person into the ID token; the specification would have them at the userinfo endpoint.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    discovery: { ui_locales_supported: ['fi', 'sv', 'en'] },
    extraParams: { ftn_spname: demandServiceName },
    features: FEATURES,
    enabledJWA: ALGORITHMS,
    ttl: LIVES,
    loadExistingGrant,
    assertJwtClientAuthClaimsAndHeader: (_ctx, claims, header) => {
      if (claims['aud'] !== `${issuer}/token` || typeof header['kid'] !== 'string') {
        throw new errors.InvalidClientAuth('aud must be the token endpoint, kid must be there');
      }
    },
  };
}

function demandRequestClaims(claims: Record<string, unknown>): void {
  const needed = ['iss', 'aud', 'iat', 'exp', 'jti', 'nonce', 'state', 'acr_values'];
  const missing = needed.find((name) => claims[name] === undefined || claims[name] === '');
  if (missing !== undefined) {
    throw new errors.InvalidRequestObject(`${missing} is missing`);
  }
  if (Number(claims['exp']) - Number(claims['iat']) > REQUEST_OBJECT_SECONDS) {
    throw new errors.InvalidRequestObject('lives too long');
  }
}

function demandServiceName(_ctx: KoaContextWithOIDC, name: string | undefined): void {
  if (name === undefined || name === '' || name.length > SERVICE_NAME_MAX) {
    throw new errors.InvalidRequest('ftn_spname must have 1 to 40 characters');
  }
}

/** Grants what was asked for at once: the trust network has no page of consent. */
async function loadExistingGrant(ctx: KoaContextWithOIDC): Promise<Grant | undefined> {
  const { provider, client, session } = ctx.oidc;
  if (client === undefined || session?.accountId === undefined) {
    return undefined;
  }
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}
