import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { Provider } from 'oidc-provider';
import { memoryStorage, type FindRelyingParty } from './memory-storage.js';
import { errorPage } from './pages/error-page.js';
import { protocol } from './protocol.js';
import type { SignedInPersons } from './signed-in-persons.js';

/** Names of the provider's cookies. Cookies are shared by all ports of a host, so they must differ from the product's. */
export const COOKIES = {
  session: 'dev_idp_session',
  interaction: 'dev_idp_interaction',
  resume: 'dev_idp_resume',
} as const;

/** A fresh signing key. It lives in memory only: the relying party reads the provider's keys anew for each sign-in. */
export async function newSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = randomBytes(8).toString('hex');
  return { ...(await exportJWK(privateKey)), kid, use: 'sig', alg: 'RS256' };
}

/** An OpenID Connect provider set up like a broker of the Finnish trust network (see protocol.ts). */
export function newProvider(options: {
  issuer: string;
  signingKey: JWK;
  findRelyingParty: FindRelyingParty;
  persons: SignedInPersons;
}): Provider {
  const { issuer, signingKey, findRelyingParty, persons } = options;
  const provider = new Provider(issuer, {
    ...protocol(issuer),
    adapter: memoryStorage(findRelyingParty),
    jwks: { keys: [signingKey] },
    cookies: { names: COOKIES, keys: [randomBytes(32).toString('base64url')] },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, sub) => {
      const claims = persons.claimsOf(sub);
      return claims && { accountId: sub, claims: () => ({ sub, ...claims }) };
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
