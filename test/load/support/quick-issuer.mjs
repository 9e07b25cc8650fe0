import { createServer } from 'node:http';
import {
  CompactEncrypt,
  CompactSign,
  decodeJwt,
  exportJWK,
  generateKeyPair,
  importJWK,
} from 'jose';

const LIFE_S = 600;

/**
 * An identity provider that does the least an honest one can, and says how long it took: what is left of a callback's time
 * is the product's own. Whoever comes is always the same test person.
 */
export class QuickIssuer {
  /** Milliseconds that it has spent over its answers. */
  spentMs = 0;
  #server;
  #key;
  #publicJwk;
  /** Claims of request objects by the code that was given for them. @type {Map<string, Record<string, unknown>>} */
  #asked = new Map();
  /** Key that tokens are encrypted to. */
  #to;

  static async start() {
    const issuer = new QuickIssuer();
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    issuer.#key = privateKey;
    issuer.#publicJwk = { ...(await exportJWK(publicKey)), kid: 'quick', use: 'sig', alg: 'RS256' };
    issuer.#server = createServer((request, response) => void issuer.#handle(request, response));
    await new Promise((listening) => issuer.#server.listen(0, '127.0.0.1', listening));
    return issuer;
  }

  get url() {
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  /** @param {string} jwksUrl Where the relying party publishes its keys. */
  async know(jwksUrl) {
    const { keys } = await (await fetch(jwksUrl)).json();
    const jwk = keys.find(({ use }) => use === 'enc');
    this.#to = { key: await importJWK(jwk, jwk.alg), kid: jwk.kid, alg: jwk.alg };
  }

  /** The person says yes at once. @param {string} redirectUrl @returns {URL} Where the browser goes. */
  answer(redirectUrl) {
    const asked = decodeJwt(String(new URL(redirectUrl).searchParams.get('request')));
    const code = crypto.randomUUID();
    this.#asked.set(code, asked);
    const back = new URL(String(asked.redirect_uri));
    back.search = new URLSearchParams({
      code,
      state: String(asked.state),
      iss: this.url,
    }).toString();
    return back;
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #handle(request, response) {
    const begun = performance.now();
    const path = request.url.split('?')[0];
    let form = '';
    for await (const part of request) {
      form += part;
    }
    const answers = {
      '/.well-known/openid-configuration': () => this.#metadata(),
      '/jwks': () => ({ keys: [this.#publicJwk] }),
      '/token': () => this.#tokens(new URLSearchParams(form).get('code')),
    };
    const body = JSON.stringify(await answers[path]());
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
    this.spentMs += performance.now() - begun;
  }

  #metadata() {
    return {
      issuer: this.url,
      authorization_endpoint: `${this.url}/auth`,
      token_endpoint: `${this.url}/token`,
      jwks_uri: `${this.url}/jwks`,
      response_types_supported: ['code'],
      authorization_response_iss_parameter_supported: true,
    };
  }

  async #tokens(code) {
    const asked = this.#asked.get(code);
    this.#asked.delete(code);
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: this.url,
      aud: asked.client_id,
      sub: 'transient',
      iat: now,
      exp: now + LIFE_S,
      auth_time: now,
      nonce: asked.nonce,
      acr: String(asked.acr_values).split(' ')[0],
      amr: ['urn:dev:bank'],
      'urn:oid:1.2.246.21': '291292-918R',
      'urn:oid:2.5.4.4': 'Virtanen',
      'urn:oid:1.2.246.575.1.14': 'Aino Olivia',
    };
    const encoder = new TextEncoder();
    const signed = await new CompactSign(encoder.encode(JSON.stringify(claims)))
      .setProtectedHeader({ alg: 'RS256', kid: 'quick' })
      .sign(this.#key);
    const { key, kid, alg } = this.#to;
    const token = await new CompactEncrypt(encoder.encode(signed))
      .setProtectedHeader({ alg, enc: 'A128CBC-HS256', cty: 'JWT', kid })
      .encrypt(key);
    return { access_token: 'x', token_type: 'Bearer', id_token: token };
  }
}
