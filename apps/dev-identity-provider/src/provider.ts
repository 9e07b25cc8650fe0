import { randomBytes } from 'node:crypto';
import type { JWK } from 'jose';
import { Provider, type KoaContextWithOIDC, type OIDCContext } from 'oidc-provider';
import type { Conduct } from './conduct/conduct.js';
import { memoryStorage, type FindRelyingParty } from './memory-storage.js';
import { errorPage } from './pages/error-page.js';
import type { SignIns } from './persons/sign-ins.js';
import { protocol } from './protocol.js';
import { signOutFeature } from './sign-out/sign-out-pages.js';

/** Names of the provider's cookies. Cookies are shared by all ports of a host, so they must differ from the product's. */
export const COOKIES = {
  session: 'dev_idp_session',
  interaction: 'dev_idp_interaction',
  resume: 'dev_idp_resume',
} as const;

/** What the provider is made of. */
export interface ProviderParts {
  issuer: string;
  conduct: Conduct;
  /** Signs within the provider; what relying parties get is signed anew with the key in use. */
  signingKey: JWK;
  findRelyingParty: FindRelyingParty;
  signIns: SignIns;
}

/** An OpenID Connect provider set up like a broker of the Finnish trust network (see protocol.ts). */
export function newProvider(parts: ProviderParts): Provider {
  const { issuer, conduct, signingKey, findRelyingParty, signIns } = parts;
  const { features, ...demands } = protocol(issuer, conduct);
  const provider = new Provider(issuer, {
    ...demands,
    features: { ...features, rpInitiatedLogout: signOutFeature(signIns) },
    adapter: memoryStorage(findRelyingParty),
    jwks: { keys: [signingKey] },
    cookies: { names: COOKIES, keys: [randomBytes(32).toString('base64url')] },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, sub) => signIns.find(sub) && { accountId: sub, claims: () => ({ sub }) },
    renderError: (ctx, { error }) => {
      const page = errorPage(ctx.get('accept-language'), error);
      ctx.set(page.headers);
      ctx.body = page.html;
    },
  });
  provider.proxy = issuer.startsWith('https:');
  expectAudience(provider, conduct);
  return provider;
}

/** OP wants its own page named where oidc-provider knows the issuer only; signed requests are compared with this. */
function expectAudience(provider: Provider, conduct: Conduct): void {
  Object.defineProperty(provider.OIDCContext.prototype, 'issuer', {
    get(this: OIDCContext & { ctx: KoaContextWithOIDC }): string {
      const isAsked = this.route === 'authorization' && this.ctx.query['request'] !== undefined;
      const isItsPage = conduct.dialect.requestAudience === 'authorization-endpoint';
      return isAsked && isItsPage ? `${provider.issuer}/auth` : provider.issuer;
    },
  });
}
