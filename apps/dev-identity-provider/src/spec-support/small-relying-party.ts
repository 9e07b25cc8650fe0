import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@tapaamo/logging';
import {
  compactDecrypt,
  decodeProtectedHeader,
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  type JWK,
  type JWTPayload,
} from 'jose';
import {
  startIdentityProvider,
  type IdentityProviderOptions,
  type RunningIdentityProvider,
} from '../start-identity-provider.js';

/** Where the small relying party is sent back to; nobody listens there. */
export const CALLBACK = 'http://tapaamo.test/api/identification/callback';

/** The page of a sign-in, as a browser has it. */
export interface Login {
  url: string;
  cookie: string;
  status: number;
  html: string;
  headers: Headers;
}

/** An ID token as it came, opened. */
export interface OpenedToken {
  /** Header of the encryption; undefined when there is none. */
  encryption: Record<string, unknown> | undefined;
  header: Record<string, unknown>;
  claims: JWTPayload;
  /** The signed token that was inside. */
  signed: string;
}

/** Seconds since 1970 by the machine's clock. */
export function seconds(): number {
  return Math.floor((performance.timeOrigin + performance.now()) / 1000);
}

/** A private key of a relying party, named by its use. */
export async function newKey(use: 'sig' | 'enc', alg: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  return { ...(await exportJWK(privateKey)), use, alg, kid: use };
}

/** The provider and a relying party with as little of OpenID Connect as its specs need: it checks nothing. */
export class SmallRelyingParty {
  readonly log: string[] = [];
  provider!: RunningIdentityProvider;
  sig!: JWK;
  #enc!: JWK;
  #folder!: string;
  readonly #verifier = randomBytes(32).toString('base64url');

