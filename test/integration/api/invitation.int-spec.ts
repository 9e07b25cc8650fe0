import { acceptedSchema, invitationSchema, newGeneratorSchema } from '@tapaamo/contracts';
import { Professional, type StaffInvitation } from '@tapaamo/professional';
import { URI } from 'otpauth';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { buildInvited } from '../../support/builders/invitation-builder.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const STEP_MS = 30_000;
const PASSWORD = 'neljä-vihreää-hevosta';

describe('an invitation', () => {
  let api: TestApi;
  let world: TestOrganisation;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
  });

  beforeEach(() => api.clock.set(NOW));

  afterAll(async () => {
    await api.close();
  });

  const invite = (changes: Partial<StaffInvitation> = {}) => buildInvited(api, world, changes);
  const generatorFor = async (client: ApiClient, invitation: string) => {
    const answer = await client.post('/api/invitation/generator', { invitation });
    const totp = URI.parse(expectAnswer(answer, 200, newGeneratorSchema).address);
    return { code: (aside = 0) => totp.generate({ timestamp: api.clock.nowMs() + aside }) };
  };
  const accept = (client: ApiClient, invitation: string, code: string, password = PASSWORD) =>
    client.post('/api/invitation/accept', { invitation, password, code });
  const accepted = async () => {
    const { professional, link } = await invite();
    const client = api.client();
    const generator = await generatorFor(client, link);
    const answer = await accept(client, link, generator.code());
    const { recoveryCodes, me } = expectAnswer(answer, 200, acceptedSchema);
    return { professional, link, client, generator, recoveryCodes, me };
  };
  /** Gives the right password. @returns The browser, on its way to the second step. */
  const halfway = async ({ email }: Professional): Promise<ApiClient> => {
    const client = api.client();
    const answer = await client.post('/api/sign-in', { email, password: PASSWORD });
    expect(answer.json).toEqual({ state: 'second-factor', me: null });
    expect((await client.get('/api/me')).status).toBe(401);
    return client;
  };
  const further = (client: ApiClient, code: string) =>
    client.post('/api/sign-in/second-factor', { code });

  it('tells who invites whom, as often as it is opened', async () => {
    const { professional, link } = await invite();
    for (let time = 0; time < 3; time += 1) {
      const answer = await api.client().post('/api/invitation/look', { invitation: link });
      expect(expectAnswer(answer, 200, invitationSchema)).toMatchObject({
        organisation: { fi: 'Mallilan hyvinvointialue' },
        displayName: professional.displayName,
        email: professional.email,
      });
    }
  });

  it('makes an account with a password and a generator, signs in, and gives ten codes', async () => {
    const { professional, client, recoveryCodes, me } = await accepted();
    expect(me.id).toBe(professional.id);
    expect((await client.get('/api/me')).status).toBe(200);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(recoveryCodes.every((code) => /^([0-9a-z]{4}-){3}[0-9a-z]{4}$/.test(code))).toBe(true);
  });

  it('is good for one account, also when two tabs finish at once', async () => {
    const { link } = await invite();
    const tabs = [api.client(), api.client()];
    const codes = await Promise.all(tabs.map((tab) => generatorFor(tab, link)));
    const answers = await Promise.all(
      tabs.map((tab, index) => accept(tab, link, codes[index]?.code() ?? '')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
    const late = await api.client().post('/api/invitation/look', { invitation: link });
    expect(expectProblem(late).code).toBe('invitation.used');
  });

  it.each([
    ['invitation.used', { status: 'accepted' }],
    ['invitation.withdrawn', { status: 'withdrawn' }],
    ['invitation.expired', { expiresAt: new Date(NOW) }],
    ['invitation.unknown', { secretHash: null }],
  ] as const)('says %s, and sets nothing up', async (code, changes) => {
    const { professional, link } = await invite(changes);
    for (const path of ['look', 'generator']) {
      const refused = await api.client().post(`/api/invitation/${path}`, { invitation: link });
      expect(expectProblem(refused).code).toBe(code);
    }
    expect(expectProblem(await accept(api.client(), link, '123456')).code).toBe(code);
    const row = await api.dataSource.manager.findOneByOrFail(Professional, { id: professional.id });
    expect(row.passwordHash).toBeNull();
  });

  it('is refused to somebody who was deactivated meanwhile', async () => {
    const { professional, link } = await invite();
    const { id } = professional;
    await api.dataSource.manager.update(Professional, { id }, { deactivatedAt: api.clock.now() });
    const refused = await api.client().post('/api/invitation/look', { invitation: link });
    expect(expectProblem(refused).code).toBe('invitation.withdrawn');
  });

  it('stays open after a weak password, a wrong code or another’s generator', async () => {
    const { link } = await invite();
    const other = await invite();
    const client = api.client();
    const generator = await generatorFor(client, link);
    const weak = expectProblem(await accept(client, link, generator.code(), 'salasana1234'));
    expect(weak).toMatchObject({ code: 'password.easy-to-guess', fields: [{ field: 'password' }] });
    const wrong = expectProblem(await accept(client, link, generator.code(5 * STEP_MS)));
    expect(wrong).toMatchObject({ code: 'sign-in.wrong-code', fields: [{ field: 'code' }] });
    const others = await accept(client, other.link, generator.code());
    expect(expectProblem(others).code).toBe('sign-in.start-again');
    const without = await accept(api.client(), link, generator.code());
    expect(expectProblem(without).code).toBe('sign-in.start-again');
    expect((await accept(client, link, generator.code())).status).toBe(200);
  });

  it('leads to an account that takes a code of each time step once, one step early or late', async () => {
    const { professional, generator } = await accepted();
    const client = await halfway(professional);
    expect(expectProblem(await further(client, generator.code())).code).toBe('sign-in.wrong-code');
    api.clock.advance(3 * STEP_MS);
    expect(expectProblem(await further(client, generator.code(-2 * STEP_MS))).code).toBe(
      'sign-in.wrong-code',
    );
    expect((await further(client, generator.code(-STEP_MS))).status).toBe(200);
    const again = await halfway(professional);
    const early = generator.code(STEP_MS);
    const twice = await Promise.all([further(again, early), further(again, early)]);
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 422]);
    const late = await halfway(professional);
    expect((await further(late, generator.code())).status).toBe(422);
  });

  it('leads to an account that takes each recovery code once, however it is typed', async () => {
    const { professional, recoveryCodes } = await accepted();
    const [first = '', second = ''] = recoveryCodes;
    expect((await further(await halfway(professional), first.toUpperCase())).status).toBe(200);
    const client = await halfway(professional);
    expect((await further(client, first)).status).toBe(422);
    expect((await further(client, second.replace(/-/g, ' '))).status).toBe(200);
    const stranger = await accepted();
    const theirs = await halfway(stranger.professional);
    expect((await further(theirs, recoveryCodes[2] ?? '')).status).toBe(422);
  });

  it('leads to an account whose second step is over after five wrong codes or five minutes', async () => {
    const { professional, generator } = await accepted();
    api.clock.advance(2 * STEP_MS);
    const guesser = await halfway(professional);
    const codes = await Promise.all(Array.from({ length: 8 }, () => further(guesser, '000000')));
    const looked = codes.filter(({ status }) => status === 422);
    expect(looked).toHaveLength(5);
    expect(expectProblem(await further(guesser, generator.code())).code).toBe(
      'sign-in.start-again',
    );
    const slow = await halfway(professional);
    api.clock.advance(5 * 60_000);
    expect(expectProblem(await further(slow, generator.code())).code).toBe('sign-in.start-again');
    expect((await further(await halfway(professional), generator.code())).status).toBe(200);
  });

  it('leads to an account whose every second step is over after twenty wrong codes', async () => {
    const { professional, generator } = await accepted();
    api.clock.advance(2 * STEP_MS);
    for (let step = 0; step < 5; step += 1) {
      const guesser = await halfway(professional);
      for (let guess = 0; guess < 4; guess += 1) {
        expect((await further(guesser, '000000')).status).toBe(422);
      }
    }
    const owner = await halfway(professional);
    const refused = expectProblem(await further(owner, generator.code()));
    expect(refused.code).toBe('sign-in.start-again');
    const other = await accepted();
    api.clock.advance(2 * STEP_MS);
    const theirs = await halfway(other.professional);
    expect((await further(theirs, other.generator.code())).status).toBe(200);
  });

  it('leads to an account whose second step cannot be made up or passed by', async () => {
    const { professional, generator } = await accepted();
    api.clock.advance(2 * STEP_MS);
    expect(expectProblem(await further(api.client(), generator.code())).code).toBe(
      'sign-in.start-again',
    );
    const client = await halfway(professional);
    const step = client.cookies.get('__Host-tapaamo-step') ?? '';
    client.cookies.set('__Host-tapaamo-step', `${step.slice(0, -4)}AAAA`);
    expect(expectProblem(await further(client, generator.code())).code).toBe('sign-in.start-again');
    client.cookies.set('__Host-tapaamo-step', step);
    const { id } = professional;
    await api.dataSource.manager.update(Professional, { id }, { deactivatedAt: api.clock.now() });
    expect(expectProblem(await further(client, generator.code())).code).toBe('sign-in.start-again');
  });

  it('leaves no secret in the database or the log', async () => {
    const { link, recoveryCodes } = await accepted();
    const rows = await api.dataSource.query<{ row: string }[]>(
      `SELECT row_to_json(t)::text AS row FROM code_generator t
       UNION ALL SELECT row_to_json(t)::text FROM recovery_code t
       UNION ALL SELECT row_to_json(t)::text FROM staff_invitation t`,
    );
    const text = rows.map(({ row }) => row).join() + api.log.lines.join();
    for (const secret of [link, PASSWORD, ...recoveryCodes]) {
      expect(text).not.toContain(secret);
    }
    expect(rows.length).toBeGreaterThan(11);
  });

  it('with a waived second factor opens nothing in production', async () => {
    const production = await startApi({ beside: api, config: { NODE_ENV: 'production' } });
    const { email } = await buildProfessional(api.dataSource, world);
    const body = { email, password: 'kolme-pientä-kissaa' };
    const refused = await production.client().post('/api/sign-in', body);
    expect(expectProblem(refused).code).toBe('sign-in.wrong-credentials');
    expect((await api.client().post('/api/sign-in', body)).status).toBe(200);
    await production.close();
  });
});
