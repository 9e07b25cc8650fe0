import { randomBytes } from 'node:crypto';
import { newPasskeyOptionsSchema, passkeyChallengeSchema, type Problem } from '@tapaamo/contracts';
import { Passkey, Professional } from '@tapaamo/professional';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { buildInvited } from '../../support/builders/invitation-builder.js';
import { passkeyHolder, signInWith, type PasskeyHolder } from '../../support/passkeys.js';
import { SoftwareAuthenticator, type Misconduct } from '../../support/software-authenticator.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const COOKIE = '__Host-tapaamo-staff';
const STEP = '__Host-tapaamo-passkey';

/** What a browser, a device or a page in between does wrong, in making a passkey and in using it. */
const MISCONDUCT: [string, Misconduct][] = [
  ['of another origin', { origin: 'https://tapaamo.example.net' }],
  ['of another port of this host', { origin: 'http://localhost:1' }],
  ['for another host', { rpId: 'tapaamo.example.net' }],
  ['that answers another challenge', { challenge: randomBytes(32).toString('base64url') }],
  ['without the person having been asked', { userVerified: false }],
];

describe('a passkey', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let holder: PasskeyHolder;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    holder = await passkeyHolder(api, world);
  });

  afterAll(async () => {
    await api.close();
  });

  const challengeOf = async (client: ApiClient) => {
    const answer = await client.post('/api/sign-in/passkey/challenge');
    return expectAnswer(answer, 200, passkeyChallengeSchema);
  };
  const refusal = async (misconduct: Misconduct) =>
    expectProblem(await signInWith(holder.device, api.client(), misconduct)).code;
  const told = async (event: string) =>
    api.dataSource.query<{ details: unknown }[]>(
      'SELECT details FROM audit_entry WHERE event = $1 AND (target_id = $2 OR actor_id = $2) ORDER BY sequence',
      [event, holder.professional.id],
    );

  describe('of an invited person', () => {
    it('sets the account up without a password, signs in, and gives ten codes', async () => {
      expect(holder.me.id).toBe(holder.professional.id);
      expect((await holder.client.get('/api/me')).status).toBe(200);
      expect(new Set(holder.recoveryCodes).size).toBe(10);
      const { manager } = api.dataSource;
      const row = await manager.findOneByOrFail(Professional, { id: holder.professional.id });
      expect(row.passwordHash).toBeNull();
      const passkeys = await manager.findBy(Passkey, { professionalId: row.id });
      expect(passkeys).toMatchObject([{ counter: '0', backedUp: false, lastUsedAt: null }]);
    });

    it('is asked for as one that the device holds, and that asks the person', async () => {
      const { link: invitation } = await buildInvited(api, world);
      const answer = await api.client().post('/api/invitation/passkey', { invitation });
      expect(expectAnswer(answer, 200, newPasskeyOptionsSchema)).toMatchObject({
        rp: { id: 'localhost', name: 'Tapaamo' },
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        attestation: 'none',
      });
      expect(await challengeOf(api.client())).toMatchObject({
        rpId: 'localhost',
        userVerification: 'required',
        allowCredentials: [],
      });
    });

    it.each([...MISCONDUCT, ['of the other ceremony', { type: 'webauthn.get' }]] as const)(
      '%s is refused, and the invitation stays open',
      async (_what, misconduct) => {
        const { link: invitation } = await buildInvited(api, world);
        const client = api.client();
        const device = new SoftwareAuthenticator(api.config.PUBLIC_URL);
        const options = async () => {
          const offer = await client.post('/api/invitation/passkey', { invitation });
          return expectAnswer(offer, 200, newPasskeyOptionsSchema);
        };
        const accept = (passkey: unknown) =>
          client.post('/api/invitation/accept-with-passkey', { invitation, passkey });
        const refused = await accept(device.create(await options(), misconduct));
        expect(expectProblem(refused).code).toBe('passkey.refused');
        expect((await client.get('/api/me')).status).toBe(401);
        expect((await accept(device.create(await options()))).status).toBe(200);
      },
    );

    it('is refused without the step before it, and with that of another invitation', async () => {
      const [mine, others] = [await buildInvited(api, world), await buildInvited(api, world)];
      const device = new SoftwareAuthenticator(api.config.PUBLIC_URL);
      const [client, stranger] = [api.client(), api.client()];
      const offer = await client.post('/api/invitation/passkey', { invitation: mine.link });
      const passkey = device.create(expectAnswer(offer, 200, newPasskeyOptionsSchema));
      const path = '/api/invitation/accept-with-passkey';
      for (const [browser, invitation] of [
        [stranger, mine.link],
        [client, others.link],
      ] as const) {
        const refused = await browser.post(path, { invitation, passkey });
        expect(expectProblem(refused).code).toBe('passkey.start-again');
      }
      expect((await client.post(path, { invitation: mine.link, passkey })).status).toBe(200);
      const again = await client.post(path, { invitation: mine.link, passkey });
      expect(expectProblem(again).code).toBe('invitation.used');
    });

    it('that somebody else has is refused, also in another organisation', async () => {
      const other = await buildWorld(api.dataSource, { name: 'Toinen' });
      const { link: invitation } = await buildInvited(api, other);
      const client = api.client();
      const offer = await client.post('/api/invitation/passkey', { invitation });
      const copy = new SoftwareAuthenticator(api.config.PUBLIC_URL);
      const made = copy.create(expectAnswer(offer, 200, newPasskeyOptionsSchema));
      const { manager } = api.dataSource;
      await manager.update(
        Passkey,
        { professionalId: holder.professional.id },
        { credentialId: Buffer.from(made.id, 'base64url') },
      );
      const path = '/api/invitation/accept-with-passkey';
      const refused = await client.post(path, { invitation, passkey: made });
      expect(expectProblem(refused).code).toBe('passkey.refused');
    });
  });

  describe('used to sign in', () => {
    it('is a whole sign-in, and no address is typed', async () => {
      const client = api.client();
      const answer = await signInWith(holder.device, client);
      expect(answer.json).toMatchObject({ state: 'signed-in', me: { id: holder.me.id } });
      expect((await client.get('/api/me')).status).toBe(200);
      const { sessions } = (await client.get('/api/account/sessions')).json as {
        sessions: unknown[];
      };
      expect(sessions).toMatchObject(
        expect.arrayContaining(
          [{ own: true, means: 'passkey' }].map((one): unknown => expect.objectContaining(one)),
        ),
      );
      const row = { professionalId: holder.professional.id };
      const passkey = await api.dataSource.manager.findOneByOrFail(Passkey, row);
      expect(passkey).toMatchObject({ counter: '1', lastUsedAt: new Date(NOW) });
      expect((await told('sign-in.succeeded')).map(({ details }) => details)).toEqual([
        { method: 'passkey' },
      ]);
    });

    it('gives a fresh session, whatever cookie was planted before, and ends the one before', async () => {
      const client = api.client();
      client.cookies.set(COOKIE, 's:planted.planted');
      await signInWith(holder.device, client);
      const first = client.cookies.get(COOKIE) ?? '';
      expect(first).not.toBe('s:planted.planted');
      await signInWith(holder.device, client);
      expect(client.cookies.get(COOKIE)).not.toBe(first);
      for (const worthless of ['s:planted.planted', first]) {
        const other = api.client();
        other.cookies.set(COOKIE, worthless);
        expect((await other.get('/api/me')).status).toBe(401);
      }
    });

    it.each([...MISCONDUCT, ['of the other ceremony', { type: 'webauthn.create' }]] as const)(
      '%s opens nothing, and the audit log is told',
      async (_what, misconduct) => {
        await expect(refusal(misconduct)).resolves.toBe('sign-in.wrong-passkey');
        expect((await told('sign-in.failed')).map(({ details }) => details)).toEqual([
          { reason: 'wrong-passkey' },
        ]);
        expect((await signInWith(holder.device, api.client())).status).toBe(200);
      },
    );

    it('answers a challenge once, and not in another browser', async () => {
      const [client, stranger] = [api.client(), api.client()];
      // A device that does not count, as those whose passkeys are kept by its maker.
      const proof = holder.device.get(await challengeOf(client), { counter: 0 });
      const step = client.cookies.get(STEP) ?? '';
      const without = await stranger.post('/api/sign-in/passkey', proof);
      expect(expectProblem(without).code).toBe('passkey.start-again');
      await challengeOf(stranger);
      const others = await stranger.post('/api/sign-in/passkey', proof);
      expect(expectProblem(others).code).toBe('sign-in.wrong-passkey');
      const statuses = await Promise.all([
        client.post('/api/sign-in/passkey', proof),
        client.post('/api/sign-in/passkey', proof),
      ]);
      expect(statuses.map(({ status }) => status).sort()).toEqual([200, 401]);
      client.cookies.set(STEP, step);
      const replayed = await client.post('/api/sign-in/passkey', proof);
      expect(expectProblem(replayed).code).toBe('sign-in.wrong-passkey');
    });

    it('answers a challenge for five minutes, of this step only, and never a made up one', async () => {
      const client = api.client();
      const proof = holder.device.get(await challengeOf(client), { counter: 0 });
      const step = client.cookies.get(STEP) ?? '';
      api.clock.advance(5 * 60_000);
      const late = await client.post('/api/sign-in/passkey', proof);
      expect(expectProblem(late).code).toBe('passkey.start-again');
      client.cookies.set(STEP, `${step.slice(0, -4)}AAAA`);
      const forged = await client.post('/api/sign-in/passkey', proof);
      expect(expectProblem(forged).code).toBe('passkey.start-again');
      const { link: invitation } = await buildInvited(api, world);
      await client.post('/api/invitation/passkey', { invitation });
      const elsewhere = await client.post('/api/sign-in/passkey', proof);
      expect(expectProblem(elsewhere).code).toBe('passkey.start-again');
    });

    it('is refused when its device counts backwards or not on, as a copy of it would', async () => {
      expect((await signInWith(holder.device, api.client(), { counter: 7 })).status).toBe(200);
      for (const counter of [7, 6, 0]) {
        await expect(refusal({ counter })).resolves.toBe('sign-in.wrong-passkey');
      }
      expect((await signInWith(holder.device, api.client(), { counter: 8 })).status).toBe(200);
    });

    it('is refused when the device says that it is another’s', async () => {
      const userHandle = Buffer.from(world.admin.id).toString('base64url');
      await expect(refusal({ userHandle })).resolves.toBe('sign-in.wrong-passkey');
    });

    it('is refused in one and the same answer when unknown, closed or signed by another', async () => {
      const answers: Problem[] = [];
      const keep = async (device: SoftwareAuthenticator) => {
        const problem = expectProblem(await signInWith(device, api.client()));
        answers.push({ ...problem, correlationId: '' });
      };
      const stranger = new SoftwareAuthenticator(api.config.PUBLIC_URL);
      const { link: invitation } = await buildInvited(api, world);
      const offer = await api.client().post('/api/invitation/passkey', { invitation });
      const unknown = stranger.create(expectAnswer(offer, 200, newPasskeyOptionsSchema));
      await keep(stranger);
      const own = stranger.credentials.find(({ id }) => id === unknown.id);
      Object.assign(own ?? {}, {
        id: holder.device.credentials[0]?.id,
        userHandle: Buffer.from(holder.me.id).toString('base64url'),
      });
      await keep(stranger);
      const { id } = holder.professional;
      await api.dataSource.manager.update(Professional, { id }, { deactivatedAt: new Date(NOW) });
      await keep(holder.device);
      expect(answers[0]?.code).toBe('sign-in.wrong-passkey');
      expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
      const reasons = (await told('sign-in.failed')).map(({ details }) => details);
      expect(reasons).toEqual([{ reason: 'wrong-passkey' }, { reason: 'deactivated' }]);
    });

    it('signs its own owner in, also where another organisation has the same people', async () => {
      const other = await buildWorld(api.dataSource, { name: 'Kolmas' });
      const theirs = await passkeyHolder(api, other);
      const client = api.client();
      await signInWith(theirs.device, client);
      const { me } = (await signInWith(theirs.device, client)).json as { me: typeof theirs.me };
      expect(me.organisation.id).toBe(other.organisationId);
    });

    it('is limited after ten attempts in vain from one address, and only there', async () => {
      const from = (address: string) => api.client({ from: address });
      for (let count = 0; count < 10; count += 1) {
        await signInWith(holder.device, from('192.0.2.77'), { userVerified: false });
      }
      const locked = await signInWith(holder.device, from('192.0.2.77'));
      expect(expectProblem(locked).code).toBe('sign-in.too-many-attempts');
      expect((await signInWith(holder.device, from('192.0.2.78'))).status).toBe(200);
    });

    it.each([
      {},
      { id: 'ä' },
      { id: 'AAAA', clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' },
    ])('that is none (%j) is a request that does not fit', async (proof) => {
      const client = api.client();
      await challengeOf(client);
      expect((await client.post('/api/sign-in/passkey', proof)).status).toBe(400);
      const odd = { id: 'AAAA', clientDataJSON: 'AAAA', authenticatorData: 'AAAA' };
      const wrong = { ...odd, signature: 'AAAA', userHandle: null };
      expect((await client.post('/api/sign-in/passkey', wrong)).status).toBe(401);
    });
  });
});
