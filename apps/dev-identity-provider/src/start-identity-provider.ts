import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '@tapaamo/logging';
import type { Provider } from 'oidc-provider';
import { LoginRoutes } from './login-routes.js';
import { Conduct } from './conduct/conduct.js';
import type { DialectName } from './conduct/dialects.js';
import { KeyRing, newSigningKey } from './keys/key-ring.js';
import { errorPage } from './pages/error-page.js';
import { SignIns } from './persons/sign-ins.js';
import { COOKIES, newProvider } from './provider.js';
import { relyingPartyFrom, type RelyingPartyRegistration } from './relying-party.js';
import { Detours } from './returns/detours.js';
import { finishAnswers } from './returns/finish-answers.js';
import { IdTokens } from './tokens/id-tokens.js';
import { StaffLoginRoutes } from './staff/staff-login-routes.js';
import { newStaffProvider } from './staff/staff-provider.js';
import {
  staffRelyingPartyFrom,
  type StaffRelyingPartyRegistration,
} from './staff/staff-relying-party.js';

/** Where the provider of staff stands below the other one's address. */
const STAFF_PATH = '/staff';

/** Where and for whom the provider runs. */
export interface IdentityProviderOptions {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Address by which browsers and the relying party know it; by default `http://localhost:<port>`. */
  issuer?: string;
  /** Dialect that is spoken at first; by default that of a developer's machine. */
  dialect?: DialectName;
  relyingParty: RelyingPartyRegistration;
  /** Who asks for staff; without it there is no provider of staff. */
  staff?: StaffRelyingPartyRegistration;
  logger: Logger;
}

/** A running provider. */
export interface RunningIdentityProvider {
  issuer: string;
  /** Of the provider of staff. */
  staffIssuer: string;
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
  const conduct = new Conduct(options.dialect ?? 'dev');
  const keyRing = new KeyRing(signingKey);
  const signIns = new SignIns();
  const detours = new Detours();
  const findRelyingParty = relyingPartyFrom(options.relyingParty, conduct);
  const provider = newProvider({ issuer, conduct, signingKey, findRelyingParty, signIns });
  const idTokens = new IdTokens(conduct, keyRing, signIns, findRelyingParty);
  finishAnswers(provider, { conduct, idTokens, detours });
  provider.on('server_error', (_ctx, error) =>
    options.logger.error('identity-provider.failed', {}, error),
  );
  const staffIssuer = issuer + STAFF_PATH;
  const handlers = [handlerOf('', provider, new LoginRoutes(provider, signIns, conduct, detours))];
  if (options.staff !== undefined) {
    const ofStaff = newStaffProvider({
      issuer: staffIssuer,
      signingKey,
      findRelyingParty: staffRelyingPartyFrom(options.staff),
    });
    handlers.unshift(handlerOf(STAFF_PATH, ofStaff, new StaffLoginRoutes(ofStaff)));
  }
  server.on('request', (request, response) => {
    forgetEarlierSession(request);
    handlers.find((handle) => handle(request, response));
  });
  return {
    issuer,
    staffIssuer,
    port,
    close: async () => {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Takes a request, unless it is another's. @returns Whether it was taken. */
type Handler = (request: IncomingMessage, response: ServerResponse) => boolean;

/** A handler of what stands below a path. oidc-provider reads the whole address from `originalUrl`, as Express has it. */
function handlerOf(
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
    return true;
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
