import { meSchema, signInAnswerSchema } from '@tapaamo/contracts';
import { Professional } from '@tapaamo/professional';
import { expectAnswer, expectProblem } from '../../support/api-client.js';
import { buildInvited } from '../../support/builders/invitation-builder.js';
import { buildProfessional, PASSWORD } from '../../support/builders/professional-builder.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const COOKIE = '__Host-tapaamo-staff';

describe('signing in', () => {
  let api: TestApi;
  let world: TestOrganisation;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
  });

  afterAll(async () => {
    await api.close();
  });

  const newAccount = (changes: Partial<Professional> = {}) =>
    buildProfessional(api.dataSource, world, changes);
  const attempt = (email: string, password: string, from = '192.0.2.1') =>
    api.client({ from }).post('/api/sign-in', { email, password });

  it('tells who is signed in, and gives a cookie that only this site’s requests carry', async () => {
    const account = await newAccount();
    const client = api.client();
    const answer = await client.post('/api/sign-in', { email: account.email, password: PASSWORD });
    expect(expectAnswer(answer, 200, signInAnswerSchema).me).toEqual({
      id: account.id,
      displayName: 'Sanna Salonen',
      roles: ['professional'],
      organisation: {
        id: world.organisationId,
        name: expect.objectContaining({ fi: 'Mallilan hyvinvointialue' }) as object,
      },
    });
    expect(answer.text).not.toMatch(/argon2|password/i);
    expect(answer.setCookies).toHaveLength(2);
    for (const [name, sameSite] of [
      ['staff', 'Lax'],
      ['device', 'Strict'],
    ] as const) {
      const cookie = answer.setCookies.find((line) => line.startsWith(`__Host-tapaamo-${name}=`));
      const attributes = (cookie ?? '').split('; ').slice(1);
      expect(attributes).toEqual(
        expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure', `SameSite=${sameSite}`]),
      );
      expect(attributes.join()).not.toMatch(/Domain/i);
      expect(decodeURIComponent(cookie ?? '')).not.toContain(account.email);
    }
    expect(expectAnswer(await client.get('/api/me'), 200, meSchema).id).toBe(account.id);
  });

  it('answers a wrong password and an unknown address in the same words', async () => {
    const { email } = await newAccount();
    const [wrong, unknown] = [
      await attempt(email, 'väärä salasana'),
      await attempt('nobody@ammattilainen.example', PASSWORD),
    ].map((answer) => ({ ...expectProblem(answer), correlationId: '' }));
    expect(wrong).toEqual(unknown);
    expect(wrong).toMatchObject({ code: 'sign-in.wrong-credentials', status: 401 });
  });

  it('takes as long to refuse an address that nobody has as one that somebody has', async () => {
    const { email } = await newAccount();
    await attempt(email, PASSWORD);
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    for (let round = 0; round < 7; round += 1) {
      for (const [which, address] of [
        ['known', email],
        ['unknown', `nobody-${String(round)}@ammattilainen.example`],
      ] as const) {
        const begun = performance.now();
        await attempt(address, 'väärä', `192.0.2.${String(100 + round)}`);
        times[which].push(performance.now() - begun);
      }
    }
    const [known, unknown] = [times.known, times.unknown].map((each) => Math.min(...each));
    // Without the work of a hash it would be a tenth.
    expect(unknown).toBeGreaterThan((known ?? NaN) / 2);
  });

  it.each([
    ['of an invitation', 'step', 'invitation/generator', 'strict'],
    ['of a passkey', 'passkey', 'sign-in/passkey/challenge', 'strict'],
    ['on the way to a provider', 'provider', 'sign-in/provider/start', 'lax'],
  ])(
    'holds a step %s where only this site’s requests carry it',
    async (_, name, path, sameSite) => {
      const invitation = (await buildInvited(api, world)).link;
      const body = {
        step: { invitation },
        passkey: {},
        provider: { email: 'nobody@ammattilainen.example' },
      }[name];
      const { setCookies } = await api.client().post(`/api/${path}`, body);
      const cookie = setCookies.find((line) => line.startsWith(`__Host-tapaamo-${name}=`)) ?? '';
      const attributes = cookie.toLowerCase().split('; ').slice(1);
      expect(attributes).toEqual(
        expect.arrayContaining(['path=/', 'httponly', 'secure', `samesite=${sameSite}`]),
      );
      expect(attributes.join()).not.toContain('domain');
    },
  );

  it('takes the address in any case and the password in any composition', async () => {
    const { email } = await newAccount();
    for (const [address, password] of [
      [email.toUpperCase(), PASSWORD],
      [email, PASSWORD.normalize('NFD')],
    ] as const) {
      expect((await attempt(address, password)).status).toBe(200);
    }
    expect((await attempt(email, PASSWORD.toUpperCase())).status).toBe(401);
    expect((await attempt(email, `${PASSWORD} `)).status).toBe(401);
  });

  it('is refused after ten wrong attempts on one account from one address, and only there', async () => {
    const [account, another] = [await newAccount(), await newAccount()];
    for (let count = 0; count < 10; count += 1) {
      expect((await attempt(account.email, 'väärä', '192.0.2.10')).status).toBe(401);
    }
    const locked = expectProblem(await attempt(account.email, PASSWORD, '192.0.2.10'));
    expect(locked).toMatchObject({ code: 'sign-in.too-many-attempts', status: 429 });
    const changedCase = await attempt(account.email.toUpperCase(), PASSWORD, '192.0.2.10');
    expect(changedCase.status).toBe(429);
    expect((await attempt(another.email, PASSWORD, '192.0.2.10')).status).toBe(200);
    expect((await attempt(account.email, PASSWORD, '192.0.2.11')).status).toBe(200);
  });

  it('counts a whole IPv6 network as one, for whoever guesses has all of it', async () => {
    const account = await newAccount();
    for (let count = 0; count < 10; count += 1) {
      const from = `2001:db8::${String(count)}:${String(count)}`;
      expect((await attempt(account.email, 'väärä', from)).status).toBe(401);
    }
    expect((await attempt(account.email, PASSWORD, '2001:db8::beef')).status).toBe(429);
    expect((await attempt(account.email, PASSWORD, '2001:db8:0:1::1')).status).toBe(200);
  });

  it('forgets wrong attempts once it succeeds', async () => {
    const { email } = await newAccount();
    for (let round = 0; round < 3; round += 1) {
      for (let count = 0; count < 6; count += 1) {
        await attempt(email, 'väärä', '192.0.2.13');
      }
      expect((await attempt(email, PASSWORD, '192.0.2.13')).status).toBe(200);
    }
  });

  it('makes a fresh session each time, and the one before is over', async () => {
    const { email } = await newAccount();
    const client = api.client();
    await client.signIn(email);
    const first = client.cookies.get(COOKIE) ?? '';
    await client.signIn(email);
    expect(client.cookies.get(COOKIE)).not.toBe(first);
    client.cookies.set(COOKIE, first);
    expect((await client.get('/api/me')).status).toBe(401);
  });

  it('does not take a session id that somebody else chose', async () => {
    const { email } = await newAccount();
    for (const planted of ['s:planted.planted', 'planted', '']) {
      const client = api.client();
      client.cookies.set(COOKIE, planted);
      await client.signIn(email);
      expect(client.cookies.get(COOKIE)).not.toBe(planted);
      client.cookies.set(COOKIE, planted);
      expect((await client.get('/api/me')).status).toBe(401);
    }
  });

  it('ends for good when signing out', async () => {
    const { email } = await newAccount();
    const client = api.client();
    await client.signIn(email);
    const cookie = client.cookies.get(COOKIE) ?? '';
    const answer = await client.post('/api/sign-out');
    expect(answer.status).toBe(204);
    expect(client.cookies.has(COOKIE)).toBe(false);
    client.cookies.set(COOKIE, cookie);
    expect((await client.get('/api/me')).status).toBe(401);
    expect((await api.client().post('/api/sign-out')).status).toBe(204);
  });

  it('is refused to a closed account like a wrong password, and what was open ends at once', async () => {
    const account = await newAccount();
    const client = api.client();
    await client.signIn(account.email);
    const deactivatedAt = api.clock.now();
    await api.dataSource.manager.update(Professional, { id: account.id }, { deactivatedAt });
    expect((await client.get('/api/me')).status).toBe(401);
    const refused = expectProblem(await attempt(account.email, PASSWORD));
    expect(refused).toMatchObject({ code: 'sign-in.wrong-credentials', status: 401 });
  });

  it('ends at once when the account is removed, and a changed role acts at once', async () => {
    const account = await newAccount();
    const client = api.client();
    await client.signIn(account.email);
    await api.dataSource.manager.update(Professional, { id: account.id }, { roles: ['admin'] });
    expect((await client.get('/api/services')).status).toBe(404);
    expect((await client.get('/api/forgetting')).status).toBe(200);
    await api.dataSource.manager.delete(Professional, { id: account.id });
    expect((await client.get('/api/me')).status).toBe(401);
  });

  it('keeps of the session whose it is and a coarse device, and no secret that opens it', async () => {
    const account = await newAccount();
    const client = api.client({ from: '192.0.2.77' });
    await client.signIn(account.email);
    const secret = decodeURIComponent(client.cookies.get(COOKIE) ?? '').slice(2, 34);
    const { rows, all } = await api.dataSource
      .query<{ row: string }[]>('SELECT row_to_json(s)::text AS row FROM staff_session s')
      .then((found) => ({
        all: found.map(({ row }) => row).join(),
        rows: found.filter(({ row }) => row.includes(account.id)),
      }));
    expect(rows).toHaveLength(1);
    expect(JSON.parse(rows[0]?.row ?? '')).toMatchObject({
      professional_id: account.id,
      means: 'password',
      browser: 'other',
      system: 'other',
      network: '192.0.2.77',
    });
    expect(secret).toMatch(/^[\w-]{32}$/);
    expect(all).not.toContain(secret);
    expect(all).not.toContain(Buffer.from(secret).toString('hex'));
  });

  it('writes no row and no cookie for who is not signed in', async () => {
    const count = async () =>
      (await api.dataSource.query<unknown[]>('SELECT FROM staff_session')).length;
    const before = await count();
    for (const answer of [
      await api.client().get('/api/me'),
      await attempt('nobody@ammattilainen.example', PASSWORD),
      await api.client().post('/api/sign-out'),
    ]) {
      expect(answer.setCookies.filter((line) => !/Expires=Thu, 01 Jan 1970/.test(line))).toEqual(
        [],
      );
    }
    await expect(count()).resolves.toBe(before);
  });

  it('says nothing of addresses and passwords in the log', async () => {
    const { email } = await newAccount({ email: 'kanaria.lintu@ammattilainen.example' });
    await attempt(email, 'Kanarialintu-1');
    await attempt(email, PASSWORD);
    expect(api.log.lines.join('').toLowerCase()).not.toMatch(/kanaria|kissaa/);
  });
});