  /** Starts the provider with the keys of this relying party. */
  async start(options: Partial<IdentityProviderOptions> = {}): Promise<void> {
    this.#folder = await mkdtemp(join(tmpdir(), 'provider-'));
    [this.sig, this.#enc] = await Promise.all([newKey('sig', 'RS256'), newKey('enc', 'RSA-OAEP')]);
    await this.writeKeys();
    this.provider = await startIdentityProvider({
      host: '127.0.0.1',
      port: 0,
      relyingParty: { id: 'tapaamo', redirectUri: CALLBACK, keysFile: this.keysFile },
      logger: new Logger('test', 'debug', { write: (line) => void this.log.push(line) }),
      ...options,
    });
  }

  get keysFile(): string {
    return join(this.#folder, 'oidc-keys.json');
  }

  /** Makes the keys known to the provider. */
  async writeKeys(): Promise<void> {
    await writeFile(this.keysFile, JSON.stringify({ keys: [this.sig, this.#enc] }));
  }

  async stop(): Promise<void> {
    await this.provider.close();
    await rm(this.#folder, { recursive: true });
  }

  /** Opens the login page by a query, by default one with a signed request object. A refusal that goes back is 303. */
  async openLogin(changed: Record<string, unknown> = {}, query?: string): Promise<Login> {
    const asked = query ?? (await this.signedRequest(changed));
    const sent = await fetch(`${this.provider.issuer}/auth?client_id=tapaamo&${asked}`, {
      redirect: 'manual',
    });
    const cookie = cookiesOf(sent);
    const url = new URL(sent.headers.get('location') ?? '/auth', this.provider.issuer).href;
    if (!url.startsWith(this.provider.issuer)) {
      return { url, cookie, status: sent.status, html: '', headers: sent.headers };
    }
    const page = await fetch(url, { headers: { cookie, 'accept-language': 'fi' } });
    return { url, cookie, status: page.status, html: await page.text(), headers: page.headers };
  }

  /** Sends the form of a login page. */
  submit({ url, cookie }: Login, form: Record<string, string>): Promise<Response> {
    return fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, 'accept-language': 'fi' },
      body: new URLSearchParams({ act: 'identify', ...form }),
    });
  }

  /** Sends the form and goes where the provider leads, up to what is not the provider's any more. */
  async follow(login: Login, form: Record<string, string>): Promise<Response> {
    const sent = await this.submit(login, form);
    const resume = new URL(sent.headers.get('location') ?? '/', this.provider.issuer);
    return fetch(resume, { redirect: 'manual', headers: { cookie: login.cookie } });
  }

  /** A whole sign-in. @returns The query that comes back. */
  async signIn(form: Record<string, string>, login?: Login): Promise<URLSearchParams> {
    const answer = await this.follow(login ?? (await this.openLogin()), form);
    return new URL(answer.headers.get('location') ?? '').searchParams;
  }

  /** Exchanges a code. */
  async askForTokens(code: string): Promise<Response> {
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: CALLBACK,
      code_verifier: this.#verifier,
      ...(await this.proof()),
    });
    return fetch(`${this.provider.issuer}/token`, { method: 'POST', body });
  }

  /** Signs in and opens the ID token. */
  async identify(form: Record<string, string>, login?: Login): Promise<OpenedToken> {
    const answer = await this.askForTokens((await this.signIn(form, login)).get('code') ?? '');
    const { id_token: token } = (await answer.json()) as { id_token: string };
    return this.open(token);
  }

  /** Decrypts a token, if it is encrypted, and reads it without looking at its signature. */
  async open(token: string): Promise<OpenedToken> {
    const isEncrypted = token.split('.').length === 5;
    const signed = isEncrypted ? await this.#decrypt(token) : token;
    const claims = JSON.parse(
      Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString(),
    ) as JWTPayload;
    return {
      encryption: isEncrypted ? { ...decodeProtectedHeader(token) } : undefined,
      header: { ...decodeProtectedHeader(signed) },
      claims,
      signed,
    };
  }

  async #decrypt(token: string): Promise<string> {
    const key = await importJWK(this.#enc, 'RSA-OAEP');
    return new TextDecoder().decode((await compactDecrypt(token, key)).plaintext);
  }

  /** Parameters by which the relying party shows who it is. */
  async proof(changed: Record<string, unknown> = {}): Promise<Record<string, string>> {
    const { issuer } = this.provider;
    const claims = { iss: 'tapaamo', sub: 'tapaamo', aud: `${issuer}/token`, jti: randomUUID() };
    return {
      client_id: 'tapaamo',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await this.sign({ ...claims, ...changed }),
    };
  }

  /** Parameters of a request that asks for everything the trust network demands. */
  requestParameters(changed: Record<string, unknown> = {}): Record<string, unknown> {
    return {
      response_type: 'code',
      scope: 'openid',
      redirect_uri: CALLBACK,
      state: 'x'.repeat(43),
      nonce: 'y'.repeat(43),
      code_challenge: createHash('sha256').update(this.#verifier).digest('base64url'),
      code_challenge_method: 'S256',
      acr_values: 'http://ftn.ficora.fi/2017/loatest2',
      ftn_spname: 'Tapaamo',
      ui_locales: 'fi',
      ...changed,
    };
  }

  /** A query with those parameters in a signed request object. */
  async signedRequest(changed: Record<string, unknown> = {}, key = this.sig): Promise<string> {
    const request = {
      iss: 'tapaamo',
      client_id: 'tapaamo',
      aud: this.provider.issuer,
      jti: randomUUID(),
      ...this.requestParameters(changed),
    };
    return `request=${await this.sign(request, key)}`;
  }

  async sign(claims: Record<string, unknown>, key = this.sig): Promise<string> {
    return new SignJWT({ iat: seconds(), exp: seconds() + 300, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: key.kid ?? '' })
      .sign(await importJWK(key, 'RS256'));
  }
}

/** Cookies of an answer, as a browser sends them back. */
export function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((header) => header.split(';')[0])
    .join('; ');
}
