import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '@tapaamo/logging';
import type { Provider } from 'oidc-provider';
import { LoginRoutes } from './login-routes.js';
import { errorPage } from './pages/error-page.js';
import { COOKIES, newProvider, newSigningKey } from './provider.js';
import { relyingPartyFrom, type RelyingPartyRegistration } from './relying-party.js';
import { SignedInPersons } from './signed-in-persons.js';

/** Where and for whom the provider runs. */
export interface IdentityProviderOptions {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Address by which browsers and the relying party know it; by default `http://localhost:<port>`. */
  issuer?: string;
  relyingParty: RelyingPartyRegistration;
  logger: Logger;
}

/** A running provider. */
export interface RunningIdentityProvider {
  issuer: string;
  port: number;
  /** Ends it at once, open connections included. */
  close(): Promise<void>;
}

/** Starts the provider. Returns when it takes requests. */
export async function startIdentityProvider(
  options: IdentityProviderOptions,
): Promise<RunningIdentityProvider> {
  const signingKey = await newSigningKey();
  const server = createServer();
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(options.port, options.host, listening);
  });
  const { port } = server.address() as AddressInfo;
  const issuer = options.issuer ?? `http://localhost:${String(port)}`;
  const persons = new SignedInPersons();
  const provider = newProvider({
    issuer,
    signingKey,
    findRelyingParty: relyingPartyFrom(options.relyingParty),
    persons,
  });
  provider.on('server_error', (_ctx, error) =>
    options.logger.error('identity-provider.failed', {}, error),
  );
  server.on('request', handlerOf(provider, new LoginRoutes(provider, persons)));
  return {
    issuer,
    port,
    close: async () => {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

function handlerOf(
  provider: Provider,
  login: LoginRoutes,
): (request: IncomingMessage, response: ServerResponse) => void {
  const protocol = provider.callback();
  return (request, response) => {
    forgetEarlierSession(request);
    const path = request.url?.split('?')[0] ?? '';
    if (path === '/health/live' || path === '/health/ready') {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ status: path.slice('/health/'.length) }));
    } else if (path.startsWith('/interaction/')) {
      login.handle(request, response).catch(() => {
        const { html, headers } = errorPage(request.headers['accept-language'], 'expired');
        response.writeHead(400, headers).end(html);
      });
    } else {
      void protocol(request, response);
    }
  };
}

/**
 * Every sign-in starts from nothing: the next tester at the same browser is asked again, and two tabs do not disturb each
 * other. (oidc-provider would show a page of signing out when another person follows.)
 */
function forgetEarlierSession(request: IncomingMessage): void {
  const { cookie } = request.headers;
  if (cookie !== undefined) {
    request.headers.cookie = cookie
      .split('; ')
      .filter((pair) => !pair.startsWith(COOKIES.session))
      .join('; ');
  }
}
