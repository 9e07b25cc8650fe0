import {
  accountSchema,
  newGeneratorSchema,
  newPasskeyOptionsSchema,
  passkeyChallengeSchema,
  recoveryCodesSchema,
  staffSessionsSchema,
} from '@tapaamo/contracts';
import { Passkey, Professional } from '@tapaamo/professional';
import { URI } from 'otpauth';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { PASSWORD } from '../../support/builders/professional-builder.js';
import { eventually } from '../../support/eventually.js';
import { passkeyHolder, signInWith, type PasskeyHolder } from '../../support/passkeys.js';
import { SoftwareAuthenticator, type Misconduct } from '../../support/software-authenticator.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const MINUTE_MS = 60_000;
const NEW_PASSWORD = 'neljä-vihreää-hevosta';

/** Everything that asks for a recent proof, with a body that fits. */
const GUARDED: [string, unknown][] = [
  ['passkeys/offer', {}],
  [
    'passkeys',
    { passkey: { id: 'AA', clientDataJSON: 'AA', attestationObject: 'AA', transports: [] } },
  ],
  ['passkeys/b0c5a3e0-0000-4000-8000-000000000001/remove', {}],
  ['password', { password: NEW_PASSWORD }],
  ['generator/offer', {}],
  ['generator', { code: '123456' }],
  ['recovery-codes', {}],
];

