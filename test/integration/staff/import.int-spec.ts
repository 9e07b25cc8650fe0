import { INVITED_AT_ONCE_MAX } from '@tapaamo/contracts';
import { Professional, StaffInvitation } from '@tapaamo/professional';
import { Like } from 'typeorm';
import { expectProblem, type ApiClient } from '../../support/api-client.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const member = (number: number, changes: Record<string, unknown> = {}) => ({
  displayName: 'Uusi Työntekijä',
  email: `uusi${String(number)}@malli.example`,
  roles: ['professional'],
  ...changes,
});
const members = (count: number) => Array.from({ length: count }, (_, number) => member(number));

describe('inviting many at once', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let other: TestOrganisation;
  let admin: ApiClient;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    other = await buildWorld(api.dataSource, { name: 'Toinen' });
    admin = api.client();
    await admin.signIn(world.admin.email);
  });

  afterEach(async () => {
    await api.dataSource.query("DELETE FROM professional WHERE email LIKE '%@malli.example'");
  });

  afterAll(async () => {
    await api.close();
  });

  const invitedCount = () => api.dataSource.manager.count(StaffInvitation);
  const refused = async (path: string, body: unknown) => {
    const { code, fields } = expectProblem(await admin.post(path, body));
    return { code, fields };
  };

  it('invites as many as the limit allows, each with an invitation of their own', async () => {
    const body = { members: members(INVITED_AT_ONCE_MAX) };
    const answer = await admin.post('/api/staff/import', body);
    expect([answer.status, answer.json]).toEqual([201, { invited: INVITED_AT_ONCE_MAX }]);
    await expect(invitedCount()).resolves.toBe(INVITED_AT_ONCE_MAX);
    const email = Like('%@malli.example');
    const { organisationId } = world;
    await expect(
      api.dataSource.manager.countBy(Professional, { organisationId, email }),
    ).resolves.toBe(INVITED_AT_ONCE_MAX);
  });

  it('refuses more than the limit, and a body of 100 000 people before it is read', async () => {
    const tooMany = { members: members(INVITED_AT_ONCE_MAX + 1) };
    const { fields } = await refused('/api/staff/import', tooMany);
    expect(fields).toEqual([{ field: 'members', code: 'field.invalid' }]);
    await expect(
      refused('/api/staff/import/check', { members: members(100_000) }),
    ).resolves.toMatchObject({ code: 'request.too-large' });
    await expect(invitedCount()).resolves.toBe(0);
  });

  it('keeps the small limit for every other route', async () => {
    const large = { ...member(1), displayName: 'a'.repeat(20_000) };
    await expect(refused('/api/staff', large)).resolves.toMatchObject({
      code: 'request.too-large',
    });
  });

  it('names every wrong row, and invites nobody of the rest', async () => {
    const body = {
      members: [
        member(0),
        member(1, { displayName: '=HYPERLINK("x")' }),
        member(2, { email: '+123@' }),
        member(3, { organisationId: other.organisationId }),
        member(4, { displayName: '@SUM' }),
        member(5, { displayName: '-2+3' }),
        member(6, { displayName: '\tAino' }),
        member(7, { roles: ['professional', 'operator'] }),
        member(8, { role: 'admin' }),
        member(9, { displayName: 'Aino\u202eNelli' }),
        member(10, { email: 'ai\0no@malli.example' }),
        member(11, { roles: [] }),
      ],
    };
    const { fields } = await refused('/api/staff/import', body);
    expect(fields).toEqual([
      { field: 'members.1.displayName', code: 'field.name-invalid' },
      { field: 'members.2.email', code: 'field.email-invalid' },
      { field: 'members.3.organisationId', code: 'field.unknown' },
      { field: 'members.4.displayName', code: 'field.name-invalid' },
      { field: 'members.5.displayName', code: 'field.name-invalid' },
      { field: 'members.7.roles.1', code: 'field.invalid' },
      { field: 'members.8.role', code: 'field.unknown' },
      { field: 'members.9.displayName', code: 'field.name-invalid' },
      { field: 'members.10.email', code: 'field.email-invalid' },
      { field: 'members.11.roles', code: 'field.invalid' },
    ]);
    await expect(invitedCount()).resolves.toBe(0);
  });

  it('tells who is there twice or already, when asked and when it comes to it', async () => {
    const body = {
      members: [member(0), member(1, { email: world.colleague.email }), member(0)],
    };
    const known = {
      code: 'staff.already-here',
      fields: [
        { field: 'members.1.email', code: 'staff.already-here' },
        { field: 'members.2.email', code: 'staff.already-here' },
      ],
    };
    await expect(refused('/api/staff/import/check', body)).resolves.toEqual(known);
    await expect(refused('/api/staff/import', body)).resolves.toEqual(known);
    await expect(invitedCount()).resolves.toBe(0);
  });

  it('tells of other organisations only that somebody cannot be invited, and invites nobody', async () => {
    const body = { members: [member(0), member(1, { email: other.colleague.email })] };
    expect((await admin.post('/api/staff/import/check', body)).status).toBe(204);
    await expect(refused('/api/staff/import', body)).resolves.toEqual({
      code: 'staff.cannot-be-invited',
      fields: [{ field: 'members.1.email', code: 'staff.cannot-be-invited' }],
    });
    await expect(invitedCount()).resolves.toBe(0);
  });

  it('changes nothing when it only asks', async () => {
    expect((await admin.post('/api/staff/import/check', { members: [member(0)] })).status).toBe(
      204,
    );
    await expect(invitedCount()).resolves.toBe(0);
  });
});
