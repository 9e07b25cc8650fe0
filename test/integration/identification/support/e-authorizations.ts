import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { nowSeconds, sendJson, type Answer } from './hostile-issuer.js';

/** How the service knows whoever asks. */
export const KNOWN = { clientId: 'ed4b7ae7', apiKey: 'an api key of a test', oauthSecret: 'hush' };

/** Difference of clocks that the service takes, in seconds. */
const CLOCK_SECONDS = 5 * 60;

/**
 * Suomi.fi e-Authorizations, as strict as the interface says: whoever asks with a wrong checksum, an old time or another's
 * token is refused. A test says who may act for whom, and what goes wrong.
 */
export class EAuthorizations {
  /** Identity codes of the children that the guardian chose. */
  chosen: string[] = [];
  /** What the rules say of each of them. */
  result = 'ALLOWED';
  /** What a step does instead, by the beginning of its path. */
  readonly instead = new Map<string, Answer>();
  /** Paths without identity codes, in the order they were asked for. */
  readonly asked: string[] = [];
  /** Identity codes that were registered. */
  readonly registered: string[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<EAuthorizations> {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const service = new EAuthorizations(server);
    server.on('request', (request, response) => service.#handle(request, response));
    return service;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  /** Where the guardian comes back to when they have chosen. */
  static returnOf(redirectUrl: string, query: Record<string, string> = {}): URL {
    const asked = new URL(redirectUrl).searchParams;
    const url = new URL(String(asked.get('redirect_uri')));
    const answer = { code: 'a-code', state: String(asked.get('state')), ...query };
    url.search = new URLSearchParams(answer).toString();
    return url;
  }

  async close(): Promise<void> {
    const closed = new Promise((done) => this.server.close(done));
    this.server.closeAllConnections();
    await closed;
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', this.url);
    const [, step = '', rest = ''] =
      /^(\/service\/hpa\/(?:user\/register|api\/delegate|api\/authorization)|\/oauth\/token)(.*)$/.exec(
        url.pathname,
      ) ?? [];
    this.asked.push(step);
    const instead = this.instead.get(step);
    if (instead !== undefined) {
      instead(response);
    } else if (!(step === '/oauth/token' ? isBasic(request) : isSigned(request))) {
      sendJson(response, { error: 'unauthorized' }, 401);
    } else {
      this.#answer(step, rest, response);
    }
  }

  #answer(step: string, rest: string, response: ServerResponse): void {
    if (step.endsWith('/register')) {
      this.registered.push(decodeURIComponent(rest.split('/')[2] ?? ''));
      sendJson(response, { sessionId: 'session-1', userId: 'user-1' });
    } else if (step === '/oauth/token') {
      sendJson(response, { access_token: 'a-token', token_type: 'bearer' });
    } else if (step.endsWith('/delegate')) {
      sendJson(
        response,
        this.chosen.map((personId) => ({ personId, name: 'Lapsi' })),
      );
    } else {
      sendJson(response, { result: this.result });
    }
  }
}

/** Whether the checksum is of this path and a time near to now, and the token ours where one is needed. */
function isSigned({ url = '', headers }: IncomingMessage): boolean {
  const [clientId, time = '', checksum] = String(headers['x-asiointivaltuudetauthorization']).split(
    ' ',
  );
  const right = createHmac('sha256', KNOWN.apiKey).update(`${url} ${time}`).digest('base64');
  const isNear = Math.abs(new Date(time).getTime() / 1000 - nowSeconds()) <= CLOCK_SECONDS;
  const needsToken = !url.includes('/register/');
  return (
    clientId === KNOWN.clientId &&
    checksum === right &&
    isNear &&
    (!needsToken || headers.authorization === 'Bearer a-token')
  );
}

function isBasic({ method, headers }: IncomingMessage): boolean {
  const pair = `${KNOWN.clientId}:${KNOWN.oauthSecret}`;
  return (
    method === 'POST' && headers.authorization === `Basic ${Buffer.from(pair).toString('base64')}`
  );
}
