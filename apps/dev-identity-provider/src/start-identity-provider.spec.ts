import { rm } from 'node:fs/promises';
import {
  CALLBACK,
  newKey,
  seconds,
  SmallRelyingParty,
} from './spec-support/small-relying-party.js';

describe('the development identity provider', () => {
  const party = new SmallRelyingParty();

  beforeAll(() => party.start());

  beforeEach(() => party.writeKeys());

  afterAll(() => party.stop());

  it('is ready', async () => {
    expect((await fetch(`${party.provider.issuer}/health/live`)).status).toBe(200);
    expect((await fetch(`${party.provider.issuer}/health/ready`)).status).toBe(200);
  });

  describe('refuses a request', () => {
    it.each<[string, () => Promise<string>]>([
      [
        'that is not signed',
        async () => `response_type=code&scope=openid&redirect_uri=${CALLBACK}`,
      ],
      [
        'signed with another key',
        async () => party.signedRequest({}, await newKey('sig', 'RS256')),
      ],
      ['for another provider', () => party.signedRequest({ aud: 'https://elsewhere.example' })],
      ['that lives for an hour', () => party.signedRequest({ exp: seconds() + 3600 })],
      ['without a nonce', () => party.signedRequest({ nonce: undefined })],
      ['without levels', () => party.signedRequest({ acr_values: undefined })],
      ['without PKCE', () => party.signedRequest({ code_challenge: undefined })],
      ['without the name of the service', () => party.signedRequest({ ftn_spname: undefined })],
      [
        'with too long a name of the service',
        () => party.signedRequest({ ftn_spname: 'x'.repeat(41) }),
      ],
      [
        'that returns elsewhere',
        () => party.signedRequest({ redirect_uri: 'https://evil.example/' }),
      ],
    ])('%s', async (_case, query) => {
      const url = `${party.provider.issuer}/auth?client_id=tapaamo&${await query()}`;
      const answer = await fetch(url, { redirect: 'manual' });
      expect(answer.headers.get('location') ?? '').not.toContain('/interaction/');
      expect(answer.headers.get('location') ?? 'error=').toContain('error=');
    });

    it('before it has seen our keys, and takes it afterwards', async () => {
      await rm(party.keysFile);
      expect((await party.openLogin()).status).toBe(400);
      await party.writeKeys();
      expect((await party.openLogin()).status).toBe(200);
    });
  });

  it('refuses a proof for the token endpoint that names the issuer', async () => {
    for (const [aud, error] of [
      [party.provider.issuer, 'invalid_client'],
      [`${party.provider.issuer}/token`, 'invalid_grant'],
    ]) {
      const body = new URLSearchParams({
        grant_type: 'authorization_code',
        code: 'x'.repeat(43),
        redirect_uri: CALLBACK,
        code_verifier: 'x'.repeat(43),
        ...(await party.proof({ aud })),
      });
      const answer = await fetch(`${party.provider.issuer}/token`, { method: 'POST', body });
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
      expect((await party.openLogin({ ui_locales: locales })).html).toContain(text);
    });

    it('in the language that is chosen on it', async () => {
      const login = await party.openLogin({ ui_locales: 'fi' });
      const answer = await fetch(`${login.url}?lang=sv`, { headers: { cookie: login.cookie } });
      expect(await answer.text()).toContain('Vem är du?');
    });

    it('that loads nothing from anywhere and runs no script', async () => {
      const { html, headers } = await party.openLogin();
      expect(html).not.toMatch(/<script|src=|url\(|@import/);
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; style-src 'sha256-[^;]*; img-src data:; form-action 'self' http:\/\/tapaamo.test;/,
      );
    });

    it('that shows the name of the service as text', async () => {
      const { html } = await party.openLogin({ ftn_spname: '<b>"Palvelu"' });
      expect(html).toContain('&lt;b&gt;&quot;Palvelu&quot;');
    });

    it('again, with what was typed, when a name is missing', async () => {
      const login = await party.openLogin();
      const answer = await party.submit(login, { person: 'other', givenNames: '"><b>Ada' });
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
      expect((await party.submit(await party.openLogin(), form)).status).toBe(400);
    });

    it('that is useless in another browser', async () => {
      const login = await party.openLogin();
      const answer = await party.submit({ ...login, cookie: '' }, { person: 'aino-virtanen' });
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('Tunnistautuminen ei onnistunut');
    });
  });

  it('writes no person into its log', async () => {
    const form = { person: 'other', givenNames: 'Ada', familyName: 'Lovelace' };
    expect((await party.submit(await party.openLogin(), form)).status).toBe(303);
    expect(party.log.join('')).not.toMatch(/Ada|Lovelace/);
  });
});
