import { organisationSettingsSchema } from '@tapaamo/contracts';
import { expectAnswer, type ApiClient } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { buildProfessional, PASSWORD } from '../../support/builders/professional-builder.js';
import { organisationChange } from '../../support/builders/settings-builder.js';
import { png } from '../../support/pictures.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

describe('the audit log of an organisation', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let admin: ApiClient;

  beforeAll(async () => {
    api = await startApi();
  });

  beforeEach(async () => {
    world = await buildWorld(api.dataSource);
    admin = api.client();
    await admin.signIn(world.admin.email);
  });

  afterAll(async () => {
    await api.close();
  });

  /** What was told since the admin signed in. */
  const told = async () =>
    (await entriesOf(api, world.organisationId))
      .slice(1)
      .map(({ event, actorId, targetId, details }) => ({ event, actorId, targetId, details }));
  const byAdmin = () => ({ actorId: world.admin.id });

  it('tells who changed its settings and its logo', async () => {
    const path = '/api/organisation';
    const settings = expectAnswer(
      await admin.get(`${path}/settings`),
      200,
      organisationSettingsSchema,
    );
    const change = organisationChange(settings, { mailSender: 'Luoto' });
    expect((await admin.post(`${path}/settings`, change)).status).toBe(200);
    const headers = { 'content-type': 'image/png' };
    const rawBody = new Uint8Array(png());
    expect((await admin.post(`${path}/logo`, undefined, { rawBody, headers })).status).toBe(200);
    expect((await admin.post(`${path}/logo/remove`)).status).toBe(200);
    const entry = {
      ...byAdmin(),
      event: 'organisation.changed',
      targetId: world.organisationId,
      details: {},
    };
    expect(await told()).toEqual([entry, entry, entry]);
  });

  it('tells who invited how many at once', async () => {
    const members = ['yksi', 'kaksi'].map((name) => ({
      displayName: 'Uusi Työntekijä',
      email: `${name}@${world.organisationId}.example`,
      roles: ['professional'],
    }));
    expect((await admin.post('/api/staff/import', { members })).status).toBe(201);
    const details = { count: 2, refused: 0 };
    expect(await told()).toEqual([
      { ...byAdmin(), event: 'staff.imported', targetId: null, details },
    ]);
  });

  it('tells who proved once more who they are, and ended their other sessions', async () => {
    await api.client().signIn(world.admin.email);
    const proof = { password: PASSWORD };
    expect((await admin.post('/api/account/confirm/password', proof)).status).toBe(204);
    expect((await admin.post('/api/account/sessions/end-others')).status).toBe(204);
    const method = 'password';
    expect(await told()).toMatchObject([
      { ...byAdmin(), event: 'sign-in.succeeded' },
      { ...byAdmin(), event: 'sign-in.confirmed', details: { method } },
      { ...byAdmin(), event: 'session.ended', targetId: world.admin.id, details: { count: 1 } },
    ]);
  });

  it('tells of codes that were wrong, whether a password was given before or is none', async () => {
    const secondFactor = 'required';
    const { id, email } = await buildProfessional(api.dataSource, world, { secondFactor });
    const halfway = api.client();
    await halfway.post('/api/sign-in', { email, password: PASSWORD });
    expect((await halfway.post('/api/sign-in/second-factor', { code: '000000' })).status).toBe(422);
    const none = await buildProfessional(api.dataSource, world, { passwordHash: null });
    const code = 'aaaa-bbbb-cccc-dddd';
    const recovering = { email: none.email, code };
    expect((await api.client().post('/api/sign-in/recovery-code', recovering)).status).toBe(401);
    const entry = {
      event: 'sign-in.failed',
      actorId: null,
      details: { reason: 'wrong-second-factor' },
    };
    expect(await told()).toEqual([
      { ...entry, targetId: id },
      { ...entry, targetId: none.id },
    ]);
  });
});
