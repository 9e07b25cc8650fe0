import { Professional, SignInProvider, StaffIdentity } from '@tapaamo/professional';
import { expectProblem } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { startApi } from '../../support/start-api.js';
import { whileDecided } from '../../support/while-decided.js';
import { buildWorld } from '../../support/world.js';
import { ProviderStage, providerRequest } from './support/provider-stage.js';

const PATH = '/api/organisation/sign-in-provider';

let stage: ProviderStage;

beforeAll(async () => {
  stage = await ProviderStage.open();
});

beforeEach(() => stage.configure());

afterAll(() => stage.close());

const send = async (changes: Record<string, unknown>, admin = stage.admin) => {
  const { version } = await stage.settings();
  return admin.post(PATH, providerRequest({ issuer: stage.issuer.url, version, ...changes }));
};

describe('the settings of a provider', () => {
  it('tell what was saved and where people come back, and never the secret', async () => {
    const { organisationId } = stage.world;
    const { secret: _, ...request } = providerRequest({ issuer: stage.issuer.url });
    expect(await stage.settings()).toEqual({
      ...request,
      domains: ['ammattilainen.example'],
      version: expect.any(Number),
      hasSecret: true,
      redirectUri: 'http://tapaamo.test:8080/api/sign-in/provider/callback',
      signInAddress: `http://tapaamo.test:8080/?organisation=${organisationId}`,
    });
    const row = await stage.api.dataSource.manager.findOneByOrFail(SignInProvider, {
      organisationId,
    });
    expect(row.sealedSecret.toString('latin1')).not.toContain('a secret');
    expect((await entriesOf(stage.api, organisationId)).at(-1)).toMatchObject({
      event: 'sign-in-provider.changed',
      actorId: stage.world.admin.id,
    });
  });

  it('are empty, and safe, where there is no provider', async () => {
    const other = await buildWorld(stage.api.dataSource, { name: 'Toinen' });
    const admin = stage.api.client();
    await admin.signIn(other.admin.email);
    expect((await admin.get(PATH)).json).toMatchObject({
      active: false,
      addressesVerified: false,
      domains: [],
      hasSecret: false,
      unknownPeople: 'refused',
      version: 0,
    });
  });

  it('tell the second of two admins what the first one changed', async () => {
    const { version } = await stage.settings();
    await stage.configure({ displayName: 'Ensimmäinen' });
    const problem = expectProblem(await send({ version, displayName: 'Toinen' }));
    expect(problem).toMatchObject({
      status: 409,
      code: 'settings.changed-meanwhile',
      fields: [{ field: 'displayName' }],
    });
    expect((await stage.settings()).displayName).toBe('Ensimmäinen');
  });

  it('keep the secret when none is sent, but send it to no other provider', async () => {
    expect((await send({ secret: null, displayName: 'Sama' })).status).toBe(200);
    for (const change of [{ issuer: 'https://evil.example' }, { relyingPartyId: 'toinen' }]) {
      expect(expectProblem(await send({ secret: null, ...change }))).toMatchObject({
        code: 'sign-in-provider.secret-needed',
        fields: [{ field: 'secret', code: 'sign-in-provider.secret-needed' }],
      });
    }
    expect((await stage.settings()).issuer).toBe(stage.issuer.url);
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    ['no address of an issuer', { issuer: 'x' }, 'issuer', 'request.invalid'],
    ['an issuer with a query', { issuer: 'https://a.example/?x' }, 'issuer', 'field.invalid'],
    ['an issuer with a fragment', { issuer: 'https://a.example/#x' }, 'issuer', 'field.invalid'],
    ['an issuer with a name in it', { issuer: 'https://a:b@c.example' }, 'issuer', 'field.invalid'],
    ['a file', { issuer: 'file:///etc/passwd' }, 'issuer', 'request.invalid'],
    [
      'an issuer without a seal',
      { issuer: 'http://a.example' },
      'issuer',
      'sign-in-provider.host-not-allowed',
    ],
    [
      'a number of a private network',
      { issuer: 'https://169.254.169.254' },
      'issuer',
      'sign-in-provider.host-not-allowed',
    ],
    [
      'Entra ID for everybody',
      { issuer: 'https://login.microsoftonline.com/common/v2.0' },
      'issuer',
      'sign-in-provider.issuer-of-many',
    ],
    [
      'Entra ID for all organisations',
      { issuer: 'https://login.microsoftonline.com/organizations/v2.0' },
      'issuer',
      'sign-in-provider.issuer-of-many',
    ],
    [
      'domains, which the operator assigns',
      { domains: ['a.example'] },
      'domains',
      'request.invalid',
    ],
    ['groups without their claim', { adminGroup: 'x' }, 'groupClaim', 'request.invalid'],
    ['another claim for the address', { addressClaim: 'sub' }, 'addressClaim', 'request.invalid'],
    ['a short secret', { secret: 'x' }, 'secret', 'request.invalid'],
    ['a hidden sign in the name', { displayName: 'a\u202Eb' }, 'displayName', 'request.invalid'],
    ['an organisation', { organisationId: 'x' }, 'organisationId', 'request.invalid'],
  ])('refuse %s', async (_case, change, field, code) => {
    const before = await stage.settings();
    const problem = expectProblem(await send(change));
    expect(problem.code).toBe(code);
    expect(problem.fields?.map((each) => each.field)).toContain(field);
    expect(await stage.settings()).toEqual(before);
  });

  it('keep a way in for the admins: a provider that is the only one stays', async () => {
    const { organisationId, admin } = stage.world;
    const { manager } = stage.api.dataSource;
    const { passwordHash } = await manager.findOneByOrFail(Professional, { id: admin.id });
    await manager.update(Professional, { id: admin.id }, { passwordHash: null });
    await manager.insert(StaffIdentity, {
      organisationId,
      subjectHash: Buffer.from('x'),
      professionalId: admin.id,
      issuer: stage.issuer.url,
      createdAt: stage.api.clock.now(),
    });
    const before = await stage.settings();
    for (const change of [{ active: false }, { issuer: 'https://idp.muu.example' }]) {
      const { status, code } = expectProblem(await send(change));
      expect([status, code]).toEqual([409, 'sign-in-provider.admins-locked-out']);
    }
    expect(await stage.settings()).toEqual(before);
    expect((await send({ unknownPeople: 'created' })).status).toBe(200);
    await manager.update(Professional, { id: admin.id }, { passwordHash });
    expect((await send({ active: false })).status).toBe(200);
  });

  it('are not changed while another admin decides over accounts', async () => {
    const { api, world } = stage;
    const answer = await whileDecided(api.dataSource, world.organisationId, () =>
      send({ unknownPeople: 'created' }),
    );
    expect(answer.status).toBe(200);
  });

  it('take the address of one organisation at Entra ID', async () => {
    const issuer = 'https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0';
    expect((await send({ issuer })).status).toBe(200);
  });

  it('take this machine for a provider on a developer’s machine only', async () => {
    const production = await startApi({ config: { NODE_ENV: 'production' }, beside: stage.api });
    const world = await buildWorld(stage.api.dataSource, { name: 'Neljäs' });
    const admin = stage.api.client();
    await admin.signIn(world.admin.email);
    const there = production.client();
    admin.cookies.forEach((value, name) => there.cookies.set(name, value));
    for (const issuer of ['http://localhost:1', 'https://127.0.0.1:1', 'https://[::1]:1']) {
      const body = providerRequest({ issuer });
      const problem = expectProblem(await there.post(PATH, body));
      expect(problem.code).toBe('sign-in-provider.host-not-allowed');
    }
    await production.close();
  });
});
