import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { OidcDialect } from '@tapaamo/config';
import type { RelyingPartyKeys } from '@tapaamo/identification';
import {
  CompactEncrypt,
  CompactSign,
  decodeJwt,
  exportJWK,
  generateKeyPair,
  importJWK,
  type CryptoKey,
  type JWK,
  type JWTPayload,
} from 'jose';
import { personClaims } from './person-claims.js';

/** A signing key that the issuer may publish, or only use. */
export interface IssuerKey {
  privateKey: CryptoKey;
  publicJwk: JWK & { kid: string };
}

/** An answer of one of its endpoints. */
export type Answer = (response: ServerResponse) => unknown;

/** What it puts into a token and does to it. */
export interface TokenRecipe {
  /** Claims that differ from the honest ones; undefined takes a claim out. */
  claims?: Record<string, unknown>;
  /** Header of the signature, where it differs. */
  header?: Record<string, unknown>;
  key?: CryptoKey | Uint8Array;
  /** Leaves the token as it is signed. */
  isPlain?: boolean;
  /** Where it is encrypted to, if not to the relying party's published key. */
  encryptTo?: JWK;
  encryption?: { alg?: string; enc?: string; kid?: string | undefined; zip?: string };
  /** What is done to the finished token. */
  mangle?: (token: string) => string;
}

/** Seconds since 1970 by the machine's clock, which the protocol goes by. */
export function nowSeconds(): number {
  return Math.floor((performance.timeOrigin + performance.now()) / 1000);
}

/** A signing key with a name. */
export async function issuerKey(kid: string): Promise<IssuerKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  return {
    privateKey,
    publicJwk: { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' },
  };
}

