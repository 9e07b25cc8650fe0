import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { startHarness, type Harness, type TestVisit } from './support/harness.js';
import {
  HostileIssuer,
  issuerKey,
  nowSeconds,
  sendJson,
  type IssuerKey,
  type TokenRecipe,
} from './support/hostile-issuer.js';

const LOA3 = 'http://ftn.ficora.fi/2017/loatest3';

let issuer: HostileIssuer;
let harness: Harness;
let visit: TestVisit;
let stranger: IssuerKey;
let redirectUrl: string;

beforeAll(async () => {
  issuer = await HostileIssuer.start();
  harness = await startHarness({ OIDC_ISSUER: issuer.url });
  stranger = await issuerKey('stranger');
});

afterAll(async () => {
  await harness.close();
  await issuer.close();
});

beforeEach(async () => {
  visit = await harness.addVisit('Aino Virtanen');
  redirectUrl = await visit.start();
});

/** Comes back with a token that is honest but for the recipe. */
async function returnWith(recipe: TokenRecipe): Promise<unknown> {
  issuer.giveToken(await issuer.token(redirectUrl, harness.keys, recipe));
  return visit.complete(issuer.callbackFor(redirectUrl));
}

async function verdict(): Promise<unknown> {
  return (await harness.verdictsOf(visit.visitId)).get(visit.sessionId);
}

describe('a token is accepted', () => {
  it.each<[string, TokenRecipe]>([
    ['when it is honest', {}],
    ['with several audiences and us as the authorised party', both('tapaamo')],
    ['with A128GCM', { encryption: { enc: 'A128GCM' } }],
    ['from a clock 20 seconds ahead', times(20)],
    ['from a clock 20 seconds behind', times(-20)],
    [
      'with the code of a test bank whose check character is wrong',
      claims({ 'urn:oid:1.2.246.21': '280453-111A' }),
    ],
    ['with A256GCM', { encryption: { enc: 'A256GCM' } }],
  ])('%s', async (_case, recipe) => {
    await returnWith(recipe);
    expect(await verdict()).toMatchObject({ result: 'same-person', assurance: 'substantial' });
  });

  it('after the issuer changed its key, at once', async () => {
    await returnWith({});
    await issuer.useKey(await issuerKey('new'));
    redirectUrl = await visit.start();
    await returnWith({});
    expect(await verdict()).toMatchObject({ result: 'same-person' });
  });

  it('when cancelled earlier in the same session', async () => {
    const cancelled = issuer.callbackFor(redirectUrl, { error: 'cancel' });
    cancelled.searchParams.delete('code');
    await expectRefusal(visit.complete(cancelled), 'identification.cancelled');
    redirectUrl = await visit.start();
    await returnWith({});
    expect(await verdict()).toMatchObject({ result: 'same-person' });
  });
});

