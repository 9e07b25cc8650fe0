import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { LastRequests, RequestKind } from './last-requests.js';

/** Requests that are watched, by oidc-provider's names of their routes. */
const KINDS: Readonly<Record<string, RequestKind>> = {
  authorization: 'authorization',
  pushed_authorization_request: 'pushed',
  token: 'token',
  end_session: 'sign-out',
};

/** Has the last requests noted, those that are refused too. */
export function watchRequests(provider: Provider, last: LastRequests): void {
  provider.use(async (ctx, next) => {
    try {
      await next();
    } finally {
      const { route = '', body } = (ctx as Partial<KoaContextWithOIDC>).oidc ?? {};
      const kind = KINDS[route];
      if (kind !== undefined) {
        last.note(kind, { ...ctx.query, ...body });
      }
    }
  });
}
