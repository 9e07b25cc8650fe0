import { SystemClock } from '@tapaamo/common';
import { SmallRelyingParty } from '../spec-support/small-relying-party.js';
import { checksumHeader } from './checksum.js';
import { MANDATES_AGREEMENT } from './mandate-routes.js';

const CLIENT = 'tapaamo';
const RETURN = 'http://tapaamo.test/api/mandate/callback';
const HELMI = '170677-924F';
const VENLA = '010516B903X';
const EELI = '020516C903K';

describe('the checksum of suomi.fi’s test vector', () => {
  it('is right', () => {
    const key = { clientId: 'ed4b7ae7', apiKey: '3ba56df8-88b8-4805-9b04-2f8e7a61' };
    const path =
      '/service/hpa/user/register/ed4b7ae7/080297-915A?requestId=02fd35dc-99e6-477b-b6e2-03f02cbf3666';
    expect(checksumHeader(key, path, '2017-02-09T10:29:42.09Z')).toBe(
      'ed4b7ae7 2017-02-09T10:29:42.09Z z7X+xWtrvth1L7Ql6B/4xZ0iQ1VjToWX4TnHVLo8RGo=',
    );
  });
});

describe('acting for a child', () => {
  const party = new SmallRelyingParty();
  const clock = new SystemClock();

  beforeAll(() => party.start());

  afterAll(() => party.stop());

  it('goes from registering over the choice to whether it is allowed', async () => {
    const session = await register(HELMI);
    const page = await (await choose(session.userId)).text();
    expect(page).toContain('Venla Aurora Nieminen');
    expect(page).not.toContain(VENLA);
    const back = await chosen(session.userId, { act: 'choose', child: 'venla-nieminen' });
    expect(back.searchParams.get('state')).toBe('s');
    const token = await tokenFor(back.searchParams.get('code') ?? '');
    const delegates = await service(`/api/delegate/${session.sessionId}`, { token });
    expect(await delegates.json()).toEqual([{ personId: VENLA, name: 'Nieminen Venla Aurora' }]);
    expect(await resultFor(session.sessionId, VENLA, token)).toEqual({ result: 'ALLOWED' });
    expect(await resultFor(session.sessionId, EELI, token)).toEqual({ result: 'DISALLOWED' });
    expect(await resultFor(session.sessionId, HELMI, token)).toEqual({ result: 'DISALLOWED' });
    expect(party.log.join('')).not.toMatch(/170677|010516/);
  });

  it('may be cancelled, and offers nobody to somebody without children', async () => {
    const { userId } = await register('210281-9988');
    expect(await (await choose(userId)).text()).toContain('Sinulla ei ole huollettavia.');
    const back = await chosen(userId, { act: 'cancel' });
    expect(back.searchParams.get('error')).toBe('access_denied');
    expect(back.searchParams.get('code')).toBeNull();
  });

  it.each([
    ['without a header', { header: '' }],
    ['with another key', { apiKey: 'another' }],
    ['with a clock that is six minutes off', { offMs: 360_000 }],
    ['with the checksum of another path', { signed: '/service/hpa/user/register/x' }],
  ])('is refused %s', async (_case, wrong) => {
    expect((await service(`/user/register/${CLIENT}/${HELMI}`, wrong)).status).toBe(401);
  });

  it('bears a clock that is four minutes off', async () => {
    const path = `/user/register/${CLIENT}/${HELMI}`;
    expect((await service(path, { offMs: -240_000 })).status).toBe(200);
  });

  it('gives a code once, and only to where it was sent', async () => {
    const { userId, sessionId } = await register(HELMI);
    const form = { act: 'choose', child: 'venla-nieminen' };
    const code = (await chosen(userId, form)).searchParams.get('code') ?? '';
    expect(await tokenFor(code)).toMatch(/./);
    expect(await tokenFor(code)).toBe('');
    const other = (await chosen(userId, form)).searchParams.get('code') ?? '';
    expect(await tokenFor(other, 'http://tapaamo.test/elsewhere')).toBe('');
    const delegates = await service(`/api/delegate/${sessionId}`, { token: 'made-up' });
    expect(delegates.status).toBe(401);
  });

  it('leads nowhere but to the relying party', async () => {
    const { userId } = await register(HELMI);
    expect((await choose(userId, 'https://evil.example/')).status).toBe(400);
  });

  async function register(hetu: string): Promise<{ sessionId: string; userId: string }> {
    const answer = await service(`/user/register/${CLIENT}/${hetu}`);
    return (await answer.json()) as { sessionId: string; userId: string };
  }

  function service(
    below: string,
    how: { token?: string; apiKey?: string; offMs?: number; signed?: string; header?: string } = {},
  ): Promise<Response> {
    const path = `/service/hpa${below}?requestId=02fd35dc-99e6-477b-b6e2-03f02cbf3666`;
    const time = new Date(clock.nowMs() + (how.offMs ?? 0)).toISOString();
    const key = { clientId: CLIENT, apiKey: how.apiKey ?? MANDATES_AGREEMENT.apiKey };
    return fetch(`${party.provider.issuer}/valtuudet${path}`, {
      headers: {
        'X-AsiointivaltuudetAuthorization':
          how.header ?? checksumHeader(key, how.signed ?? path, time),
        ...(how.token === undefined ? {} : { authorization: `Bearer ${how.token}` }),
      },
    });
  }

  function choiceAddress(userId: string, redirectUri = RETURN): string {
    const query = new URLSearchParams({
      ...{ client_id: CLIENT, response_type: 'code', redirect_uri: redirectUri },
      ...{ user: userId, lang: 'fi', state: 's' },
    });
    return `${party.provider.issuer}/valtuudet/oauth/authorize?${query.toString()}`;
  }

  function choose(userId: string, redirectUri?: string): Promise<Response> {
    return fetch(choiceAddress(userId, redirectUri));
  }

  async function chosen(userId: string, form: Record<string, string>): Promise<URL> {
    const body = new URLSearchParams(form);
    const options: RequestInit = { method: 'POST', redirect: 'manual', body };
    const answer = await fetch(choiceAddress(userId), options);
    return new URL(answer.headers.get('location') ?? '');
  }

  async function tokenFor(code: string, redirectUri = RETURN): Promise<string> {
    const query = new URLSearchParams({
      ...{ grant_type: 'authorization_code', redirect_uri: redirectUri, code },
    });
    const secret = Buffer.from(`${CLIENT}:${MANDATES_AGREEMENT.password}`).toString('base64');
    const answer = await fetch(
      `${party.provider.issuer}/valtuudet/oauth/token?${query.toString()}`,
      {
        method: 'POST',
        headers: { authorization: `Basic ${secret}` },
      },
    );
    return ((await answer.json()) as { access_token?: string }).access_token ?? '';
  }

  async function resultFor(sessionId: string, hetu: string, token: string): Promise<unknown> {
    return (await service(`/api/authorization/${sessionId}/${hetu}`, { token })).json();
  }
});
