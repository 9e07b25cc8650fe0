import { signInRuleSchema, type SignInRule } from '@tapaamo/contracts';
import { Professional } from '@tapaamo/professional';
import { operate } from '../../../apps/job-runner/src/operator/operate.js';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { buildInvited } from '../../support/builders/invitation-builder.js';
import { PASSWORD } from '../../support/builders/professional-builder.js';
import { passkeyHolder, signInWith } from '../../support/passkeys.js';
import { buildWorld } from '../../support/world.js';
import { ProviderStage, signedInAs } from './support/provider-stage.js';

const PATH = '/api/organisation/sign-in-provider/rule';

let stage: ProviderStage;
let admin: Professional;

beforeEach(async () => {
  stage = await ProviderStage.open();
  ({ admin } = stage.world);
});

afterEach(() => stage.close());

const rule = async (): Promise<SignInRule> =>
  expectAnswer(await stage.admin.get(PATH), 200, signInRuleSchema);
const wish = async (exclusive: boolean, emergencyAdmins: string[]) =>
  stage.admin.post(PATH, { exclusive, emergencyAdmins, version: (await rule()).version });
const useProvider = (email: string) => stage.signIn({ email, sub: `sub of ${email}` });
const switchOn = async (...emergencyAdmins: string[]): Promise<SignInRule> => {
  await useProvider(admin.email);
  return expectAnswer(await wish(true, emergencyAdmins), 200, signInRuleSchema);
};
const byPassword = (email: string, password = PASSWORD, client = stage.api.client()) =>
  client.post('/api/sign-in', { email, password });
const codeOf = (answer: Awaited<ReturnType<ApiClient['post']>>) => expectProblem(answer).code;
const entries = () => entriesOf(stage.api, stage.world.organisationId);
const lastEntry = async () => (await entries()).at(-1);
const lastEntryOf = async (event: string) =>
  (await entries()).filter((one) => one.event === event).at(-1);

describe('staff that signs in by the provider only', () => {
  it('is refused its password, once that is right: a stranger hears of no account', async () => {
    const { professional, organisationId } = stage.world;
    await switchOn(admin.id);
    const refused = expectProblem(await byPassword(professional.email));
    expect(refused).toMatchObject({ status: 403, code: 'sign-in.provider-only', organisationId });
    expect(await lastEntry()).toMatchObject({
      event: 'sign-in.failed',
      targetId: professional.id,
      details: { reason: 'provider-only' },
    });
    const strangers = [
      await byPassword(professional.email, 'väärä-salasana-kokonaan'),
      await byPassword('ei-ketaan@ammattilainen.example'),
    ].map((answer) => {
      const { correlationId: _, ...problem } = expectProblem(answer);
      return problem;
    });
    expect(strangers[0]).toMatchObject({ code: 'sign-in.wrong-credentials' });
    expect(strangers[0]).toEqual(strangers[1]);
    const { client } = await useProvider(professional.email);
    expect(await signedInAs(client)).toBe(professional.id);
  });

  it('is refused passkeys and recovery codes, and has no session left that they opened', async () => {
    const holder = await passkeyHolder(stage.api, stage.world);
    const { client: byProvider } = await useProvider(stage.world.colleague.email);
    await switchOn(admin.id);
    expect((await holder.client.get('/api/me')).status).toBe(401);
    expect(await signedInAs(byProvider)).toBe(stage.world.colleague.id);
    expect(codeOf(await signInWith(holder.device, stage.api.client()))).toBe(
      'sign-in.provider-only',
    );
    const { email } = holder.professional;
    const recover = (code: string | undefined) =>
      stage.api.client().post('/api/sign-in/recovery-code', { email, code });
    expect(codeOf(await recover(holder.recoveryCodes[0]))).toBe('sign-in.provider-only');
    expect(codeOf(await recover('aaaa-aaaa-aaaa-aaaa'))).toBe('sign-in.wrong-recovery-code');
  });

  it('has admins who get in while the provider is down, and were not signed out', async () => {
    const second = await stage.account({ roles: ['admin'] });
    await switchOn(admin.id);
    expect(await signedInAs(stage.admin)).toBe(admin.id);
    expect((await byPassword(admin.email)).status).toBe(200);
    expect(codeOf(await byPassword(second.email))).toBe('sign-in.provider-only');
    expect(await lastEntryOf('sign-in-provider.rule-set')).toMatchObject({
      actorId: admin.id,
      details: { emergency: [admin.id] },
    });
  });

  it('signs in as before once the rule is lifted', async () => {
    await switchOn(admin.id);
    expect((await wish(false, [])).status).toBe(200);
    expect((await byPassword(stage.world.professional.email)).status).toBe(200);
    expect(await lastEntryOf('sign-in-provider.rule-lifted')).toMatchObject({ actorId: admin.id });
  });

  it('is invited to the provider and sets up nothing', async () => {
    await switchOn(admin.id);
    const { professional, link: invitation } = await buildInvited(stage.api, stage.world);
    const client = stage.api.client();
    const { organisationId } = stage.world;
    expect((await client.post('/api/invitation/look', { invitation })).json).toMatchObject({
      provider: { organisationId, name: 'Mallilan tunnus' },
    });
    const holder = passkeyHolder(stage.api, stage.world);
    await expect(holder).rejects.toThrow('sign-in.provider-only');
    const { client: person } = await useProvider(professional.email);
    expect(await signedInAs(person)).toBe(professional.id);
    expect(codeOf(await client.post('/api/invitation/look', { invitation }))).toBe(
      'invitation.used',
    );
  });
});