describe('somebody’s own account', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let holder: PasskeyHolder;
  let client: ApiClient;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    holder = await passkeyHolder(api, world);
    ({ client } = holder);
  });

  afterAll(async () => {
    await api.close();
  });

  const own = async (by = client) => expectAnswer(await by.get('/api/account'), 200, accountSchema);
  const post = (path: string, body: unknown = {}, by = client) =>
    by.post(`/api/account/${path}`, body);
  const refusal = async (path: string, body: unknown = {}) =>
    expectProblem(await post(path, body)).code;
  const offered = async (by = client) =>
    expectAnswer(await post('passkeys/offer', {}, by), 200, newPasskeyOptionsSchema);
  const newDevice = () => new SoftwareAuthenticator(api.config.PUBLIC_URL);
  const addGenerator = async () => {
    const offer = expectAnswer(await post('generator/offer'), 200, newGeneratorSchema);
    const totp = URI.parse(offer.address);
    const code = (aside = 0) => totp.generate({ timestamp: api.clock.nowMs() + aside });
    expect((await post('generator', { code: code() })).status).toBe(204);
    return code;
  };
  const another = async () => {
    const other = api.client();
    expect((await signInWith(holder.device, other)).status).toBe(200);
    return other;
  };
  const statusOf = async (by: ApiClient) => (await by.get('/api/me')).status;
  const confirmWith = async (device: SoftwareAuthenticator, misconduct: Misconduct = {}) => {
    const offer = await post('confirm/challenge');
    const challenge = expectAnswer(offer, 200, passkeyChallengeSchema);
    return post('confirm/passkey', device.get(challenge, misconduct));
  };
  const told = async () => {
    const rows = await api.dataSource.query<{ event: string }[]>(
      'SELECT event FROM audit_entry WHERE actor_id = $1 ORDER BY sequence',
      [holder.professional.id],
    );
    return rows.map(({ event }) => event).filter((event) => !event.startsWith('sign-in.'));
  };
  const notices = async () => {
    const rows = await api.dataSource.query<{ kind: string }[]>(
      'SELECT kind FROM account_notice WHERE professional_id = $1 ORDER BY created_at',
      [holder.professional.id],
    );
    return rows.map(({ kind }) => kind);
  };

  it('tells who it is and what they sign in with, and no secret', async () => {
    const answer = await client.get('/api/account');
    expect(expectAnswer(answer, 200, accountSchema)).toMatchObject({
      displayName: holder.professional.displayName,
      email: holder.professional.email,
      roles: ['professional'],
      passkeys: [{ name: 'Passkey', lastUsedAt: null }],
      hasPassword: false,
      hasGenerator: false,
      codeNeeded: true,
      recoveryCodesLeft: 10,
      confirmedUntil: new Date(api.clock.nowMs() + 10 * MINUTE_MS).toISOString(),
    });
    expect(answer.text).not.toMatch(/publicKey|credential|hash|secret/i);
  });

  it('takes another passkey, which signs in, and is called what its owner calls it', async () => {
    const device = newDevice();
    const passkey = device.create(await offered());
    const added = await post('passkeys', { passkey, name: '  Työpuhelin ' });
    expect(added.status).toBe(204);
    expect((await signInWith(device, api.client())).status).toBe(200);
    const second = (await own()).passkeys.find(({ lastUsedAt }) => lastUsedAt === NOW);
    expect(second?.name).toBe('Työpuhelin');
    expect((await post(`passkeys/${second?.id ?? ''}`, { name: 'Läppäri' })).status).toBe(204);
    expect((await own()).passkeys.map(({ name }) => name).sort()).toEqual(['Läppäri', 'Passkey']);
    await expect(refusal(`passkeys/${second?.id ?? ''}`, { name: ' ' })).resolves.toBe(
      'request.invalid',
    );
    await expect(told()).resolves.toEqual(['staff.invitation-accepted', 'sign-in-method.added']);
    await expect(notices()).resolves.toEqual(['method-added']);
  });

  it('does not take a passkey twice, nor one that answers another’s offer or was made up', async () => {
    const device = newDevice();
    const offer = await offered();
    expect(offer.excludeCredentials.map(({ id }) => id)).toEqual([
      holder.device.credentials[0]?.id,
    ]);
    const passkey = device.create(offer);
    const wrong = device.create(offer, { origin: 'https://tapaamo.example.net' });
    await expect(refusal('passkeys', { passkey: wrong })).resolves.toBe('passkey.refused');
    const colleague = await passkeyHolder(api, world);
    await offered(colleague.client);
    const step = colleague.client.cookies.get('__Host-tapaamo-passkey') ?? '';
    const mine = client.cookies.get('__Host-tapaamo-passkey') ?? '';
    client.cookies.set('__Host-tapaamo-passkey', step);
    await expect(refusal('passkeys', { passkey })).resolves.toBe('passkey.start-again');
    client.cookies.set('__Host-tapaamo-passkey', mine);
    expect((await post('passkeys', { passkey })).status).toBe(204);
    await expect(refusal('passkeys', { passkey })).resolves.toBe('passkey.start-again');
    client.cookies.set('__Host-tapaamo-passkey', mine);
    await expect(refusal('passkeys', { passkey })).resolves.toBe('passkey.refused');
  });

  it('keeps its last passkey while there is nothing else, and a password alone is nothing', async () => {
    const { id = '' } = (await own()).passkeys[0] ?? {};
    await expect(refusal(`passkeys/${id}/remove`)).resolves.toBe('account.last-means');
    await post('password', { password: NEW_PASSWORD });
    await expect(refusal(`passkeys/${id}/remove`)).resolves.toBe('account.last-means');
    await addGenerator();
    const other = await another();
    expect((await post(`passkeys/${id}/remove`)).status).toBe(204);
    expect([await statusOf(client), await statusOf(other)]).toEqual([200, 401]);
    expect((await signInWith(holder.device, api.client())).status).toBe(401);
    await expect(refusal(`passkeys/${id}/remove`)).resolves.toBe('access.denied-or-missing');
    await expect(notices()).resolves.toEqual(['method-added', 'method-added', 'method-removed']);
  });

  it('keeps one of two passkeys that are removed at once', async () => {
    const device = newDevice();
    await post('passkeys', { passkey: device.create(await offered()) });
    const { passkeys } = await own();
    const answers = await Promise.all(passkeys.map(({ id }) => post(`passkeys/${id}/remove`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it('lets nobody change another’s passkeys', async () => {
    const colleague = await passkeyHolder(api, world);
    const { id = '' } = (await own(colleague.client)).passkeys[0] ?? {};
    for (const [path, body] of [
      [`passkeys/${id}`, { name: 'Minun' }],
      [`passkeys/${id}/remove`, {}],
    ] as const) {
      await expect(refusal(path, body)).resolves.toBe('access.denied-or-missing');
    }
    expect((await signInWith(colleague.device, api.client())).status).toBe(200);
  });

  it('takes a password and a generator, which sign in together; changing either ends other sessions', async () => {
    await expect(refusal('password', { password: 'salasana1234' })).resolves.toBe(
      'password.easy-to-guess',
    );
    const other = await another();
    expect((await post('password', { password: NEW_PASSWORD })).status).toBe(204);
    const code = await addGenerator();
    expect(await statusOf(other)).toBe(200);
    await expect(own()).resolves.toMatchObject({ hasPassword: true, hasGenerator: true });
    api.clock.advance(MINUTE_MS);
    const byPassword = api.client();
    const { email } = holder.professional;
    await byPassword.post('/api/sign-in', { email, password: NEW_PASSWORD });
    const further = await byPassword.post('/api/sign-in/second-factor', { code: code() });
    expect(further.json).toMatchObject({ state: 'signed-in' });
    expect((await post('password', { password: `${NEW_PASSWORD}!` })).status).toBe(204);
    expect([await statusOf(client), await statusOf(other), await statusOf(byPassword)]).toEqual([
      200, 401, 401,
    ]);
    const again = await another();
    await addGenerator();
    expect([await statusOf(client), await statusOf(again)]).toEqual([200, 401]);
    await expect(notices()).resolves.toEqual([
      'method-added',
      'method-added',
      'password-changed',
      'method-added',
    ]);
  });

  it('takes no generator without its code, nor one that was offered to somebody else', async () => {
    await expect(refusal('generator', { code: '123456' })).resolves.toBe('passkey.start-again');
    await post('generator/offer');
    await expect(refusal('generator', { code: '000000' })).resolves.toBe('sign-in.wrong-code');
    const colleague = await passkeyHolder(api, world);
    await post('generator/offer', {}, colleague.client);
    const cookie = '__Host-tapaamo-step';
    client.cookies.set(cookie, colleague.client.cookies.get(cookie) ?? '');
    await expect(refusal('generator', { code: '000000' })).resolves.toBe('sign-in.start-again');
  });

  it('gives new recovery codes, and those before are void', async () => {
    const answer = await post('recovery-codes');
    const { recoveryCodes } = expectAnswer(answer, 200, recoveryCodesSchema);
    const { email } = holder.professional;
    const recover = (code = '') => api.client().post('/api/sign-in/recovery-code', { email, code });
    expect(expectProblem(await recover(holder.recoveryCodes[0])).code).toBe(
      'sign-in.wrong-recovery-code',
    );
    expect((await recover(recoveryCodes[0])).json).toMatchObject({ state: 'recovered' });
    expect((await own()).recoveryCodesLeft).toBe(9);
    await expect(told()).resolves.toContain('recovery-codes.made');
    await expect(notices()).resolves.toEqual(['recovery-codes-made']);
  });

  describe('asks for a proof of who it is that is not ten minutes old', () => {
    it.each(GUARDED)('before %s', async (path, body) => {
      api.clock.advance(10 * MINUTE_MS - 1);
      await expect(post(path, body).then(({ text }) => text)).resolves.not.toContain(
        'account.confirm-first',
      );
      api.clock.advance(1);
      await expect(refusal(path, body)).resolves.toBe('account.confirm-first');
    });

    it('and takes one by passkey, of one’s own, once', async () => {
      api.clock.advance(10 * MINUTE_MS);
      const colleague = await passkeyHolder(api, world);
      expect((await confirmWith(colleague.device)).status).toBe(401);
      expect((await confirmWith(holder.device, { userVerified: false })).status).toBe(401);
      await expect(refusal('recovery-codes')).resolves.toBe('account.confirm-first');
      expect((await confirmWith(holder.device)).status).toBe(204);
      expect((await post('recovery-codes')).status).toBe(200);
      const { sessions } = expectAnswer(
        await client.get('/api/account/sessions'),
        200,
        staffSessionsSchema,
      );
      expect(sessions).toHaveLength(1);
    });

    it('and takes one by password and code, and counts wrong ones', async () => {
      await post('password', { password: NEW_PASSWORD });
      const code = await addGenerator();
      api.clock.advance(10 * MINUTE_MS);
      const confirm = (password: string, given?: string) =>
        post('confirm/password', { password, code: given });
      expect(expectProblem(await confirm(PASSWORD, code())).code).toBe('sign-in.wrong-credentials');
      expect(expectProblem(await confirm(NEW_PASSWORD)).code).toBe('sign-in.wrong-code');
      await expect(refusal('recovery-codes')).resolves.toBe('account.confirm-first');
      expect((await confirm(NEW_PASSWORD, code())).status).toBe(204);
      expect((await post('recovery-codes')).status).toBe(200);
      const answers: string[] = [];
      for (let time = 0; time < 6; time += 1) {
        answers.push(expectProblem(await confirm(NEW_PASSWORD, '000000')).code);
      }
      expect(answers.at(-1)).toBe('sign-in.too-many-attempts');
    });

    it('and takes the password alone where the second factor is waived', async () => {
      const demo = api.client();
      await demo.signIn(world.colleague.email);
      api.clock.advance(10 * MINUTE_MS);
      expect((await post('recovery-codes', {}, demo)).status).toBe(403);
      expect((await post('confirm/password', { password: PASSWORD }, demo)).status).toBe(204);
      expect((await post('recovery-codes', {}, demo)).status).toBe(200);
    });
  });

  describe('whose passkey is lost', () => {
    const recover = (email: string, code = '') =>
      api.client().post('/api/sign-in/recovery-code', { email, code });

    it('is opened by a recovery code, once, however it is typed', async () => {
      const { email } = holder.professional;
      const [code = ''] = holder.recoveryCodes;
      const answer = await recover(email.toUpperCase(), code.toUpperCase().replace(/-/g, ' '));
      expect(answer.json).toMatchObject({ state: 'recovered', me: { id: holder.me.id } });
      expect((await recover(email, code)).status).toBe(401);
    });

    it('is opened by none when it has a password, is closed, reset or unknown, in one answer', async () => {
      const reset = await passkeyHolder(api, world);
      const colleague = await passkeyHolder(api, world);
      const { manager } = api.dataSource;
      await post('password', { password: NEW_PASSWORD });
      const { id } = colleague.professional;
      await manager.update(Professional, { id }, { deactivatedAt: new Date(NOW) });
      const signInResetAt = new Date(NOW);
      await manager.update(Professional, { id: reset.professional.id }, { signInResetAt });
      const answers = await Promise.all([
        recover(holder.professional.email, holder.recoveryCodes[0]),
        recover(reset.professional.email, reset.recoveryCodes[0]),
        recover(colleague.professional.email, colleague.recoveryCodes[0]),
        recover('nobody@ammattilainen.example', 'aaaa-bbbb-cccc-dddd'),
      ]);
      const said = answers.map((answer) => ({ ...expectProblem(answer), correlationId: '' }));
      expect(said[0]?.code).toBe('sign-in.wrong-recovery-code');
      expect(new Set(said.map((one) => JSON.stringify(one))).size).toBe(1);
    });

    it('is guarded against guessing', async () => {
      const { email } = holder.professional;
      for (let count = 0; count < 10; count += 1) {
        expect((await recover(email, 'aaaa-bbbb-cccc-dddd')).status).toBe(401);
      }
      expect((await recover(email, holder.recoveryCodes[0])).status).toBe(429);
    });
  });

  it.each([
    ['a passkey', 'passkeys', 'sign_in_reset_at'],
    ['a passkey', 'passkeys', 'deactivated_at'],
    ['recovery codes', 'recovery-codes', 'sign_in_reset_at'],
  ])('cannot be given %s (%s) by its owner while an admin sets %s', async (_, path, column) => {
    const passkey = newDevice().create(await offered());
    const { id } = holder.professional;
    const admins = api.dataSource.createQueryRunner();
    await admins.startTransaction();
    await admins.query(`UPDATE professional SET ${column} = now() WHERE id = $1`, [id]);
    const added = post(path, path === 'passkeys' ? { passkey } : {});
    await eventually('the owner waits for the admin', async () => {
      const waiting = await api.dataSource.query<unknown[]>(
        "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
      );
      return waiting.length > 0;
    });
    await admins.commitTransaction();
    await admins.release();
    expect(expectProblem(await added).code).toBe('access.denied-or-missing');
    await expect(api.dataSource.manager.countBy(Passkey, { professionalId: id })).resolves.toBe(1);
    await expect(notices()).resolves.toEqual([]);
  });
});
