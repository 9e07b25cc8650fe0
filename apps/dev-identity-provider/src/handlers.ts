import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import type { LoginRoutes } from './login-routes.js';
import { errorPage } from './pages/error-page.js';
import { COOKIES } from './provider.js';
import type { StaffLoginRoutes } from './staff/staff-login-routes.js';

/** Takes a request, unless it is another's. @returns Whether it was taken. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => boolean;

/** A handler that says that the process lives. */
export const handleHealth: Handler = (request, response) => {
  const [, status] = /^\/health\/(live|ready)$/.exec(pathOf(request)) ?? [];
  if (status === undefined) {
    return false;
  }
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ status }));
  return true;
};

/** A handler of what stands below a path. oidc-provider reads the whole address from `originalUrl`, as Express has it. */
export function providerHandler(
  below: string,
  provider: Provider,
  login: LoginRoutes | StaffLoginRoutes,
): Handler {
  const protocol = provider.callback();
  return (request, response) => {
    const url = request.url ?? '/';
    if (!url.startsWith(`${below}/`)) {
      return false;
    }
    if (below !== '') {
      Object.assign(request, { originalUrl: url, url: url.slice(below.length) });
    }
    if (pathOf(request).startsWith('/interaction/')) {
      login.handle(request, response).catch(() => {
        const { html, headers } = errorPage(request.headers['accept-language'], 'expired');
        response.writeHead(400, headers).end(html);
      });
    } else {
      void protocol(request, response);
    }
    return true;
  };
}

/** A handler of what stands at a path and below it; what it throws is an answer 500 and is not told. */
export function handlerBelow(
  path: string,
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Handler {
  return (request, response) => {
    const asked = pathOf(request);
    if (asked !== path && !asked.startsWith(`${path}/`)) {
      return false;
    }
    handle(request, response).catch(() => response.writeHead(500).end());
    return true;
  };
}

/** Path of a request, without its query. */
export function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?')[0] ?? '';
}

/** Pages of signing out, which must know who is signed in. */
const SIGN_OUT = /^(\/staff)?\/session\/end/;

/**
 * Every sign-in starts from nothing: the next tester at the same browser is asked again, and two tabs do not disturb each
 * other. (oidc-provider would show a page of signing out when another person follows.)
 */
export function forgetEarlierSession(request: IncomingMessage): void {
  const { cookie } = request.headers;
  if (cookie !== undefined && !SIGN_OUT.test(pathOf(request))) {
    request.headers.cookie = cookie
      .split('; ')
      .filter((pair) => !pair.startsWith(COOKIES.session))
      .join('; ');
  }
}