describe('a token is rejected', () => {
  const cases: [string, () => TokenRecipe | Promise<TokenRecipe>][] = [
    ['when it is not encrypted', () => ({ isPlain: true })],
    ['when a stranger signed it under the issuer’s key name', () => ({ key: stranger.privateKey })],
    [
      'when a stranger signed it',
      () => ({ key: stranger.privateKey, header: { kid: 'stranger' } }),
    ],
    ['when it is not signed', () => ({ header: { alg: 'none' } })],
    [
      'when it is signed with our or anybody’s public key',
      () => ({ header: { alg: 'HS256' }, key: new TextEncoder().encode(issuer.key.publicJwk.n) }),
    ],
    ['when it is encrypted to somebody else', async () => ({ encryptTo: await somebodyElse() })],
    [
      'when it is encrypted in a way we did not offer',
      () => ({ encryption: { enc: 'A256CBC-HS512' } }),
    ],
    [
      'when it is encrypted to our key in another way',
      () => ({ encryption: { alg: 'RSA-OAEP-256' } }),
    ],
    [
      'when its key is wrapped as RSA1_5, which oracles have opened',
      () => ({ mangle: withHeader({ alg: 'RSA1_5' }) }),
    ],
    ['when it says that its key is known', () => ({ mangle: withHeader({ alg: 'dir' }) })],
    ['when it says that it is compressed', () => ({ encryption: { zip: 'DEF' } })],
    ['when its five parts are nonsense', () => ({ mangle: () => 'a.b.c.d.e' })],
    ['of another issuer', () => claims({ iss: 'https://evil.example' })],
    ['of the issuer with a slash', () => claims({ iss: `${issuer.url}/` })],
    ['for another relying party', () => claims({ aud: 'somebody' })],
    ['for several without an authorised party', () => both(undefined)],
    ['for several with another authorised party', () => both('somebody')],
    ['with another authorised party', () => claims({ azp: 'somebody' })],
    ['with the nonce of another request', () => claims({ nonce: 'x'.repeat(43) })],
    ['without a nonce', () => claims({ nonce: undefined })],
    ['without a subject', () => claims({ sub: undefined })],
    ['with an empty subject', () => claims({ sub: '' })],
    ['with a blank subject', () => claims({ sub: ' ' })],
    ['that has expired', () => claims({ exp: nowSeconds() - 60 })],
    ['that is not valid yet', () => claims({ nbf: nowSeconds() + 3600 })],
    ['that was made a week ago', () => claims({ iat: nowSeconds() - 7 * 86_400 })],
    ['that was made six minutes ago', () => claims({ iat: nowSeconds() - 360 })],
    ['that is made in an hour', () => claims({ iat: nowSeconds() + 3600 })],
    ['without the instant of authentication', () => claims({ auth_time: undefined })],
    ['from an authentication before this one', () => claims({ auth_time: nowSeconds() - 120 })],
    ['from an authentication to come', () => claims({ auth_time: nowSeconds() + 120 })],
    ['with an instant that is text', () => claims({ auth_time: String(nowSeconds()) })],
    ['without a person', () => claims({ 'urn:oid:1.2.246.21': undefined })],
    ['with an empty identity code', () => claims({ 'urn:oid:1.2.246.21': ' ' })],
    [
      'without any name',
      () => claims({ 'urn:oid:2.5.4.4': undefined, 'urn:oid:1.2.246.575.1.14': '' }),
    ],
  ];

  it.each(cases)('%s', async (_case, recipe) => {
    await expectRefusal(returnWith(await recipe()), 'identification.rejected');
    expect(await harness.isIdentified(visit.sessionId)).toBe(false);
  });

  it.each([
    ['missing', undefined],
    ['weaker', 'http://ftn.ficora.fi/2017/loatest1'],
    ['of a list', [LOA3]],
    ['longer', `${LOA3}/`],
  ])('as too weak when its level is %s', async (_case, acr) => {
    const refused = returnWith(claims({ acr }));
    await expectRefusal(refused, 'identification.assurance-too-low');
    expect(await harness.isIdentified(visit.sessionId)).toBe(false);
  });

  it('as too weak when only the high level is accepted', async () => {
    const strict = await startHarness({ OIDC_ISSUER: issuer.url, OIDC_ACCEPTED_ACR: [LOA3] });
    const client = await strict.addVisit('Aino Virtanen');
    for (const [acr, code] of [
      ['http://ftn.ficora.fi/2017/loatest2', 'identification.assurance-too-low'],
      [LOA3, undefined],
    ] as const) {
      const url = await client.start();
      issuer.giveToken(await issuer.token(url, strict.keys, claims({ acr })));
      const outcome = client.complete(issuer.callbackFor(url));
      await (code === undefined ? outcome : expectRefusal(outcome, code));
    }
    expect(await strict.isIdentified(client.sessionId)).toBe(true);
    await strict.close();
  });

  it('T20, T21: in production when the identity code is artificial or wrong', async () => {
    const production = await startHarness({ OIDC_ISSUER: issuer.url, NODE_ENV: 'production' });
    const client = await production.addVisit('Aino Virtanen');
    for (const [hetu, isAccepted] of [
      ['291292-918R', false],
      ['010190-123A', false],
      ['131052-308T', true],
    ] as const) {
      const url = await client.start();
      const recipe = claims({ 'urn:oid:1.2.246.21': hetu });
      issuer.giveToken(await issuer.token(url, production.keys, recipe));
      const outcome = client.complete(issuer.callbackFor(url));
      await (isAccepted ? outcome : expectRefusal(outcome, 'identification.rejected'));
    }
    await production.close();
  });
});

