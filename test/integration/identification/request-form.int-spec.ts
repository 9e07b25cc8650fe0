import { startIdentificationResponseSchema } from '@tapaamo/contracts';
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  decodeProtectedHeader,
  jwtVerify,
  type JSONWebKeySet,
  type JWK,
} from 'jose';
import { expectAnswer, type ApiClient } from '../../support/api-client.js';
import { book, linkOf } from '../../support/builders/booking-builder.js';
import { openDoor } from '../../support/door.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { temporaryFolder, type TemporaryFolder } from '../../support/test-config.js';
import { buildWorld } from '../../support/world.js';
import { PUBLIC_URL } from './support/harness.js';
import { HostileIssuer, nowSeconds } from './support/hostile-issuer.js';

const CALLBACK = `${PUBLIC_URL}/api/identification/callback`;
/** What somebody who stands before the proxy may send. */
const HOSTILE = {
  host: 'evil.example',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'gopher',
  forwarded: 'host=evil.example',
};

let folder: TemporaryFolder;
let issuer: HostileIssuer;
let api: TestApi;
let client: ApiClient;
let visitId: string;
let link: string;
/** Our keys as we publish them in clear; the first signs. */
let published: JSONWebKeySet;
let ours: ReturnType<typeof createLocalJWKSet>;

beforeAll(async () => {
  folder = temporaryFolder();
  issuer = await HostileIssuer.start();
  const config = { OIDC_ISSUER: issuer.url, DATA_DIR: folder.path, PUBLIC_URL };
  api = await startApi({ config });
  const world = await buildWorld(api.dataSource);
  const professional = api.client();
  await professional.signIn(world.professional.email);
  ({ visitId } = await book(professional, world.required));
  link = await linkOf(api, visitId);
  client = api.client();
  await openDoor(client, link);
  const { json } = await client.get('/api/identification/jwks.json');
  published = json as JSONWebKeySet;
  ours = createLocalJWKSet(published);
});

afterAll(async () => {
  await api.close();
  await issuer.close();
  folder.remove();
});

describe('a request to the provider', () => {
  it('R1: has our identifier and the request in its address, and nothing else', async () => {
    const url = await start();
    expect([...url.searchParams.keys()].sort()).toEqual(['client_id', 'request']);
    expect(url.href.startsWith(`${issuer.url}/auth?`)).toBe(true);
    expect(url.hash).toBe('');
  });

  it('R2: is signed with our named key, for the provider, for ten minutes at most, once', async () => {
    const [first, second] = [await requestIn(await start()), await requestIn(await start())];
    expect(first.protectedHeader).toEqual({
      alg: 'RS256',
      typ: 'JWT',
      kid: published.keys[0]?.kid,
    });
    const { iss, aud, iat = 0, exp = 0, jti, nbf } = first.payload;
    expect([iss, aud, nbf]).toEqual(['tapaamo', issuer.url, undefined]);
    expect(Math.abs(iat - nowSeconds())).toBeLessThan(60);
    expect(exp - iat).toBeGreaterThan(60);
    expect(exp - iat).toBeLessThanOrEqual(600);
    expect(jti).toMatch(/^[\w-]{22,}$/);
    expect(second.payload.jti).not.toBe(jti);
  });

  it('R3: demands a level and a fresh authentication, and binds the answer to itself', async () => {
    const { payload } = await requestIn(await start());
    expect(payload).toMatchObject({
      acr_values: 'http://ftn.ficora.fi/2017/loatest2 http://ftn.ficora.fi/2017/loatest3',
      prompt: 'login',
      max_age: 0,
      response_type: 'code',
    });
    // 256 bits, and more than the 32 characters that DVV demands of a nonce.
    expect(payload['nonce']).toMatch(/^[\w-]{43}$/);
    expect(payload['state']).toMatch(/^[\w-]{43}$/);
  });

  it('R4: holds a challenge by S256', async () => {
    const { payload } = await requestIn(await start());
    expect(payload['code_challenge_method']).toBe('S256');
    expect(payload['code_challenge']).toMatch(/^[\w-]{43}$/);
  });

  it('R5: is followed by a proof for the token endpoint, named and used once', async () => {
    const proofs = [await proofOfExchange(), await proofOfExchange()];
    for (const { payload, protectedHeader } of proofs) {
      const { iss, sub, aud, iat = 0, exp = 0 } = payload;
      expect([iss, sub, aud]).toEqual(['tapaamo', 'tapaamo', `${issuer.url}/token`]);
      expect(exp - iat).toBeLessThanOrEqual(600);
      expect(protectedHeader).toMatchObject({ alg: 'RS256', typ: 'JWT' });
      expect(protectedHeader.kid).toBe(published.keys[0]?.kid);
    }
    expect(new Set(proofs.map(({ payload }) => payload.jti)).size).toBe(2);
    expect([...(issuer.posted.get('/token') ?? [])].map(([name]) => name).sort()).toEqual([
      'client_assertion',
      'client_assertion_type',
      'client_id',
      'code',
      'code_verifier',
      'grant_type',
      'redirect_uri',
    ]);
  });

  it('R6: tells the provider nothing of the booking or its link', async () => {
    const url = await start();
    const { payload } = await requestIn(url);
    await proofOfExchange();
    const told = [
      url.href,
      JSON.stringify(payload),
      ...issuer.asked,
      String(issuer.posted.get('/token')),
    ].join('\n');
    const cookies = [...client.cookies.values()];
    expect(cookies.length).toBeGreaterThan(0);
    for (const secret of [visitId, link, 'Aino', 'Virtanen', ...cookies]) {
      expect(told).not.toContain(secret);
    }
  });

  it('R7: leads back to one address, whatever host it was asked at', async () => {
    const { payload } = await requestIn(await start(HOSTILE));
    expect(payload['redirect_uri']).toBe(CALLBACK);
    await proofOfExchange(HOSTILE);
    expect(issuer.posted.get('/token')?.get('redirect_uri')).toBe(CALLBACK);
  });
});