/** An issuer that answers whatever a test wants; a real one is too correct for that. */
export class HostileIssuer {
  /** Keys it publishes. */
  published: JWK[] = [];
  /** What the token endpoint does next. */
  answer: Answer = (response) => response.writeHead(500).end();
  /** What discovery does; null for the honest document. */
  discovery: Answer | null = null;
  /** What its key set does; null for the published keys. */
  jwks: Answer | null = null;
  /** What its signed key set does; it has none of itself. */
  signedKeys: Answer = (response) => response.writeHead(404).end();
  /** What its endpoint for pushed requests does; null for taking them. */
  pushing: Answer | null = null;
  /** How it names what it tells of a person. */
  dialect: OidcDialect = 'dev';
  /** Where its token endpoint is. */
  tokenPath = '/token';
  /** Where it lets people sign out; null where it does not. */
  signOutPath: string | null = null;
  /** Requests by path, since the test emptied it. */
  readonly asked: string[] = [];
  /** What was posted to it, by path; the last one counts. */
  readonly posted = new Map<string, URLSearchParams>();
  #key: IssuerKey | undefined;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<HostileIssuer> {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const issuer = new HostileIssuer(server);
    server.on('request', (request, response) => void issuer.#handle(request, response));
    await issuer.useKey(await issuerKey('honest'));
    return issuer;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  get key(): IssuerKey {
    if (this.#key === undefined) {
      throw new Error('The issuer has no key.');
    }
    return this.#key;
  }

  /** Signs with another key from now on and publishes only that. */
  async useKey(key: IssuerKey): Promise<void> {
    this.#key = key;
    this.published = [key.publicJwk];
  }

  /** Address of the callback for a request, as an honest issuer gives it. */
  callbackFor(redirectUrl: string, query: Record<string, string> = {}): URL {
    const { redirect_uri, state } = this.requestOf(redirectUrl);
    const url = new URL(String(redirect_uri));
    url.search = new URLSearchParams({
      code: 'a-code',
      state: String(state),
      iss: this.url,
      ...query,
    }).toString();
    return url;
  }

  /** An ID token for a request: honest but for the recipe. @param keys - Null for who does not encrypt. */
  async token(
    redirectUrl: string,
    keys: RelyingPartyKeys | null,
    recipe: TokenRecipe = {},
  ): Promise<string> {
    const now = nowSeconds();
    const claims: JWTPayload = {
      iss: this.url,
      aud: 'tapaamo',
      sub: 'transient',
      iat: now,
      exp: now + 600,
      auth_time: now,
      nonce: this.requestOf(redirectUrl)['nonce'],
      acr: 'http://ftn.ficora.fi/2017/loatest2',
      amr: ['urn:dev:bank'],
      ...personClaims(this.dialect),
      ...recipe.claims,
    };
    const header = { alg: 'RS256', kid: this.key.publicJwk.kid, ...recipe.header };
    const signed = await sign(claims, header, recipe.key ?? this.key.privateKey);
    const isPlain = recipe.isPlain === true || keys === null;
    const finished = isPlain ? signed : await encrypt(signed, keys, recipe);
    return recipe.mangle?.(finished) ?? finished;
  }

  /** Answers with a token. */
  giveToken(idToken: string | undefined): void {
    this.answer = (response) =>
      sendJson(response, { access_token: 'x', token_type: 'Bearer', id_token: idToken });
  }

  async close(): Promise<void> {
    const closed = new Promise((done) => this.server.close(done));
    this.server.closeAllConnections();
    await closed;
  }

  /** What a redirect asks for, also where the request was pushed before it. */
  requestOf(redirectUrl: string): JWTPayload {
    const { searchParams } = new URL(redirectUrl);
    const pushed = this.posted.get('/par')?.get('request');
    return searchParams.has('request_uri') ? decodeJwt(pushed ?? '') : requestOf(redirectUrl);
  }

  /** Its honest discovery document. */
  get metadata(): object {
    return {
      issuer: this.url,
      authorization_endpoint: `${this.url}/auth`,
      token_endpoint: this.url + this.tokenPath,
      pushed_authorization_request_endpoint: `${this.url}/par`,
      jwks_uri: `${this.url}/jwks`,
      ...(this.signOutPath === null ? {} : { end_session_endpoint: this.url + this.signOutPath }),
      response_types_supported: ['code'],
      id_token_signing_alg_values_supported: ['RS256'],
      authorization_response_iss_parameter_supported: true,
    };
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?')[0] ?? '';
    this.asked.push(path);
    if (request.method === 'POST') {
      this.posted.set(path, new URLSearchParams(await text(request)));
    }
    const routes: Record<string, Answer> = {
      '/.well-known/openid-configuration':
        this.discovery ?? ((answer) => sendJson(answer, this.metadata)),
      '/jwks': this.jwks ?? ((answer) => sendJson(answer, { keys: this.published })),
      '/signed-jwks': this.signedKeys,
      '/par':
        this.pushing ??
        ((answer) => sendJson(answer, { request_uri: 'urn:pushed:1', expires_in: 60 }, 201)),
      [this.tokenPath]: this.answer,
    };
    (routes[path] ?? ((answer) => answer.writeHead(404).end()))(response);
  }
}

/** What a redirect asks for: claims of its request object, or its query where it has none. */
export function requestOf(redirectUrl: string): JWTPayload {
  const { searchParams } = new URL(redirectUrl);
  const object = searchParams.get('request');
  return object === null ? Object.fromEntries(searchParams) : decodeJwt(object);
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function sign(
  claims: JWTPayload,
  header: Record<string, unknown>,
  key: CryptoKey | Uint8Array,
): Promise<string> {
  const payload = new TextEncoder().encode(JSON.stringify(claims));
  if (header['alg'] === 'none') {
    const encode = (part: object): string =>
      Buffer.from(JSON.stringify(part)).toString('base64url');
    return `${encode(header)}.${encode(claims)}.`;
  }
  return new CompactSign(payload)
    .setProtectedHeader({ ...header, alg: String(header['alg']) })
    .sign(key);
}

async function encrypt(
  token: string,
  keys: RelyingPartyKeys,
  { encryptTo, encryption }: TokenRecipe,
): Promise<string> {
  const jwk = encryptTo ?? keys.publicJwks.keys.find(({ use }) => use === 'enc');
  const header = {
    alg: 'RSA-OAEP',
    enc: 'A128CBC-HS256',
    cty: 'JWT',
    kid: jwk?.kid,
    ...encryption,
  };
  return new CompactEncrypt(new TextEncoder().encode(token))
    .setProtectedHeader(header)
    .encrypt(await importJWK({ ...jwk, alg: header.alg }, header.alg));
}
