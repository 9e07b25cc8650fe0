import { randomBytes } from 'node:crypto';
import type { JWK } from 'jose';
import { Provider, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { memoryStorage, type FindRelyingParty } from '../memory-storage.js';
import { errorPage } from '../pages/error-page.js';
import { COOKIES } from '../provider.js';
import { STAFF_PERSONS, staffClaimsOf } from './staff-persons.js';

type Grant = InstanceType<KoaContextWithOIDC['oidc']['provider']['Grant']>;

/** Scopes by which organisations' providers hand over who somebody is. */
const SCOPES = 'openid email profile';

/** Beside the other provider's at the same address; beginning as those do, so that a session is forgotten alike. */
const OWN_COOKIES = Object.fromEntries(
  Object.entries(COOKIES).map(([name, cookie]) => [name, `${cookie}_staff`]),
);

const CONFIGURATION: Configuration = {
  responseTypes: ['code'],
  scopes: SCOPES.split(' '),
  subjectTypes: ['public'],
  clientAuthMethods: ['client_secret_post', 'client_secret_basic'],
  claims: {
    openid: ['sub', 'amr', 'auth_time'],
    email: ['email', 'email_verified'],
    profile: ['name', 'preferred_username', 'groups'],
  },
  // As Entra ID and others do: the specification would have them at the userinfo endpoint.
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  features: {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    rpInitiatedLogout: { enabled: false },
  },
  enabledJWA: { idTokenSigningAlgValues: ['RS256'] },
  ttl: {
    AccessToken: 600,
    AuthorizationCode: 60,
    Grant: 600,
    IdToken: 600,
    Interaction: 600,
    Session: 600,
  },
  loadExistingGrant,
};

/** An OpenID Connect provider as organisations have for their staff: plain, with a secret. */
export function newStaffProvider(options: {
  issuer: string;
  signingKey: JWK;
  findRelyingParty: FindRelyingParty;
}): Provider {
  const { issuer, signingKey, findRelyingParty } = options;
  const { pathname } = new URL(issuer);
  const provider = new Provider(issuer, {
    ...CONFIGURATION,
    adapter: memoryStorage(findRelyingParty),
    jwks: { keys: [signingKey] },
    cookies: { names: OWN_COOKIES, keys: [randomBytes(32).toString('base64url')] },
    interactions: { url: (_ctx, { uid }) => `${pathname}/interaction/${uid}` },
    findAccount: (_ctx, sub) => {
      const person = STAFF_PERSONS.find(({ id }) => id === sub);
      return person && { accountId: sub, claims: () => staffClaimsOf(person) };
    },
    renderError: (ctx, { error }) => {
      const page = errorPage(ctx.get('accept-language'), error);
      ctx.set(page.headers);
      ctx.body = page.html;
    },
  });
  provider.proxy = issuer.startsWith('https:');
  return provider;
}

/** Grants what was asked for at once: an organisation asks its staff nothing. */
async function loadExistingGrant(ctx: KoaContextWithOIDC): Promise<Grant | undefined> {
  const { client, session, provider } = ctx.oidc;
  if (client === undefined || session?.accountId === undefined) {
    return undefined;
  }
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(SCOPES);
  await grant.save();
  return grant;
}
