import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '@tapaamo/config';
import { SignJWT, exportJWK, generateKeyPair, type JWK } from 'jose';
import { temporaryFolder, type TemporaryFolder } from '../../support/test-config.js';
import { startHarness, type Harness } from './support/harness.js';
import {
  HostileIssuer,
  issuerKey,
  nowSeconds,
  type IssuerKey,
  type TokenRecipe,
} from './support/hostile-issuer.js';

let folder: TemporaryFolder;
let issuer: HostileIssuer;
let harness: Harness;

beforeAll(async () => {
  folder = temporaryFolder();
  issuer = await HostileIssuer.start();
});

afterAll(async () => {
  await issuer.close();
  folder.remove();
});

describe('the provider’s keys from its own address', () => {
  beforeAll(() => startWith({}));
  afterAll(() => harness.close());

  it('K1: may change between a request and its token', async () => {
    await identify(() => newSigningKey('second'));
  });

  it('K2: may change twice within a minute', async () => {
    await identify(() => newSigningKey('third'));
    await identify(() => newSigningKey('fourth'));
  });

  it('K3: are an outage while they cannot be read', async () => {
    const outcome = identify(() => {
      issuer.jwks = (response) => response.writeHead(503).end();
    });
    await expect(outcome).rejects.toMatchObject({ code: 'identification.provider-unavailable' });
    issuer.jwks = null;
    await identify();
  });
});

describe('the provider’s keys that were handed over', () => {
  afterAll(() => harness.close());

  it('count, and no others are asked for', async () => {
    const known = await issuerKey('handed-over');
    await issuer.useKey(known);
    await startWith({ OIDC_PROVIDER_JWKS_FILE: write('keys', { keys: [known.publicJwk] }) });
    issuer.asked.length = 0;
    await identify();
    await newSigningKey('published-only');
    await expect(identify()).rejects.toMatchObject({ reason: 'OAUTH_KEY_SELECTION_FAILED' });
    expect(issuer.asked).not.toContain('/jwks');
    expect(issuer.asked).not.toContain('/keys-in-hand');
  });
});

describe('the provider’s signed key set', () => {
  let entity: IssuerKey;
  let settings: Partial<Config>;

  beforeAll(async () => {
    entity = await issuerKey('entity');
    const keys = [entity.publicJwk];
    settings = {
      OIDC_PROVIDER_SIGNED_JWKS_URL: `${issuer.url}/signed-jwks`,
      OIDC_PROVIDER_ENTITY_KEYS_FILE: write('entity', { keys }),
    };
  });

  beforeEach(async () => {
    await newSigningKey('vouched-for');
    await startWith(settings);
    issuer.asked.length = 0;
  });

  afterEach(() => harness.close());

  it('K5: counts when the entity key signed it, is read once, and the plain one never', async () => {
    await publish(entity);
    await identify();
    await identify();
    expect(issuer.asked.filter((path) => path === '/signed-jwks')).toHaveLength(1);
    expect(issuer.asked).not.toContain('/jwks');
  });

  it('K2: is not read again within a minute for a key that it lacks', async () => {
    await publish(entity);
    const outcome = identify(() => newSigningKey('too-new'));
    await expect(outcome).rejects.toMatchObject({ reason: 'OAUTH_KEY_SELECTION_FAILED' });
    expect(issuer.asked.filter((path) => path === '/signed-jwks')).toHaveLength(1);
  });

  it('K5: is refused when another entity signed it, before anybody leaves', async () => {
    await publish(await issuerKey('entity'));
    const visit = await harness.addVisit('Aino Virtanen');
    await expect(visit.start()).rejects.toMatchObject({
      code: 'identification.provider-unavailable',
    });
    expect(harness.log.of('identification.provider-keys-refused')).toMatchObject([
      { code: 'signed-keys:ERR_JWS_SIGNATURE_VERIFICATION_FAILED' },
    ]);
  });

  async function publish(by: IssuerKey): Promise<void> {
    const now = nowSeconds();
    const whole = { iss: issuer.url, sub: issuer.url, iat: now, exp: now + 3600 };
    const jwt = await new SignJWT({ keys: issuer.published, ...whole })
      .setProtectedHeader({ alg: 'RS256', kid: 'entity', typ: 'jwk-set+jwt' })
      .sign(by.privateKey);
    issuer.signedKeys = (response) =>
      response.writeHead(200, { 'content-type': 'application/jwk-set+jwt' }).end(jwt);
  }
});

describe('our keys that open tokens', () => {
  let keys: JWK[];

  beforeAll(async () => {
    await newSigningKey('of-today');
    const signing = { ...(await privateKey('RS256')), kid: 'ours', use: 'sig' };
    const opening = await Promise.all(
      ['new', 'old'].map(async (kid) => ({ ...(await privateKey('RSA-OAEP')), kid, use: 'enc' })),
    );
    keys = opening.map(({ kty, n, e, kid }) => ({ kty, n, e, kid }));
    await startWith({ OIDC_KEYS_FILE: write('ours', { keys: [signing, ...opening] }) });
  });

  afterAll(() => harness.close());

  it.each([
    ['new', 'RSA-OAEP', 'A128CBC-HS256'],
    ['old', 'RSA-OAEP', 'A128GCM'],
    ['new', 'RSA-OAEP-256', 'A256GCM'],
    ['old', 'RSA-OAEP-256', 'A128CBC-HS256'],
  ])('T25: the %s one does, by %s and %s', async (kid, alg, enc) => {
    await identify(undefined, { ...to(kid), encryption: { kid, alg, enc } });
  });

  it.each([
    ['a name that is not ours', { kid: 'somebody' }],
    ['no name while there are two', { kid: undefined }],
    ['content that we did not offer', { enc: 'A192GCM' }],
  ])('T26: none does with %s', async (_case, encryption) => {
    const outcome = identify(undefined, { ...to('new'), encryption });
    await expect(outcome).rejects.toMatchObject({ reason: 'OAUTH_DECRYPTION_FAILED' });
  });

  it('only the first is published', () => {
    expect(harness.keys.publicJwks.keys.map(({ kid }) => kid)).toEqual(['ours', 'new']);
  });

  const to = (kid: string): TokenRecipe => ({
    encryptTo: keys.find((key) => key.kid === kid) ?? {},
  });
});

/** A harness of its own with what its provider is like. */
async function startWith(settings: Partial<Config>): Promise<void> {
  harness = await startHarness({ OIDC_ISSUER: issuer.url, ...settings });
}

/** Goes to the provider and comes back. @param meanwhile - What happens at the provider before its token is made. */
async function identify(
  meanwhile: () => unknown = () => undefined,
  recipe: TokenRecipe = {},
): Promise<void> {
  const visit = await harness.addVisit('Aino Virtanen');
  const url = await visit.start();
  await meanwhile();
  issuer.giveToken(await issuer.token(url, harness.keys, recipe));
  await visit.complete(issuer.callbackFor(url));
  expect(await harness.isIdentified(visit.sessionId)).toBe(true);
}

async function newSigningKey(kid: string): Promise<void> {
  await issuer.useKey(await issuerKey(kid));
}

async function privateKey(alg: string): Promise<JWK> {
  return exportJWK((await generateKeyPair(alg, { extractable: true })).privateKey);
}

function write(name: string, content: object): string {
  const file = join(folder.path, `${name}.json`);
  writeFileSync(file, JSON.stringify(content));
  return file;
}