describe('what we publish for the provider', () => {
  it('K6: are our keys, signed by our entity key for a day, without private members', async () => {
    const { jwt, type } = await read('/api/identification/signed-jwks.jwt');
    expect(type).toBe('application/jwk-set+jwt');
    const { payload, protectedHeader } = await jwtVerify(jwt, await entityKey(), {
      typ: 'jwk-set+jwt',
      algorithms: ['RS256'],
      issuer: PUBLIC_URL,
      subject: PUBLIC_URL,
    });
    const { iat = 0, exp = 0 } = payload;
    expect(exp - iat).toBe(25 * 3600);
    const keys = payload['keys'] as JWK[];
    expect(keys).toEqual(published.keys);
    expect(keys.map(({ use }) => use)).toEqual(['sig', 'enc']);
    for (const key of keys) {
      expect(Object.keys(key).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
      expect(key.kid).not.toBe(protectedHeader.kid);
    }
  });

  it('K6: is what we are, by an entity key that stands in it', async () => {
    const { jwt, type } = await read('/.well-known/openid-federation');
    expect(type).toBe('application/entity-statement+jwt');
    const { payload } = await jwtVerify(jwt, await entityKey(), {
      typ: 'entity-statement+jwt',
      issuer: PUBLIC_URL,
      subject: PUBLIC_URL,
      requiredClaims: ['iat', 'exp'],
    });
    const { keys } = payload['jwks'] as { keys: JWK[] };
    expect(keys.map((key) => Object.keys(key).sort())).toEqual([
      ['alg', 'e', 'kid', 'kty', 'n', 'use'],
    ]);
    expect(payload['metadata']).toEqual({
      openid_relying_party: {
        redirect_uris: [CALLBACK],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        client_registration_types: [],
        organization_name: 'Tapaamo',
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'RS256',
        request_object_signing_alg: 'RS256',
        id_token_signed_response_alg: 'RS256',
        id_token_encrypted_response_alg: 'RSA-OAEP',
        id_token_encrypted_response_enc: 'A128CBC-HS256',
        signed_jwks_uri: `${PUBLIC_URL}/api/identification/signed-jwks.jwt`,
        post_logout_redirect_uris: [`${PUBLIC_URL}/v/signed-out`],
        frontchannel_logout_uri: `${PUBLIC_URL}/api/identification/sign-out`,
        frontchannel_logout_session_required: true,
      },
    });
  });

  it('stays the same for a while, however often it is asked for', async () => {
    const first = await read('/.well-known/openid-federation');
    expect((await read('/.well-known/openid-federation')).jwt).toBe(first.jwt);
    expect((await read('/api/identification/signed-jwks.jwt')).jwt).not.toBe(first.jwt);
  });
});

async function start(headers: Record<string, string> = {}): Promise<URL> {
  const answer = await client.post('/api/identification/start', undefined, { headers });
  const { redirectUrl } = expectAnswer(answer, 200, startIdentificationResponseSchema);
  return new URL(redirectUrl);
}

async function requestIn(url: URL): ReturnType<typeof jwtVerify> {
  return jwtVerify(url.searchParams.get('request') ?? '', ours);
}

/** Comes back from the provider. @returns What the token endpoint was shown. */
async function proofOfExchange(headers: Record<string, string> = {}): ReturnType<typeof jwtVerify> {
  const { search } = issuer.callbackFor((await start(headers)).href);
  await client.get(`/api/identification/callback${search}`, { headers });
  return jwtVerify(issuer.posted.get('/token')?.get('client_assertion') ?? '', ours);
}

async function read(path: string): Promise<{ jwt: string; type: string | null }> {
  const { status, headers, text } = await api.client().get(path);
  expect(status).toBe(200);
  return { jwt: text, type: headers.get('content-type') };
}

/** The one key in our entity statement that signed it. */
async function entityKey(): Promise<ReturnType<typeof createLocalJWKSet>> {
  const { jwt } = await read('/.well-known/openid-federation');
  const [, payload = ''] = jwt.split('.');
  const { jwks } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
    jwks: JSONWebKeySet;
  };
  const [key = {}] = jwks.keys;
  expect(decodeProtectedHeader(jwt).kid).toBe(await calculateJwkThumbprint(key));
  return createLocalJWKSet(jwks);
}
