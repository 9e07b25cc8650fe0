import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@tapaamo/logging';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import { startIdentityProvider, type RunningIdentityProvider } from './start-identity-provider.js';

const CALLBACK = 'http://tapaamo.test/api/identification/callback';

describe('the development identity provider', () => {
  const log: string[] = [];
  let folder: string;
  let keysFile: string;
  let sig: JWK;
  let enc: JWK;
  let provider: RunningIdentityProvider;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'provider-'));
    keysFile = join(folder, 'oidc-keys.json');
    [sig, enc] = await Promise.all([newKey('sig', 'RS256'), newKey('enc', 'RSA-OAEP')]);
    provider = await startIdentityProvider({
      host: '127.0.0.1',
      port: 0,
      relyingParty: { id: 'tapaamo', redirectUri: CALLBACK, keysFile },
      logger: new Logger('test', 'debug', { write: (line) => void log.push(line) }),
    });
  });

  beforeEach(() => writeFile(keysFile, JSON.stringify({ keys: [sig, enc] })));

  afterAll(async () => {
    await provider.close();
    await rm(folder, { recursive: true });
  });

  it('is ready', async () => {
    expect((await fetch(`${provider.issuer}/health/live`)).status).toBe(200);
    expect((await fetch(`${provider.issuer}/health/ready`)).status).toBe(200);
  });

  describe('refuses a request', () => {
    it.each<[string, () => Promise<string>]>([
      [
        'that is not signed',
        async () => `response_type=code&scope=openid&redirect_uri=${CALLBACK}`,
      ],
      ['signed with another key', async () => signed({}, await newKey('sig', 'RS256'))],
      ['for another provider', () => signed({ aud: 'https://elsewhere.example' })],
      ['that lives for an hour', () => signed({ exp: seconds() + 3600 })],
      ['without a nonce', () => signed({ nonce: undefined })],
      ['without levels', () => signed({ acr_values: undefined })],
      ['without PKCE', () => signed({ code_challenge: undefined })],
      ['without the name of the service', () => signed({ ftn_spname: undefined })],
      ['with too long a name of the service', () => signed({ ftn_spname: 'x'.repeat(41) })],
      ['that returns elsewhere', () => signed({ redirect_uri: 'https://evil.example/' })],
    ])('%s', async (_case, query) => {
      const url = `${provider.issuer}/auth?client_id=tapaamo&${await query()}`;
      const answer = await fetch(url, { redirect: 'manual' });
      expect(answer.headers.get('location') ?? '').not.toContain('/interaction/');
      expect(answer.headers.get('location') ?? 'error=').toContain('error=');
    });

    it('before it has seen our keys, and takes it afterwards', async () => {
      await rm(keysFile);
      expect((await openLogin()).status).toBe(400);
      await writeFile(keysFile, JSON.stringify({ keys: [sig, enc] }));
      expect((await openLogin()).status).toBe(200);
    });
  });

  it('refuses a proof for the token endpoint that names the issuer', async () => {
    for (const [aud, error] of [
      [provider.issuer, 'invalid_client'],
      [`${provider.issuer}/token`, 'invalid_grant'],
    ]) {
      const assertion = await sign({ iss: 'tapaamo', sub: 'tapaamo', aud, jti: randomUUID() });
      const body = new URLSearchParams({
        grant_type: 'authorization_code',
        code: 'x'.repeat(43),
        redirect_uri: CALLBACK,
        code_verifier: 'x'.repeat(43),
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion,
      });
      const answer = await fetch(`${provider.issuer}/token`, { method: 'POST', body });
      expect(await answer.json()).toMatchObject({ error });
    }
  });

  describe('shows a login page', () => {
    it.each([
      ['fi', 'Kuka olet?'],
      ['sv', 'Vem är du?'],
      ['en', 'Who are you?'],
      ['de en', 'Who are you?'],
    ])('in the language of %s', async (locales, text) => {
      expect((await openLogin({ ui_locales: locales })).html).toContain(text);
    });

    it('in the language that is chosen on it', async () => {
      const login = await openLogin({ ui_locales: 'fi' });
      const answer = await fetch(`${login.url}?lang=sv`, { headers: { cookie: login.cookie } });
      expect(await answer.text()).toContain('Vem är du?');
    });

    it('that loads nothing from anywhere and runs no script', async () => {
      const { html, headers } = await openLogin();
      expect(html).not.toMatch(/<script|src=|url\(|@import/);
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; style-src 'sha256-[^;]*; img-src data:; form-action 'self' http:\/\/tapaamo.test;/,
      );
    });

    it('that shows the name of the service as text', async () => {
      const { html } = await openLogin({ ftn_spname: '<b>"Palvelu"' });
      expect(html).toContain('&lt;b&gt;&quot;Palvelu&quot;');
    });

    it('again, with what was typed, when a name is missing', async () => {
      const login = await openLogin();
      const answer = await submit(login, { person: 'other', givenNames: '"><b>Ada' });
      expect(answer.status).toBe(400);
      const html = await answer.text();
      expect(html).toContain('value="&quot;&gt;&lt;b&gt;Ada"');
      expect(html).toContain('Kirjoita etunimi ja sukunimi.');
    });

    it.each([
      ['an unknown person', { person: 'nobody' }],
      ['a level that is none', { person: 'aino-virtanen', level: 'loa9' }],
      ['a huge name', { person: 'other', givenNames: 'x'.repeat(5000), familyName: 'y' }],
    ])('again when it is sent %s', async (_case, form) => {
      expect((await submit(await openLogin(), form)).status).toBe(400);
    });

    it('that is useless in another browser', async () => {
      const login = await openLogin();
      const answer = await submit({ ...login, cookie: '' }, { person: 'aino-virtanen' });
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('Tunnistautuminen ei onnistunut');
    });
  });

  it('writes no person into its log', async () => {
    const form = { person: 'other', givenNames: 'Ada', familyName: 'Lovelace' };
    expect((await submit(await openLogin(), form)).status).toBe(303);
    expect(log.join('')).not.toMatch(/Ada|Lovelace/);
  });

  interface Login {
    url: string;
    cookie: string;
    status: number;
    html: string;
    headers: Headers;
  }

  async function openLogin(changed: Record<string, unknown> = {}): Promise<Login> {
    const query = await signed(changed);
    const sent = await fetch(`${provider.issuer}/auth?client_id=tapaamo&${query}`, {
      redirect: 'manual',
    });
    const cookie = sent.headers
      .getSetCookie()
      .map((header) => header.split(';')[0])
      .join('; ');
    const url = new URL(sent.headers.get('location') ?? '/auth', provider.issuer).href;
    const page = await fetch(url, { headers: { cookie, 'accept-language': 'fi' } });
    return { url, cookie, status: page.status, html: await page.text(), headers: page.headers };
  }

  function submit({ url, cookie }: Login, form: Record<string, string>): Promise<Response> {
    return fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, 'accept-language': 'fi' },
      body: new URLSearchParams({ act: 'identify', ...form }),
    });
  }

  async function signed(changed: Record<string, unknown>, key = sig): Promise<string> {
    const request = {
      iss: 'tapaamo',
      client_id: 'tapaamo',
      aud: provider.issuer,
      response_type: 'code',
      scope: 'openid',
      redirect_uri: CALLBACK,
      state: 'x'.repeat(43),
      nonce: 'y'.repeat(43),
      code_challenge: 'z'.repeat(43),
      code_challenge_method: 'S256',
      acr_values: 'http://ftn.ficora.fi/2017/loatest2',
      ftn_spname: 'Tapaamo',
      ui_locales: 'fi',
      jti: randomUUID(),
      ...changed,
    };
    return `request=${await sign(request, key)}`;
  }

  async function sign(claims: Record<string, unknown>, key = sig): Promise<string> {
    return new SignJWT({ iat: seconds(), exp: seconds() + 300, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: key.kid ?? '' })
      .sign(await importJWK(key, 'RS256'));
  }
});

async function newKey(use: string, alg: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  return { ...(await exportJWK(privateKey)), use, alg, kid: use };
}

function seconds(): number {
  return Math.floor((performance.timeOrigin + performance.now()) / 1000);
}
