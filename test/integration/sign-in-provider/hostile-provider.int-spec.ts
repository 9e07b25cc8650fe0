import { randomUUID } from 'node:crypto';
import { expectProblem, type ApiClient } from '../../support/api-client.js';
import {
  issuerKey,
  nowSeconds,
  requestOf,
  sendJson,
  type Answer,
  type IssuerKey,
  type TokenRecipe,
} from '../identification/support/hostile-issuer.js';
import { ProviderStage, signedInAs } from './support/provider-stage.js';

const REJECTED = '/?provider=rejected';
const EXPIRED = '/?provider=expired';
const UNAVAILABLE = '/?provider=unavailable';

let stage: ProviderStage;
let stranger: IssuerKey;
let client: ApiClient;
let email: string;
let redirectUrl: string;

beforeAll(async () => {
  stage = await ProviderStage.open();
  stranger = await issuerKey('stranger');
});

beforeEach(async () => {
  stage.issuer.discovery = null;
  stage.issuer.jwks = null;
  await stage.configure();
  ({ email } = await stage.account());
  client = stage.api.client();
  redirectUrl = await stage.start(client, { email });
  stage.issuer.giveToken(await stage.token(redirectUrl, { claims: { email } }));
});

afterAll(() => stage.close());

const comeBack = (query: Record<string, string> = {}, browser = client) =>
  stage.comeBack(browser, stage.issuer.callbackFor(redirectUrl, query));

describe('the way to the provider', () => {
  it('asks for a fresh proof where one is wanted', async () => {
    const { organisationId } = stage.world;
    const url = await stage.start(client, { organisationId, next: '/account', again: true });
    expect(requestOf(url)).toMatchObject({ prompt: 'login', max_age: '0' });
  });

  it('holds what binds the answer to it, and no id of ours', () => {
    const { state, nonce, ...request } = requestOf(redirectUrl);
    expect(redirectUrl).toContain(`${stage.issuer.url}/auth?`);
    expect([state, nonce]).toEqual(Array(2).fill(expect.stringMatching(/^[\w-]{43}$/)));
    expect(request).toEqual({
      client_id: 'tapaamo',
      response_type: 'code',
      scope: 'openid email profile',
      redirect_uri: 'http://tapaamo.test:8080/api/sign-in/provider/callback',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      ui_locales: 'fi',
      login_hint: email,
    });
  });

  it('is the same answer for a domain that nobody has and for a provider that is not in use', async () => {
    const ask = async () => {
      const answer = await stage.api.client().post('/api/sign-in/provider/start', { email });
      const { correlationId: _, ...problem } = expectProblem(answer);
      return problem;
    };
    await stage.configure({ active: false });
    const notInUse = await ask();
    await stage.configure();
    await stage.assign('muu.example');
    expect(await ask()).toEqual(notInUse);
    await stage.assign('ammattilainen.example');
    expect(notInUse).toMatchObject({ status: 404, code: 'sign-in-provider.none' });
  });

  it('is offered on the sign-in page of the organisation, where there is one', async () => {
    const offered = async (id: string) =>
      (await client.get(`/api/sign-in/provider?organisation=${id}`)).json;
    const { organisationId } = stage.world;
    expect(await offered(organisationId)).toMatchObject({ offered: { name: 'Mallilan tunnus' } });
    expect(await offered(randomUUID())).toEqual({ offered: null });
    await stage.configure({ active: false });
    expect(await offered(organisationId)).toEqual({ offered: null });
  });

  it.each([
    ['an address that is none', { email: 'x' }],
    ['no address', {}],
    ['both', { email: 'a@b.example', organisationId: randomUUID() }],
    ['a way to another site', { email: 'a@b.example', next: '//evil.example' }],
    ['a way with an address', { email: 'a@b.example', next: 'https://evil.example' }],
    ['something else', { email: 'a@b.example', issuer: 'https://evil.example' }],
  ])('is not shown to who sends %s', async (_case, body) => {
    const answer = await stage.api.client().post('/api/sign-in/provider/start', body);
    expect(expectProblem(answer).status).toBe(400);
  });
});