describe('an answer of the token endpoint', () => {
  it.each<[string, HostileIssuer['answer'], string]>([
    ['500', (r) => r.writeHead(500).end('no'), 'identification.provider-unavailable'],
    ['429', (r) => r.writeHead(429).end(), 'identification.provider-unavailable'],
    ['a closed connection', (r) => r.destroy(), 'identification.provider-unavailable'],
    [
      'ten megabytes',
      (r) => sendJson(r, { id_token: 'x'.repeat(10_000_000) }),
      'identification.provider-unavailable',
    ],
    ['a refusal', (r) => sendJson(r, { error: 'invalid_grant' }, 400), 'identification.rejected'],
    [
      'a page',
      (r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<p>no'),
      'identification.rejected',
    ],
    ['nothing', (r) => r.writeHead(200).end(), 'identification.rejected'],
    [
      'no ID token',
      (r) => sendJson(r, { access_token: 'x', token_type: 'Bearer' }),
      'identification.rejected',
    ],
  ])('that is %s is told from a person’s mistake', async (_case, answer, code) => {
    issuer.answer = answer;
    await expectRefusal(visit.complete(issuer.callbackFor(redirectUrl)), code);
  });

  it('T32: that is a redirect is not followed', async () => {
    issuer.asked.length = 0;
    issuer.answer = (response) => response.writeHead(307, { location: '/elsewhere' }).end();
    const outcome = visit.complete(issuer.callbackFor(redirectUrl));
    await expectRefusal(outcome, 'identification.rejected');
    expect(issuer.asked).not.toContain('/elsewhere');
  });

  it('T31: that never comes is waited for five seconds', async () => {
    issuer.answer = () => undefined;
    const before = performance.now();
    const outcome = visit.complete(issuer.callbackFor(redirectUrl));
    await expectRefusal(outcome, 'identification.provider-unavailable');
    expect(performance.now() - before).toBeLessThan(20_000);
  });

  it('is not asked for at all when the callback brings an error', async () => {
    issuer.asked.length = 0;
    for (const [error, code] of [
      ['access_denied', 'identification.cancelled'],
      ['cancel', 'identification.cancelled'],
      ['server_error', 'identification.provider-unavailable'],
      ['temporarily_unavailable', 'identification.provider-unavailable'],
      ['invalid_request', 'identification.rejected'],
      ['<script>', 'identification.rejected'],
    ] as const) {
      const callback = issuer.callbackFor(await visit.start(), { error });
      callback.searchParams.delete('code');
      await expectRefusal(visit.complete(callback), code);
    }
    expect(issuer.asked).not.toContain('/token');
  });
});

it('keeps names, identity codes and tokens from the log', () => {
  const text = harness.log.lines.join('');
  const reasons = harness.log.of('identification.refused').map(({ code }) => code);
  expect(reasons.length).toBeGreaterThan(30);
  expect(reasons).not.toContain('[refused]');
  for (const word of ['Aino', 'Virtanen', '291292', '131052', 'urn:oid', 'eyJ', '<script>']) {
    expect(text).not.toContain(word);
  }
});

function claims(changed: Record<string, unknown>): TokenRecipe {
  return { claims: changed };
}

function both(azp: string | undefined): TokenRecipe {
  return claims({ aud: ['tapaamo', 'somebody'], azp });
}

function times(shift: number): TokenRecipe {
  return claims({ iat: nowSeconds() + shift, auth_time: nowSeconds() + shift });
}

/** Another protected header on a token that is otherwise as it was. */
function withHeader(changed: Record<string, unknown>): (token: string) => string {
  return (token) => {
    const [header = '', ...rest] = token.split('.');
    const parsed = JSON.parse(Buffer.from(header, 'base64url').toString()) as object;
    const other = Buffer.from(JSON.stringify({ ...parsed, ...changed })).toString('base64url');
    return [other, ...rest].join('.');
  };
}

async function somebodyElse(): Promise<JWK> {
  const { publicKey } = await generateKeyPair('RSA-OAEP');
  const kid = harness.keys.encryption[0]?.kid ?? '';
  return { ...(await exportJWK(publicKey)), kid };
}

async function expectRefusal(outcome: Promise<unknown>, code: string): Promise<void> {
  await expect(outcome).rejects.toMatchObject({ code });
}