describe('the rule', () => {
  it('needs a provider in use that answers', async () => {
    await useProvider(admin.email);
    stage.issuer.discovery = (response) => response.writeHead(404).end();
    expect(codeOf(await wish(true, [admin.id]))).toBe('sign-in-provider.not-ready');
    stage.issuer.discovery = null;
    await stage.configure({ active: false });
    await stage.admin.signIn(admin.email);
    expect(codeOf(await wish(true, [admin.id]))).toBe('sign-in-provider.not-ready');
    const other = await buildWorld(stage.api.dataSource, { name: 'Toinen' });
    stage.admin = stage.api.client();
    await stage.admin.signIn(other.admin.email);
    expect(await rule()).toMatchObject({ version: 0, isInUse: false, exclusive: false });
    expect(codeOf(await wish(true, [other.admin.id]))).toBe('sign-in-provider.not-ready');
  });

  it('needs an admin who has signed in by it', async () => {
    await useProvider(stage.world.professional.email);
    expect((await rule()).isUsedByReader).toBe(false);
    expect(codeOf(await wish(true, [admin.id]))).toBe('sign-in-provider.not-used-yet');
    expect((await switchOn(admin.id)).isUsedByReader).toBe(true);
  });

  it('needs an admin with another way in', async () => {
    const bare = await stage.account({ roles: ['admin'], passwordHash: null });
    const closed = await stage.account({ roles: ['admin'], deactivatedAt: stage.api.clock.now() });
    await useProvider(admin.email);
    const { professional } = stage.world;
    for (const ids of [[], [bare.id], [admin.id, professional.id], [admin.id, closed.id]]) {
      const problem = expectProblem(await wish(true, ids));
      expect(problem).toMatchObject({
        code: 'sign-in-provider.emergency-access-needed',
        fields: [{ field: 'emergencyAdmins' }],
      });
    }
    const before = await wish(false, [professional.id]);
    expect(codeOf(before)).toBe('sign-in-provider.emergency-access-needed');
    const { admins } = await switchOn(admin.id, bare.id);
    expect(admins).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: admin.id, hasOtherMeans: true, emergencyAccess: true }),
        expect.objectContaining({ id: bare.id, hasOtherMeans: false, emergencyAccess: true }),
      ]),
    );
  });

  it('keeps the last admin who gets in without the provider', async () => {
    const second = await stage.account({ roles: ['admin'] });
    await switchOn(admin.id);
    const { client } = await useProvider(second.email);
    const path = `/api/staff/${admin.id}`;
    const less = { displayName: admin.displayName, roles: ['professional'], version: 1 };
    const acts = { [`${path}/deactivate`]: {}, [`${path}/reset-sign-in`]: {}, [path]: less };
    for (const [act, body] of Object.entries(acts)) {
      expect(codeOf(await client.post(act, body))).toBe('staff.last-emergency-admin');
    }
    expect((await wish(true, [admin.id, second.id])).status).toBe(200);
    expect((await client.post(`${path}/deactivate`)).status).toBe(204);
  });

  it('lapses for who is no admin any more', async () => {
    const second = await stage.account({ roles: ['admin'] });
    await switchOn(admin.id, second.id);
    expect((await byPassword(second.email)).status).toBe(200);
    const path = `/api/staff/${second.id}`;
    const { displayName } = second;
    for (const [version, role] of [
      [1, 'professional'],
      [2, 'admin'],
    ] as const) {
      const answer = await stage.admin.post(path, { displayName, roles: [role], version });
      expect(answer.status).toBe(204);
      expect(codeOf(await byPassword(second.email))).toBe('sign-in.provider-only');
    }
  });

  it('ends the sessions that it forbids whoever is no admin any more, and leaves the others', async () => {
    const second = await stage.account({ roles: ['admin'] });
    await switchOn(admin.id, second.id);
    const theirs = stage.api.client();
    await byPassword(second.email, PASSWORD, theirs);
    const { client: byProvider } = await useProvider(second.email);
    expect(await signedInAs(theirs)).toBe(second.id);
    const less = { displayName: second.displayName, roles: ['professional'], version: 1 };
    expect((await stage.admin.post(`/api/staff/${second.id}`, less)).status).toBe(204);
    expect((await theirs.get('/api/me')).status).toBe(401);
    expect(await signedInAs(byProvider)).toBe(second.id);
    expect(await signedInAs(stage.admin)).toBe(admin.id);
  });

  it('ends no session with emergency access where staff signs in by anything', async () => {
    const second = await stage.account({ roles: ['admin'] });
    const theirs = stage.api.client();
    await byPassword(second.email, PASSWORD, theirs);
    const less = { displayName: second.displayName, roles: ['professional'], version: 1 };
    expect((await stage.admin.post(`/api/staff/${second.id}`, less)).status).toBe(204);
    expect(await signedInAs(theirs)).toBe(second.id);
  });

  it('holds the provider as it is', async () => {
    await switchOn(admin.id);
    for (const changes of [{ active: false }, { issuer: 'https://toinen.example' }]) {
      await expect(stage.configure(changes)).rejects.toThrow('sign-in-provider.rule-in-force');
    }
    await stage.configure({ displayName: 'Uusi nimi' });
    expect((await rule()).exclusive).toBe(true);
  });

  it('tells the second of two admins what the first one changed', async () => {
    await switchOn(admin.id);
    const stale = { exclusive: false, emergencyAdmins: [admin.id], version: 1 };
    expect(expectProblem(await stage.admin.post(PATH, stale))).toMatchObject({
      status: 409,
      code: 'settings.changed-meanwhile',
      fields: [{ field: 'exclusive' }],
    });
    expect((await rule()).exclusive).toBe(true);
  });

  it('does not shut out an admin whom the operator invites', async () => {
    await switchOn(admin.id);
    const { organisationId } = stage.world;
    const options = { '--organisation': organisationId, '--admin-name': 'Apu Admin' };
    const words = Object.entries({ ...options, '--admin-email': 'apu@muualla.example' }).flat();
    const { text } = await operate(['admin', 'invite', ...words], () => stage.api.config, {
      clock: stage.api.clock,
    });
    const [, invitation] = /\/invitation#([\w-]{43})\n/.exec(text) ?? [];
    const look = await stage.api.client().post('/api/invitation/look', { invitation });
    expect(look.json).toMatchObject({ email: 'apu@muualla.example', provider: null });
  });

  it('is not the rule of another organisation', async () => {
    await switchOn(admin.id);
    const { manager } = stage.api.dataSource;
    await expect(manager.countBy(Professional, { emergencyAccess: true })).resolves.toBe(1);
  });
});