describe('who comes back', () => {
  it('is signed in, with a fresh session, where they wanted to go', async () => {
    await client.signIn(stage.world.colleague.email);
    const before = new Map(client.cookies);
    redirectUrl = await stage.start(client, { email, next: '/visits/x?a=b' });
    stage.issuer.giveToken(await stage.token(redirectUrl, { claims: { email } }));
    expect(await comeBack()).toBe('/?next=%2Fvisits%2Fx%3Fa%3Db');
    expect(client.cookies.get('__Host-tapaamo-staff')).not.toBe(before.get('__Host-tapaamo-staff'));
    expect(await signedInAs(client)).not.toBe(stage.world.colleague.id);
  });

  it('from another browser is nobody, and the sign-in is spent', async () => {
    const other = stage.api.client();
    expect(await comeBack({}, other)).toBe(EXPIRED);
    expect(await signedInAs(other)).toBeNull();
    expect(await comeBack()).toBe(EXPIRED);
  });

  it('from another browser that is on its own way is nobody', async () => {
    const other = stage.api.client();
    await stage.start(other, { email });
    expect(await comeBack({}, other)).toBe(EXPIRED);
    expect(await signedInAs(other)).toBeNull();
  });

  it('twice is told so the second time', async () => {
    expect(await comeBack()).toBe('/');
    await client.post('/api/sign-out');
    expect(await comeBack()).toBe(EXPIRED);
    expect(await signedInAs(client)).toBeNull();
  });

  it('after ten minutes is too late, and a moment before is not', async () => {
    const began = stage.api.clock.nowMs();
    stage.api.clock.set(new Date(began + 600_000).toISOString());
    expect(await comeBack()).toBe(EXPIRED);
    redirectUrl = await stage.start(client, { email });
    stage.issuer.giveToken(await stage.token(redirectUrl, { claims: { email } }));
    stage.api.clock.set(new Date(began + 1_199_999).toISOString());
    expect(await comeBack()).toBe('/');
    stage.api.clock.set(new Date(began).toISOString());
  });

  it.each<[string, Record<string, string> | 'twice', string]>([
    ['without a state', { state: '' }, EXPIRED],
    ['with another state', { state: 'x'.repeat(43) }, EXPIRED],
    ['with two states', 'twice', EXPIRED],
    ['from another issuer', { iss: 'https://evil.example' }, REJECTED],
    ['without an issuer where it tells its name', { iss: '' }, REJECTED],
    ['without a code', { code: '' }, REJECTED],
  ])('%s is not signed in', async (_case, query, location) => {
    const callback = stage.issuer.callbackFor(redirectUrl, query === 'twice' ? {} : query);
    if (query === 'twice') {
      callback.searchParams.append('state', 'y');
    }
    for (const [name, value] of [...callback.searchParams]) {
      if (value === '') {
        callback.searchParams.delete(name);
      }
    }
    expect(await stage.comeBack(client, callback)).toBe(location);
    expect(await signedInAs(client)).toBeNull();
  });

  it.each([
    ['access_denied', '/?provider=cancelled'],
    ['temporarily_unavailable', UNAVAILABLE],
    ['server_error', UNAVAILABLE],
    ['login_required', REJECTED],
    ['<script>', REJECTED],
  ])('with the error %s is told what happened', async (error, location) => {
    stage.issuer.asked.length = 0;
    const callback = stage.issuer.callbackFor(redirectUrl, { error });
    callback.searchParams.delete('code');
    expect(await stage.comeBack(client, callback)).toBe(location);
    expect(stage.issuer.asked).not.toContain('/token');
  });

  it('after the provider was exchanged or taken out of use is asked to start again', async () => {
    await stage.configure({ active: false });
    expect(await comeBack()).toBe(EXPIRED);
    await stage.configure();
    redirectUrl = await stage.start(client, { email });
    await stage.configure({ issuer: stage.issuer.url.replace('127.0.0.1', 'localhost') });
    stage.issuer.asked.length = 0;
    expect(await comeBack()).toBe(EXPIRED);
    expect(stage.issuer.asked).toEqual([]);
  });
});

