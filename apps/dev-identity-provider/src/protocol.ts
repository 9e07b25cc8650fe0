import { errors, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { Conduct } from './conduct/conduct.js';

type Grant = InstanceType<KoaContextWithOIDC['oidc']['provider']['Grant']>;

/**
 * Levels of assurance: the two of the trust network's test environments (Traficom 213/2023 S), eIDAS's, and what nobody
 * may be let in with: a level of the real network from a test environment, eIDAS low, suomi.fi's Finnish Authenticator.
 */
export const LEVELS = {
  substantial: 'http://ftn.ficora.fi/2017/loatest2',
  high: 'http://ftn.ficora.fi/2017/loatest3',
  eidasSubstantial: 'http://eidas.europa.eu/LoA/substantial',
  eidasHigh: 'http://eidas.europa.eu/LoA/high',
  realSubstantial: 'http://ftn.ficora.fi/2017/loa2',
  eidasLow: 'http://eidas.europa.eu/LoA/low',
  weak: 'urn:oid:1.2.246.517.3002.110.7',
} as const;

/** Name of a level. */
export type LevelName = keyof typeof LEVELS;

/** Scopes that a dialect may speak of. */
export const SCOPES = ['openid', 'profile', 'personal_identity_code', 'weak', 'strong', 'nin'];

/** Longest life of a request object, in seconds, with a minute for the difference of clocks (Telia 2.4, OP 7). */
const REQUEST_OBJECT_SECONDS = 660;

/** Longest name of a service that is shown (Telia 2.4). */
const SERVICE_NAME_MAX = 40;

const FEATURES: Configuration['features'] = {
  devInteractions: { enabled: false },
  userinfo: { enabled: false },
  encryption: { enabled: true },
  claimsParameter: { enabled: false },
  pushedAuthorizationRequests: { enabled: true },
  requestObjects: {
    enabled: true,
    assertJwtClaimsAndHeader: (_ctx, claims, header) => {
      // A plain request that was pushed is kept as an unsigned object of the provider's own.
      if (header['alg'] !== 'none') {
        demandRequestClaims(claims);
      }
    },
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

/**
 * The demands on requests, tokens and the relying party's proofs, as oidc-provider is told them. How a request must come
 * is told of the relying party (relying-party.ts), who the person is and how a token is encrypted in tokens/id-tokens.ts.
 */
export function protocol(issuer: string, conduct: Conduct): Configuration {
  return {
    responseTypes: ['code'],
    scopes: SCOPES,
    subjectTypes: ['public'],
    clientAuthMethods: ['private_key_jwt'],
    acrValues: [LEVELS.substantial, LEVELS.high],
    // Claims of authentication must be listed, or they are missing from the token.
    claims: { openid: ['sub', 'acr', 'amr', 'auth_time'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    discovery: { ui_locales_supported: ['fi', 'sv', 'en'] },
    extraParams: {
      ftn_spname: (ctx, name) => demandParameters(ctx, name, conduct),
      ftn_idp_id: null,
    },
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

/** Demands that are none of OpenID Connect's, of signed, pushed and plain requests alike. */
function demandParameters(
  ctx: KoaContextWithOIDC,
  serviceName: string | undefined,
  { dialect, requestMode }: Conduct,
): void {
  const { route, params } = ctx.oidc;
  const isBare = ctx.query['request'] === undefined && ctx.query['request_uri'] === undefined;
  if (requestMode === 'jar-or-par' && route === 'authorization' && isBare) {
    throw new errors.InvalidRequest('the request must be signed or pushed');
  }
  const missing = dialect.scopes.find((scope) => !scopesOf(params?.['scope']).includes(scope));
  if (missing !== undefined) {
    throw new errors.InvalidScope('a scope is missing', missing);
  }
  if (dialect.isTrustNetwork && params?.['acr_values'] === undefined) {
    throw new errors.InvalidRequest('acr_values is missing');
  }
  if (serviceName === undefined ? dialect.isTrustNetwork : !isShown(serviceName)) {
    throw new errors.InvalidRequest('ftn_spname must have 1 to 40 characters');
  }
}

function isShown(serviceName: string): boolean {
  return serviceName !== '' && serviceName.length <= SERVICE_NAME_MAX;
}

function scopesOf(scope: unknown): string[] {
  return typeof scope === 'string' ? scope.split(' ') : [];
}

/** Grants what was asked for at once: the trust network has no page of consent. */
async function loadExistingGrant(ctx: KoaContextWithOIDC): Promise<Grant | undefined> {
  const { provider, client, session } = ctx.oidc;
  if (client === undefined || session?.accountId === undefined) {
    return undefined;
  }
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(SCOPES.join(' '));
  await grant.save();
  return grant;
}
