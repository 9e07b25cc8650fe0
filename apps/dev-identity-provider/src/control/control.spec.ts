import { createLocalJWKSet, decodeProtectedHeader, jwtVerify, type JSONWebKeySet } from 'jose';
import { seconds, SmallRelyingParty } from '../spec-support/small-relying-party.js';

const DISCOVERY = '/.well-known/openid-configuration';

describe('the control page', () => {
  const party = new SmallRelyingParty();

  beforeAll(() => party.start());

  afterEach(() => press('fault'));

  afterAll(() => party.stop());

  it.each([
    ['fi', 'Tunnistuspalvelun ohjaus'],
    ['sv', 'Styrning av identifieringstjänsten'],
    ['en', 'Control of the identity provider'],
  ])('is there in %s, without scripts', async (language, heading) => {
    const html = await read(`/control?lang=${language}`);
    expect(html).toContain(`<h1>${heading}</h1>`);
    expect(html).not.toMatch(/<script|undefined/);
  });

  it.each([
    [{ act: 'no-such-act' }],
    [{ act: 'fault', fault: 'no-such-fault' }],
    [{ act: 'fault', fault: 'clock-off', seconds: '86401' }],
    [{ act: 'dialect', dialect: 'no-such-dialect' }],
  ])('refuses %j', async (form) => {
    expect((await send(form)).status).toBe(400);
  });

  it('takes no form that another site sends', async () => {
    const answer = await send(
      { act: 'fault', fault: 'keys-down' },
      { 'sec-fetch-site': 'cross-site' },
    );
    expect(answer.status).toBe(400);
    expect((await ask('/jwks')).status).toBe(200);
  });

  it('changes the dialect while the provider runs', async () => {
    await press('dialect', { dialect: 'op-isb' });
    expect((await ask(DISCOVERY)).status).toBe(404);
    const metadata = JSON.parse(await read('/control/metadata.json')) as Record<string, unknown>;
    const { issuer } = party.provider;
    expect(metadata).toMatchObject({ issuer, end_session_endpoint: `${issuer}/session/end` });
    await press('dialect', { dialect: 'dev', requestMode: 'par' });
    expect((await party.openLogin()).status).toBe(303);
    await press('dialect', { dialect: 'dev' });
    expect((await party.openLogin()).status).toBe(200);
  });

  describe('has the provider fail', () => {
    it('to tell of itself, or to tell its own name', async () => {
      await press('fault', { fault: 'discovery-down' });
      expect((await ask(DISCOVERY)).status).toBe(503);
      await press('fault', { fault: 'wrong-issuer' });
      expect(await read(DISCOVERY)).toContain('https://another-provider.example');
    });

    it('to publish its keys', async () => {
      await press('fault', { fault: 'keys-down' });
      expect((await ask('/jwks')).status).toBe(503);
      expect((await ask('/openid_provider/signed_jwks.jwt')).status).toBe(503);
    });

    it('by returning in another’s name', async () => {
      await press('fault', { fault: 'other-issuer-returns' });
      const back = await party.signIn({ person: 'aino-virtanen' });
      expect(back.get('iss')).toBe('https://another-provider.example');
    });

    it.each([
      ['token-500', 500, 'application/json'],
      ['token-400', 400, 'application/json'],
      ['token-html', 200, 'text/html; charset=utf-8'],
    ])('at the token endpoint: %s', async (fault, status, type) => {
      await press('fault', { fault });
      const answer = await party.askForTokens('x');
      expect(answer.status).toBe(status);
      expect(answer.headers.get('content-type')).toBe(type);
    });

    it('at the token endpoint by never answering', async () => {
      await press('fault', { fault: 'token-hangs' });
      const body = new URLSearchParams({ grant_type: 'authorization_code' });
      const signal = AbortSignal.timeout(300);
      const asked = fetch(`${party.provider.issuer}/token`, { method: 'POST', body, signal });
      await expect(asked).rejects.toThrow(/timeout/);
    });

    it('at the token endpoint by being slow', async () => {
      await press('fault', { fault: 'token-slow', seconds: '1' });
      const before = performance.now();
      const { claims } = await party.identify({ person: 'aino-virtanen' });
      expect(performance.now() - before).toBeGreaterThan(950);
      expect(claims['urn:oid:1.2.246.21']).toBe('291292-918R');
    });

    it('in the ID token', async () => {
      const now = seconds();
      const { claims, encryption } = await identifyWith('clock-off', '600');
      expect(claims.iat).toBeGreaterThan(now + 590);
      expect(encryption).toBeDefined();
      expect((await identifyWith('not-encrypted')).encryption).toBeUndefined();
      expect((await identifyWith('wrong-nonce')).claims['nonce']).toBe('of-somebody-else');
      expect((await identifyWith('other-audience')).claims.aud).toBe('another-relying-party');
      const { claims: old } = await identifyWith('old-sign-in');
      expect(Number(old['auth_time'])).toBeLessThan(now - 86_400);
    });

    it('by signing with a key that it does not publish', async () => {
      const honest = await identifyWith('');
      expect(await isSignedByPublishedKey(honest.signed)).toBe(true);
      const foreign = await identifyWith('foreign-signature');
      expect(foreign.header['kid']).toBe(honest.header['kid']);
      expect(await isSignedByPublishedKey(foreign.signed)).toBe(false);
    });
  });

  describe('changes signing keys', () => {
    it('at once, or first published and then used, and withdrawn at last', async () => {
      const [first] = await publishedKeys();
      await press('replace-key');
      const [second, ...none] = await publishedKeys();
      expect([second === first, none]).toEqual([false, []]);
      await press('publish-key');
      const [used, third] = await publishedKeys();
      expect(used).toBe(second);
      expect((await party.identify({ person: 'aino-virtanen' })).header['kid']).toBe(second);
      await press('use-key');
      expect(await publishedKeys()).toEqual([third, second]);
      const token = await party.identify({ person: 'aino-virtanen' });
      expect(token.header['kid']).toBe(third);
      expect(await isSignedByPublishedKey(token.signed)).toBe(true);
      await press('withdraw-keys');
      expect(await publishedKeys()).toEqual([third]);
    });

    it('and publishes them signed by the entity key, public parts only', async () => {
      const entityKeys = JSON.parse(await read('/control/entity-keys.json')) as JSONWebKeySet;
      const answer = await ask('/openid_provider/signed_jwks.jwt');
      expect(answer.headers.get('content-type')).toBe('application/jwk-set+jwt');
      const { issuer } = party.provider;
      const jwks = await answer.text();
      const { payload } = await jwtVerify(jwks, createLocalJWKSet(entityKeys), {
        ...{ issuer, subject: issuer, typ: 'jwk-set+jwt' },
      });
      expect(payload['keys']).toEqual((JSON.parse(await read('/jwks')) as JSONWebKeySet).keys);
      expect(payload.exp).toBeGreaterThan(seconds() + 86_400);
      expect(await read('/jwks/broker-signed')).toHaveLength(jwks.length);
      const statement = await read('/.well-known/openid-federation');
      expect(decodeProtectedHeader(statement).typ).toBe('entity-statement+jwt');
      const { payload: stated } = await jwtVerify(statement, createLocalJWKSet(entityKeys));
      expect(stated).toMatchObject({
        ...{ iss: issuer, sub: issuer, jwks: entityKeys },
        metadata: {
          openid_provider: { signed_jwks_uri: `${issuer}/openid_provider/signed_jwks.jwt` },
        },
      });
      const all = JSON.stringify([payload, stated, await read('/control/keys.json'), entityKeys]);
      expect(all).not.toMatch(/"(d|p|q|dp|dq|qi)":/);
    });
  });

  it('publishes a notice of an outage in the forms of Telia and OP, and takes it back', async () => {
    await press('notice', { fi: 'Huolto | klo 2', sv: 'Service', en: 'Maintenance' });
    expect(await read('/uas/resource/maintenance.txt')).toBe('Huolto klo 2|Service|Maintenance');
    expect(JSON.parse(await read('/api/embedded-ui/tapaamo?lang=sv'))).toMatchObject({
      disturbanceInfo: { header: 'Störningsmeddelande', text: 'Service' },
    });
    expect((await ask('/api/embedded-ui/somebody')).status).toBe(404);
    await press('notice');
    expect(await read('/uas/resource/maintenance.txt')).toBe('');
    expect(await read('/api/embedded-ui/tapaamo?lang=sv')).not.toContain('disturbanceInfo');
  });

  it('shows what was asked last, unfolded and without secrets, and forgets it', async () => {
    const code = (await party.signIn({ person: 'sean-oconnor' })).get('code') ?? '';
    await party.askForTokens(code);
    const html = await read('/control?lang=en');
    expect(html).toContain(
      '&quot;acr_values&quot;: &quot;http://ftn.ficora.fi/2017/loatest2&quot;',
    );
    expect(html).toContain('&quot;jti&quot;');
    expect(html).toContain('Seán');
    expect(html).not.toContain(code);
    await press('forget');
    expect(await read('/control?lang=en')).not.toContain('acr_values');
    expect(party.log.join('')).not.toContain('Seán');
  });

  it('signs somebody out in another service, by a hidden frame', async () => {
    const { claims } = await party.identify({ person: 'aino-virtanen' });
    const sessionId = String(claims['sid']);
    expect(await read('/control')).toContain(`value="sign-out:${sessionId}"`);
    const answer = await send({ act: `sign-out:${sessionId}` });
    const { issuer } = party.provider;
    const address = `http://tapaamo.test/api/identification/sign-out?iss=${encodeURIComponent(issuer)}&amp;sid=${sessionId}`;
    expect(await answer.text()).toContain(`src="${address}"`);
    expect(answer.headers.get('content-security-policy')).toContain(
      'frame-src http://tapaamo.test;',
    );
    expect(await read('/control')).not.toContain(`sign-out:${sessionId}`);
  });

  function ask(path: string): Promise<Response> {
    return fetch(party.provider.issuer + path);
  }

  async function read(path: string): Promise<string> {
    return (await ask(path)).text();
  }

  function send(
    form: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const body = new URLSearchParams(form);
    const address = `${party.provider.issuer}/control?lang=fi`;
    return fetch(address, { method: 'POST', redirect: 'manual', headers, body });
  }

  async function press(act: string, form: Record<string, string> = {}): Promise<void> {
    expect((await send({ act, ...form })).status).toBe(303);
  }

  async function identifyWith(
    fault: string,
    length = '60',
  ): ReturnType<SmallRelyingParty['identify']> {
    await press('fault', { fault, seconds: length });
    return party.identify({ person: 'aino-virtanen' });
  }

  async function publishedKeys(): Promise<(string | undefined)[]> {
    return (JSON.parse(await read('/jwks')) as JSONWebKeySet).keys.map(({ kid }) => kid);
  }

  async function isSignedByPublishedKey(token: string): Promise<boolean> {
    const keys = createLocalJWKSet(JSON.parse(await read('/jwks')) as JSONWebKeySet);
    return jwtVerify(token, keys).then(
      () => true,
      () => false,
    );
  }
});