describe('a token is not accepted', () => {
  const claims = (changed: Record<string, unknown>): TokenRecipe => ({ claims: changed });
  const cases: [string, () => TokenRecipe][] = [
    ['when a stranger signed it', () => ({ key: stranger.privateKey })],
    ['when it is not signed', () => ({ header: { alg: 'none' } })],
    [
      'when it is signed with a public key',
      () => ({
        header: { alg: 'HS256' },
        key: new TextEncoder().encode(String(stage.issuer.key.publicJwk.n)),
      }),
    ],
    [
      'when it is signed with our secret',
      () => ({
        header: { alg: 'HS256' },
        key: new TextEncoder().encode('a secret of a relying party'.padEnd(32)),
      }),
    ],
    ['of another issuer', () => claims({ iss: 'https://evil.example' })],
    ['of the issuer with a slash', () => claims({ iss: `${stage.issuer.url}/` })],
    ['for another relying party', () => claims({ aud: 'somebody' })],
    ['for several without an authorised party', () => claims({ aud: ['tapaamo', 'x'] })],
    ['with another authorised party', () => claims({ azp: 'somebody' })],
    ['with the nonce of another request', () => claims({ nonce: 'x'.repeat(43) })],
    ['without a nonce', () => claims({ nonce: undefined })],
    ['without a subject', () => claims({ sub: undefined })],
    ['with an empty subject', () => claims({ sub: '' })],
    ['that has expired', () => claims({ exp: nowSeconds() - 60 })],
    ['that was made six minutes ago', () => claims({ iat: nowSeconds() - 360 })],
    ['that is made in an hour', () => claims({ iat: nowSeconds() + 3600 })],
    ['of who will have proved it in an hour', () => claims({ auth_time: nowSeconds() + 3600 })],
    ['of who proved it at no instant', () => claims({ auth_time: 'today' })],
  ];

  it.each(cases)('%s', async (_case, recipe) => {
    const { claims: changed, ...rest } = recipe();
    const token = await stage.token(redirectUrl, { ...rest, claims: { email, ...changed } });
    stage.issuer.giveToken(token);
    expect(await comeBack()).toBe(REJECTED);
    expect(await signedInAs(client)).toBeNull();
  });
});

