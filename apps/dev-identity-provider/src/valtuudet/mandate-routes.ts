import type { IncomingMessage, ServerResponse } from 'node:http';
import { SystemClock } from '@tapaamo/common';
import { languageOf, readForm, send } from '../login-request.js';
import { errorPage } from '../pages/error-page.js';
import { CHECKSUM_HEADER, isChecksumRight, type ChecksumKey } from './checksum.js';
import { choicePage } from './choice-page.js';
import { authorizationOf, childrenOf } from './guardianships.js';
import { MandateSessions, type MandateSession } from './mandate-sessions.js';

/** Where the fake e-Authorizations stand; the base address of a relying party's adapter. */
export const MANDATES_PATH = '/valtuudet';

/** What a relying party has agreed on with the fake e-Authorizations. Secrets of nothing: they open test persons only. */
export const MANDATES_AGREEMENT = {
  apiKey: 'dev-valtuudet-api-key',
  password: 'dev-valtuudet-password',
} as const;

/** Life of an access token that is told, in seconds. */
const TOKEN_SECONDS = 599;

const REGISTER = /^\/service\/hpa\/user\/register\/([^/]+)\/([^/]+)$/;
const DELEGATE = /^\/service\/hpa\/api\/delegate\/([^/]+)$/;
const AUTHORIZATION = /^\/service\/hpa\/api\/authorization\/([^/]+)\/([^/]+)$/;

/** For whom the fake stands. */
export interface MandatesOptions {
  clientId: string;
  /** Origin that people go back to. */
  returnOrigin: string;
}

/**
 * A fake of Suomi.fi e-Authorizations' Web API for acting on behalf of a person (developers' site of suomi.fi): register,
 * choose, token, delegate, authorization. Identity codes stand in its addresses, so no address is ever logged.
 */
export class MandateRoutes {
  readonly #sessions = new MandateSessions();
  readonly #clock = new SystemClock();
  readonly #key: ChecksumKey;

  constructor(private readonly options: MandatesOptions) {
    this.#key = { clientId: options.clientId, apiKey: MANDATES_AGREEMENT.apiKey };
  }

  /** Answers a request below `MANDATES_PATH`. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.slice(MANDATES_PATH.length);
    if (path === '/oauth/authorize') {
      await this.#choice(request, response, searchParams);
    } else if (path === '/oauth/token' && request.method === 'POST') {
      this.#token(request, response, searchParams);
    } else if (request.method === 'GET' && path.startsWith('/service/hpa/')) {
      this.#service(request, response, path);
    } else {
      response.writeHead(404).end();
    }
  }

  #service(request: IncomingMessage, response: ServerResponse, path: string): void {
    if (!this.#isAsker(request)) {
      refuse(response);
      return;
    }
    const [, clientId, guardian] = REGISTER.exec(path) ?? [];
    if (clientId === this.options.clientId && guardian !== undefined) {
      const { sessionId, userId } = this.#sessions.begin(decodeURIComponent(guardian));
      json(response, { sessionId, userId });
      return;
    }
    const [, sessionId = '', child] = AUTHORIZATION.exec(path) ?? DELEGATE.exec(path) ?? [];
    const session = this.#sessions.opened(sessionId, bearerOf(request));
    if (session === undefined) {
      refuse(response);
    } else if (child === undefined) {
      json(response, delegatesOf(session));
    } else {
      json(response, { result: authorizationOf(session.guardian, decodeURIComponent(child)) });
    }
  }

  /** The checksum is over the path below the base address; one over the whole path is right too. */
  #isAsker({ headers, url = '' }: IncomingMessage): boolean {
    const header = headers[CHECKSUM_HEADER];
    const nowMs = this.#clock.nowMs();
    return [url.slice(MANDATES_PATH.length), url].some(
      (path) => typeof header === 'string' && isChecksumRight(header, this.#key, { path, nowMs }),
    );
  }

  async #choice(
    request: IncomingMessage,
    response: ServerResponse,
    query: URLSearchParams,
  ): Promise<void> {
    const session = this.#sessions.ofUser(query.get('user') ?? '');
    const back = this.#returnAddress(query);
    if (session === undefined || back === undefined) {
      send(response, 400, errorPage(request.headers['accept-language'], 'invalid_request'));
      return;
    }
    const children = childrenOf(session.guardian);
    const form = request.method === 'POST' ? await readForm(request) : {};
    const child = children.find(({ id }) => form['act'] === 'choose' && id === form['child']);
    if (child !== undefined) {
      const redirectUri = query.get('redirect_uri') ?? '';
      back.searchParams.set('code', this.#sessions.choose(session, child, redirectUri));
      response.writeHead(303, { location: back.href }).end();
    } else if (form['act'] === 'cancel') {
      back.searchParams.set('error', 'access_denied');
      response.writeHead(303, { location: back.href }).end();
    } else {
      const language = languageOf(request, undefined);
      const { guardian } = session;
      const view = { language, guardian, children, action: request.url ?? '' };
      send(response, 200, choicePage({ ...view, returnOrigin: back.origin }));
    }
  }

  #returnAddress(query: URLSearchParams): URL | undefined {
    const address = URL.parse(query.get('redirect_uri') ?? '');
    const isKnown = query.get('client_id') === this.options.clientId;
    if (address?.origin !== this.options.returnOrigin || !isKnown) {
      return undefined;
    }
    const state = query.get('state');
    if (state !== null) {
      address.searchParams.set('state', state);
    }
    return address;
  }

  #token(request: IncomingMessage, response: ServerResponse, query: URLSearchParams): void {
    const secret = `${this.options.clientId}:${MANDATES_AGREEMENT.password}`;
    const isKnown =
      request.headers.authorization === `Basic ${Buffer.from(secret).toString('base64')}`;
    const token =
      isKnown && query.get('grant_type') === 'authorization_code'
        ? this.#sessions.exchange(query.get('code') ?? '', query.get('redirect_uri') ?? '')
        : undefined;
    if (!isKnown) {
      refuse(response);
    } else if (token === undefined) {
      response.writeHead(400, JSON_TYPE).end('{"error":"invalid_grant"}');
    } else {
      json(response, { access_token: token, token_type: 'bearer', expires_in: TOKEN_SECONDS });
    }
  }
}

const JSON_TYPE = { 'content-type': 'application/json' };

function delegatesOf({ child }: MandateSession): { personId: string; name: string }[] {
  return child?.hetu === undefined || child.hetu === null
    ? []
    : [{ personId: child.hetu, name: `${child.familyName} ${child.givenNames}` }];
}

function bearerOf({ headers }: IncomingMessage): string {
  return headers.authorization?.replace(/^Bearer /i, '') ?? '';
}

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, JSON_TYPE).end(JSON.stringify(body));
}

function refuse(response: ServerResponse): void {
  response.writeHead(401).end();
}