describe('an answer of the token endpoint', () => {
  it.each<[string, Answer, string]>([
    ['500', (r) => r.writeHead(500).end('no'), UNAVAILABLE],
    ['429', (r) => r.writeHead(429).end(), UNAVAILABLE],
    ['a closed connection', (r) => r.destroy(), UNAVAILABLE],
    ['ten megabytes', (r) => sendJson(r, { id_token: 'x'.repeat(10_000_000) }), UNAVAILABLE],
    ['a refusal', (r) => sendJson(r, { error: 'invalid_grant' }, 400), REJECTED],
    ['a page', (r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<p>no'), REJECTED],
    ['nothing', (r) => r.writeHead(200).end(), REJECTED],
    ['no ID token', (r) => sendJson(r, { access_token: 'x', token_type: 'Bearer' }), REJECTED],
    ['a status that is none', (r) => r.writeHead(999).end(), UNAVAILABLE],
  ])('that is %s signs nobody in', async (_case, answer, location) => {
    stage.issuer.answer = answer;
    expect(await comeBack()).toBe(location);
    expect(await signedInAs(client)).toBeNull();
  });

  it('that is a redirect is not followed', async () => {
    stage.issuer.asked.length = 0;
    stage.issuer.answer = (response) => response.writeHead(307, { location: '/elsewhere' }).end();
    expect(await comeBack()).toBe(REJECTED);
    expect(stage.issuer.asked).not.toContain('/elsewhere');
  });

  it.each<[string, Answer]>([
    ['never comes', () => undefined],
    ['comes a byte at a time', (response) => dribble(response)],
  ])('that %s is waited for five seconds', async (_case, answer) => {
    stage.issuer.answer = answer;
    const before = performance.now();
    expect(await comeBack()).toBe(UNAVAILABLE);
    expect(performance.now() - before).toBeLessThan(20_000);
  });
});

describe('what the provider says of itself', () => {
  const metadata = (changes: Record<string, unknown>, url = stage.issuer.url): Answer => {
    return (response) =>
      sendJson(response, {
        issuer: url,
        authorization_endpoint: `${url}/auth`,
        token_endpoint: `${url}/token`,
        jwks_uri: `${url}/jwks`,
        ...changes,
      });
  };

  it.each<[string, () => Answer, string]>([
    ['500', () => (r) => r.writeHead(500).end(), 'unreachable'],
    ['nothing', () => (r) => r.destroy(), 'unreachable'],
    ['404', () => (r) => r.writeHead(404).end(), 'no-provider'],
    ['a page', () => (r) => r.writeHead(200).end('<p>no'), 'no-provider'],
    ['ten megabytes', () => metadata({ more: 'x'.repeat(10_000_000) }), 'no-provider'],
    ['elsewhere', () => (r) => r.writeHead(302, { location: '/else' }).end(), 'no-provider'],
    ['of another', () => metadata({ issuer: 'https://evil.example' }), 'other-issuer'],
    ['of many', () => metadata({ issuer: `${stage.issuer.url}/{tenantid}` }), 'other-issuer'],
    ['without a way', () => metadata({ authorization_endpoint: undefined }), 'unsuitable'],
    [
      'a way into a private network',
      () => metadata({ token_endpoint: 'https://10.0.0.1/token' }),
      'unsuitable',
    ],
    ['without codes', () => metadata({ response_types_supported: ['id_token'] }), 'unsuitable'],
    [
      'without signatures that we know',
      () => metadata({ id_token_signing_alg_values_supported: ['ES256'] }),
      'unsuitable',
    ],
    ['well', () => metadata({}), 'works'],
  ])('that is %s is told to an admin who looks', async (_case, answer, result) => {
    stage.issuer.discovery = answer();
    stage.issuer.asked.length = 0;
    const { url: issuer } = stage.issuer;
    const tested = await stage.admin.post('/api/organisation/sign-in-provider/test', { issuer });
    expect(tested.json).toEqual({ result });
    expect(stage.issuer.asked).not.toContain('/else');
  });

  it.each<[string, (url: string) => Answer, string]>([
    ['fails', () => (r) => r.writeHead(503).end(), 'sign-in-provider.unavailable'],
    [
      'is of another',
      (url) => metadata({ issuer: 'https://x.example' }, url),
      'sign-in-provider.rejected',
    ],
    [
      'leads to a program',
      (url) => metadata({ authorization_endpoint: 'javascript:alert(1)' }, url),
      'sign-in-provider.rejected',
    ],
    [
      'leads nowhere',
      (url) => metadata({ authorization_endpoint: undefined }, url),
      'sign-in-provider.rejected',
    ],
  ])('that %s begins no sign-in', async (_case, answer, code) => {
    const fresh = await ProviderStage.open();
    fresh.issuer.discovery = answer(fresh.issuer.url);
    const started = await fresh.api.client().post('/api/sign-in/provider/start', { email });
    expect(expectProblem(started).code).toBe(code);
    expect(await fresh.api.dataSource.query('SELECT FROM sign_in_transaction')).toEqual([]);
    await fresh.close();
  });

  it('does not lead our secret into a private network', async () => {
    const other = await ProviderStage.open();
    const { url: issuer } = other.issuer;
    other.issuer.discovery = metadata({ token_endpoint: 'https://192.168.0.1/token' }, issuer);
    const browser = other.api.client();
    const url = await other.start(browser);
    expect(await other.comeBack(browser, other.issuer.callbackFor(url))).toBe(REJECTED);
    expect(other.api.log.of('sign-in-provider.refused')).toMatchObject([
      { code: 'host-not-allowed' },
    ]);
    await other.close();
  });
});

function dribble(response: Parameters<Answer>[0]): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 200);
  response.once('close', () => clearInterval(timer));
}
