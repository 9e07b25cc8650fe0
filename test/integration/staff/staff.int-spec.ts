import { randomBytes, randomUUID } from 'node:crypto';
import {
  STAFF_PAGE_SIZE,
  staffListSchema,
  staffMemberSchema,
  type StaffMember,
  type StaffRole,
} from '@tapaamo/contracts';
import {
  CodeGenerator,
  Passkey,
  Professional,
  StaffIdentity,
  StaffInvitation,
} from '@tapaamo/professional';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import { changedTables, databaseSnapshot } from '../../support/database-snapshot.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const NEW = {
  displayName: 'Uusi Työntekijä',
  email: 'uusi@malli.example',
  roles: ['professional'],
};

const PASSKEY = {
  id: randomUUID(),
  credentialId: randomBytes(16),
  publicKey: randomBytes(16),
  counter: '0',
  transports: [],
  name: 'Puhelin',
  backedUp: false,
  lastUsedAt: null,
};
const IDENTITY = { subjectHash: randomBytes(32), issuer: 'https://idp.mallila.example' };

describe('the staff of an organisation', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let other: TestOrganisation;
  let admin: ApiClient;

  beforeAll(async () => {
    api = await startApi();
    other = await buildWorld(api.dataSource, { name: 'Toinen' });
  });

  beforeEach(async () => {
    world = await buildWorld(api.dataSource);
    admin = api.client();
    await admin.signIn(world.admin.email);
  });

  afterEach(async () => {
    await api.dataSource.query("DELETE FROM professional WHERE email LIKE '%@malli.example'");
  });

  afterAll(async () => {
    await api.close();
  });

  const list = async (query = '') =>
    expectAnswer(await admin.get(`/api/staff${query}`), 200, staffListSchema);
  const names = async (query = '') => (await list(query)).staff.map((one) => one.displayName);
  const invite = async (changes: Partial<Record<keyof typeof NEW, unknown>> = {}) =>
    expectAnswer(await admin.post('/api/staff', { ...NEW, ...changes }), 201, staffMemberSchema);
  const rowOf = (id: string) => api.dataSource.manager.findOneByOrFail(Professional, { id });
  /** From the newest page. */
  const change = async ({ id }: { id: string }, wish: object) =>
    admin.post(`/api/staff/${id}`, { version: (await rowOf(id)).version, ...wish });
  const refusal = async (path: string, body: unknown = {}) => {
    const { code, fields } = expectProblem(await admin.post(path, body));
    return { code, fields };
  };

  it('is listed by name, its own only, with what each may do and whether it is in use', async () => {
    const { staff, total } = await list();
    expect(total).toBe(5);
    expect(staff.map(({ displayName, state }) => [displayName, state])).toEqual([
      ['Kaisa Kollega', 'active'],
      ['Leena Lähiesihenkilö', 'active'],
      ['Petri Lindholm', 'active'],
      ['Sanna Salonen', 'active'],
      ['Tiina Tietosuoja', 'active'],
    ]);
    expect(JSON.stringify(staff)).not.toContain('argon2');
  });

  it('is searched by a part of a name or an address, and signs of patterns are only signs', async () => {
    await invite({ displayName: 'Olli Öhman', email: 'o_hman@malli.example' });
    await expect(names('?search=KOLLEGA')).resolves.toEqual(['Kaisa Kollega']);
    await expect(names('?search=o_hman')).resolves.toEqual(['Olli Öhman']);
    await expect(names('?search=%25')).resolves.toEqual([]);
    await expect(names('?search=_')).resolves.toEqual(['Olli Öhman']);
    await expect(names(`?search=${encodeURIComponent('\\')}`)).resolves.toEqual([]);
  });

  it('is shown by state', async () => {
    await invite();
    await admin.post(`/api/staff/${world.colleague.id}/deactivate`);
    await expect(names('?state=invited')).resolves.toEqual(['Uusi Työntekijä']);
    await expect(names('?state=deactivated')).resolves.toEqual(['Kaisa Kollega']);
    await expect(names('?state=active')).resolves.toHaveLength(4);
    for (const query of ['?state=gone', '?page=0', '?page=x', '?organisationId=1']) {
      expect((await admin.get(`/api/staff${query}`)).status).toBe(400);
    }
  });

  it('is shown page by page', async () => {
    for (let number = 0; number < STAFF_PAGE_SIZE; number += 1) {
      await buildProfessional(api.dataSource, world, { displayName: 'Aatu Aatunen' });
    }
    const [first, second] = [await list('?page=1'), await list('?page=2')];
    expect([first.staff.length, second.staff.length, first.total]).toEqual([
      STAFF_PAGE_SIZE,
      5,
      55,
    ]);
    const ids = new Set([...first.staff, ...second.staff].map(({ id }) => id));
    expect(ids.size).toBe(55);
  });

  it('is shown one by one, and each look is told of', async () => {
    const shown = expectAnswer(
      await admin.get(`/api/staff/${world.colleague.id}`),
      200,
      staffMemberSchema,
    );
    const { staff } = await list('?search=Kollega');
    expect([shown]).toEqual(staff);
    const told = await api.dataSource.query<unknown[]>(
      `SELECT actor_id, details FROM audit_entry
       WHERE organisation_id = $1 AND event = 'staff.viewed' ORDER BY sequence`,
      [world.organisationId],
    );
    expect(told).toEqual([1, 1].map((count) => ({ actor_id: world.admin.id, details: { count } })));
    for (const id of [other.colleague.id, randomUUID()]) {
      const answer = await admin.get(`/api/staff/${id}`);
      expect(expectProblem(answer).code).toBe('access.denied-or-missing');
    }
    expect((await admin.get('/api/staff/1')).status).toBe(400);
  });

  it.each([
    ['NUL', '%00', 400],
    ['half a surrogate pair', '%ED%A0%80', 200],
    ['a mark that turns the reading', '%E2%80%AEanias', 200],
    ['more than a name has', 'a'.repeat(101), 400],
  ])('is searched for %s without harm', async (_what, search, status) => {
    const answer = await admin.get(`/api/staff?search=${search}`);
    expect(answer.status).toBe(status);
  });

  it('grows by an invitation that waits to be mailed', async () => {
    const member = await invite({ email: 'Uusi@MALLI.example', displayName: ' Uusi  Työntekijä ' });
    expect(member).toMatchObject({
      displayName: 'Uusi Työntekijä',
      email: 'uusi@malli.example',
      roles: ['professional'],
      state: 'invited',
      invitation: { state: 'queued' },
    });
    const row = await rowOf(member.id);
    expect(row).toMatchObject({ organisationId: world.organisationId, passwordHash: null });
    const invitation = await api.dataSource.manager.findOneByOrFail(StaffInvitation, {
      professionalId: member.id,
    });
    expect(invitation).toMatchObject({ invitedBy: world.admin.id, secretHash: null });
  });

  it.each([
    ['its organisation', { organisationId: randomUUID() }, 'organisationId', 'field.unknown'],
    ['a role', { role: 'admin' }, 'role', 'field.unknown'],
    ['a password', { passwordHash: 'x' }, 'passwordHash', 'field.unknown'],
    ['an id', { id: randomUUID() }, 'id', 'field.unknown'],
    ['no role', { roles: [] }, 'roles', 'field.invalid'],
    ['a role that does not exist', { roles: ['operator'] }, 'roles.0', 'field.invalid'],
    ['a role twice', { roles: ['admin', 'admin'] }, 'roles', 'field.invalid'],
    ['roles as text', { roles: 'admin' }, 'roles', 'field.invalid'],
    ['a formula as name', { displayName: '=1+1' }, 'displayName', 'field.name-invalid'],
    [
      'digits in the name',
      { displayName: 'Aino 131052-308T' },
      'displayName',
      'field.name-invalid',
    ],
    ['a name with NUL', { displayName: 'Ai\0no' }, 'displayName', 'field.name-invalid'],
    [
      'a name that is read backwards',
      { displayName: 'Aino\u202eNelli' },
      'displayName',
      'field.name-invalid',
    ],
    [
      'a name with a mark of direction',
      { displayName: 'Aino\u200f' },
      'displayName',
      'field.name-invalid',
    ],
    ['an address with NUL', { email: 'ai\0no@malli.example' }, 'email', 'field.email-invalid'],
    ['an empty name', { displayName: ' ' }, 'displayName', 'field.missing'],
    ['a long name', { displayName: 'a'.repeat(121) }, 'displayName', 'field.too-long'],
    ['no address', { email: undefined }, 'email', 'field.missing'],
    ['a wrong address', { email: 'uusi@' }, 'email', 'field.email-invalid'],
    ['two addresses', { email: 'a@malli.example,b@malli.example' }, 'email', 'field.email-invalid'],
    ['a line break', { email: 'a@malli.example\nBcc: b@c.fi' }, 'email', 'field.email-invalid'],
  ])('refuses an invitation with %s, and invites nobody', async (_what, changes, field, code) => {
    const before = await databaseSnapshot(api.database.adminUrl, { besides: [] });
    const { fields } = await refusal('/api/staff', { ...NEW, ...changes });
    expect(fields).toContainEqual({ field, code });
    const after = await databaseSnapshot(api.database.adminUrl, { besides: [] });
    const changed = changedTables(before, after);
    expect(changed.filter((table) => table !== 'public.staff_session')).toEqual([]);
  });

  it('tells an address of its own from one that is another organisation’s, and no more', async () => {
    const own = await refusal('/api/staff', { ...NEW, email: world.colleague.email.toUpperCase() });
    expect(own).toEqual({
      code: 'staff.already-here',
      fields: [{ field: 'email', code: 'staff.already-here' }],
    });
    const others = await refusal('/api/staff', { ...NEW, email: other.colleague.email });
    expect(others).toEqual({
      code: 'staff.cannot-be-invited',
      fields: [{ field: 'email', code: 'staff.cannot-be-invited' }],
    });
  });

  it('invites one address once although two admins do it at once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => admin.post('/api/staff', NEW)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('has new roles at the next request', async () => {
    const colleague = api.client();
    await colleague.signIn(world.colleague.email);
    expect((await colleague.get('/api/staff')).status).toBe(404);
    const wish = { displayName: 'Kaisa Kollega-Virta', roles: ['admin', 'professional'] };
    expect((await change(world.colleague, wish)).status).toBe(204);
    expect((await colleague.get('/api/staff')).status).toBe(200);
    await expect(rowOf(world.colleague.id)).resolves.toMatchObject(wish);
    await change(world.colleague, { ...wish, roles: ['professional'] });
    expect((await colleague.get('/api/staff')).status).toBe(404);
  });

  it.each([
    ['email', { email: 'muu@malli.example' }],
    ['organisationId', { organisationId: randomUUID() }],
    ['passwordHash', { passwordHash: null }],
    ['deactivatedAt', { deactivatedAt: null }],
  ])('takes no %s with a change', async (field, more) => {
    const wish = { displayName: 'Toinen Nimi', roles: ['professional'], version: 1, ...more };
    const before = await rowOf(world.colleague.id);
    const { fields } = await refusal(`/api/staff/${world.colleague.id}`, wish);
    expect(fields).toEqual([{ field, code: 'field.unknown' }]);
    await expect(rowOf(world.colleague.id)).resolves.toEqual(before);
  });

  it('refuses who is deactivated at the next request, until they are taken back', async () => {
    const colleague = api.client();
    await colleague.signIn(world.colleague.email);
    expect((await admin.post(`/api/staff/${world.colleague.id}/deactivate`)).status).toBe(204);
    expect((await colleague.get('/api/me')).status).toBe(401);
    const path = `/api/staff/${world.colleague.id}/deactivate`;
    await expect(refusal(path)).resolves.toMatchObject({ code: 'staff.state-changed' });
    const back = `/api/staff/${world.colleague.id}/reactivate`;
    expect((await admin.post(back)).status).toBe(204);
    await expect(refusal(back)).resolves.toMatchObject({ code: 'staff.state-changed' });
    expect((await colleague.get('/api/me')).status).toBe(401);
    await colleague.signIn(world.colleague.email);
    expect((await colleague.get('/api/me')).status).toBe(200);
  });

  it('gives nobody a role back from a page that is older than the present', async () => {
    const { id, displayName } = world.lead;
    const page = expectAnswer(await admin.get(`/api/staff/${id}`), 200, staffMemberSchema);
    const second = await buildProfessional(api.dataSource, world, { roles: ['admin'] });
    const another = api.client();
    await another.signIn(second.email);
    const { version } = page;
    const less = { displayName, roles: ['professional'], version };
    expect((await another.post(`/api/staff/${id}`, less)).status).toBe(204);
    const old = { displayName: 'Leena Virta', roles: page.roles, version };
    await expect(refusal(`/api/staff/${id}`, old)).resolves.toEqual({
      code: 'settings.changed-meanwhile',
      fields: ['displayName', 'roles'].map((field) => ({
        field,
        code: 'settings.changed-meanwhile',
      })),
    });
    await expect(rowOf(id)).resolves.toMatchObject({ displayName, roles: ['professional'] });
    expect((await change(world.lead, { ...less, version: version + 1 })).status).toBe(204);
  });

  it('takes one of two changes from the same page', async () => {
    const wishes = ['Yksi Nimi', 'Toinen Nimi'];
    const answers = await Promise.all(
      wishes.map((displayName) =>
        change(world.colleague, { displayName, roles: ['professional'], version: 1 }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it('gives itself no role: another admin does', async () => {
    const path = `/api/staff/${world.admin.id}`;
    const wish = { displayName: 'Petri Lindholm', roles: ['admin', 'professional'], version: 1 };
    // The same id in capitals is the same person.
    for (const same of [path, `/api/staff/${world.admin.id.toUpperCase()}`]) {
      expect((await refusal(same, wish)).code).toBe('staff.not-oneself');
    }
    await expect(rowOf(world.admin.id)).resolves.toMatchObject({ roles: ['admin'] });
    const second = await buildProfessional(api.dataSource, world, { roles: ['admin'] });
    const another = api.client();
    await another.signIn(second.email);
    expect((await another.post(path, wish)).status).toBe(204);
    const less = { displayName: 'Petri Virta', roles: ['admin'], version: 2 };
    expect((await admin.post(path, less)).status).toBe(204);
    await expect(rowOf(world.admin.id)).resolves.toMatchObject({ ...less, version: 3 });
  });

  it('keeps its last admin, who can be neither closed nor made something else', async () => {
    const path = `/api/staff/${world.admin.id}`;
    const last = { code: 'staff.last-admin', fields: undefined };
    const roles: StaffRole[] = ['admin', 'professional'];
    await api.dataSource.manager.update(Professional, { id: world.admin.id }, { roles });
    await expect(refusal(`${path}/deactivate`)).resolves.toEqual(last);
    const wish = { displayName: 'Petri Lindholm', roles: ['professional'], version: 1 };
    await expect(refusal(path, wish)).resolves.toEqual(last);
    await invite({ roles: ['admin'] });
    await expect(refusal(path, wish)).resolves.toEqual(last);
    await expect(rowOf(world.admin.id)).resolves.toMatchObject({
      roles,
      deactivatedAt: null,
    });
  });

  it('counts no admin without means that work', async () => {
    const second = { roles: ['admin' as const], secondFactor: 'required' as const };
    const { id } = await buildProfessional(api.dataSource, world, second);
    const path = `/api/staff/${world.admin.id}`;
    await expect(refusal(`${path}/deactivate`)).resolves.toMatchObject({
      code: 'staff.last-admin',
    });
    await api.dataSource.manager.insert(CodeGenerator, {
      professionalId: id,
      organisationId: world.organisationId,
      sealedSecret: Buffer.alloc(16),
      lastStep: 0,
      createdAt: api.clock.now(),
    });
    expect((await admin.post(`${path}/deactivate`)).status).toBe(204);
  });

  it('counts no admin in production whose second factor is waived', async () => {
    const production = await startApi({ beside: api, config: { NODE_ENV: 'production' } });
    const there = production.client();
    admin.cookies.forEach((value, name) => there.cookies.set(name, value));
    const path = `/api/staff/${world.colleague.id}/deactivate`;
    expect(expectProblem(await there.post(path)).code).toBe('staff.last-admin');
    expect((await admin.post(path)).status).toBe(204);
    await production.close();
  });

  it('counts an admin who was invited anew and still can sign in', async () => {
    await api.dataSource.manager.insert(StaffInvitation, {
      id: randomUUID(),
      organisationId: world.organisationId,
      professionalId: world.admin.id,
      invitedBy: null,
      secretHash: null,
      status: 'sent',
      attempts: 0,
      nextAttemptAt: api.clock.now(),
      expiresAt: api.clock.now(),
      acceptedAt: null,
      createdAt: api.clock.now(),
    });
    expect((await admin.post(`/api/staff/${world.colleague.id}/deactivate`)).status).toBe(204);
  });

  it('keeps one of two admins who remove each other at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const second = await buildProfessional(api.dataSource, world, { roles: ['admin'] });
      const secondAdmin = api.client();
      await secondAdmin.signIn(second.email);
      const answers = await Promise.all([
        admin.post(`/api/staff/${second.id}/deactivate`),
        secondAdmin.post(`/api/staff/${world.admin.id}/deactivate`),
      ]);
      expect(answers.map(({ status }) => status).filter((status) => status === 204)).toHaveLength(
        1,
      );
      await api.dataSource.manager.update(
        Professional,
        { id: world.admin.id },
        { deactivatedAt: null },
      );
      await api.dataSource.manager.delete(Professional, { id: second.id });
      await admin.signIn(world.admin.email);
    }
  });

  it('answers another organisation’s ids like ids of nobody', async () => {
    const stranger = await invite();
    const otherAdmin = api.client();
    await otherAdmin.signIn(other.admin.email);
    const acts = ['', '/deactivate', '/reactivate', '/invitation/renew', '/invitation/withdraw'];
    for (const act of [...acts, '/invitation/link']) {
      const body = act === '' ? { displayName: 'Kaapattu Nimi', roles: ['admin'], version: 1 } : {};
      const before = await rowOf(stranger.id);
      for (const id of [stranger.id, randomUUID()]) {
        const answer = await otherAdmin.post(`/api/staff/${id}${act}`, body);
        expect([act, expectProblem(answer).code]).toEqual([act, 'access.denied-or-missing']);
      }
      await expect(rowOf(stranger.id)).resolves.toEqual(before);
    }
  });

  it('is told of in the audit log, act by act, without a name', async () => {
    const member = await invite({ roles: ['admin'] });
    const path = `/api/staff/${world.colleague.id}`;
    await admin.post(`/api/staff/${member.id}/invitation/renew`);
    await admin.post(`/api/staff/${member.id}/invitation/link`);
    await admin.post(`/api/staff/${member.id}/invitation/withdraw`);
    await change(world.colleague, { displayName: 'Kaisa Virta', roles: ['professional'] });
    await change(world.colleague, { displayName: 'Kaisa Virta', roles: ['team-lead'] });
    await admin.post(`${path}/deactivate`);
    await admin.post(`${path}/deactivate`);
    await admin.post(`${path}/reactivate`);
    const told = await api.dataSource.query<Record<string, unknown>[]>(
      `SELECT actor_id, event, target_id, details FROM audit_entry
       WHERE organisation_id = $1 AND event LIKE 'staff.%' ORDER BY sequence`,
      [world.organisationId],
    );
    const by = { actor_id: world.admin.id };
    const [added, changed] = [member.id, world.colleague.id];
    expect(told).toEqual([
      { ...by, event: 'staff.invited', target_id: added, details: { roles: ['admin'] } },
      { ...by, event: 'staff.invited', target_id: added, details: { roles: ['admin'] } },
      { ...by, event: 'staff.invitation-link-shown', target_id: added, details: {} },
      { ...by, event: 'staff.invitation-withdrawn', target_id: added, details: {} },
      { ...by, event: 'staff.changed', target_id: changed, details: {} },
      {
        ...by,
        event: 'staff.roles-changed',
        target_id: changed,
        details: { before: ['professional'], after: ['team-lead'] },
      },
      { ...by, event: 'staff.deactivated', target_id: changed, details: {} },
      { ...by, event: 'staff.reactivated', target_id: changed, details: {} },
    ]);
  });

  describe('an invitation', () => {
    let member: StaffMember;
    const invitations = () =>
      api.dataSource.manager.find(StaffInvitation, {
        where: { professionalId: member.id },
        order: { status: 'ASC' },
      });

    beforeEach(async () => {
      member = await invite();
    });

    it('is withdrawn with all that was kept, and the address is free again', async () => {
      expect((await admin.post(`/api/staff/${member.id}/invitation/withdraw`)).status).toBe(204);
      await expect(invitations()).resolves.toEqual([]);
      expect((await list('?state=invited')).total).toBe(0);
      await invite();
    });

    it.each([
      ['an accepted invitation', { status: 'accepted' as const }, {}],
      ['a password', {}, { passwordHash: 'argon2id$x$y' }],
    ])('that is withdrawn leaves an account with %s as it was', async (_what, former, account) => {
      const { manager } = api.dataSource;
      const [open] = await invitations();
      const id = randomUUID();
      const earlier = Object.assign({}, open, { id, status: 'withdrawn' as const, ...former });
      await manager.insert(StaffInvitation, earlier);
      await manager.update(Professional, { id: member.id }, { displayName: 'Uusi', ...account });
      expect((await admin.post(`/api/staff/${member.id}/invitation/withdraw`)).status).toBe(204);
      await expect(rowOf(member.id)).resolves.toMatchObject({ deactivatedAt: null, ...account });
      expect((await list('?state=invited')).total).toBe(0);
    });

    it.each<[string, EntityTarget<ObjectLiteral>, object]>([
      ['a passkey', Passkey, PASSKEY],
      ['somebody at a provider', StaffIdentity, IDENTITY],
    ])(
      'that is withdrawn leaves an account with %s, and its link goes by mail only',
      async (_, means, row) => {
        await api.dataSource.manager.insert(means, {
          ...row,
          organisationId: world.organisationId,
          professionalId: member.id,
          createdAt: api.clock.now(),
        });
        const path = `/api/staff/${member.id}/invitation`;
        await expect(refusal(`${path}/link`)).resolves.toMatchObject({
          code: 'staff.link-by-mail-only',
        });
        expect((await admin.post(`${path}/withdraw`)).status).toBe(204);
        await expect(rowOf(member.id)).resolves.toMatchObject({ deactivatedAt: null });
        await api.dataSource.manager.delete(means, { professionalId: member.id });
      },
    );

    it('is renewed: what was sent before ends', async () => {
      const linked = await admin.post(`/api/staff/${member.id}/invitation/link`);
      expect(linked.status).toBe(201);
      expect((await admin.post(`/api/staff/${member.id}/invitation/renew`)).status).toBe(204);
      expect((await invitations()).map(({ status, secretHash }) => [status, secretHash])).toEqual([
        ['queued', null],
        ['withdrawn', null],
      ]);
    });

    it.each(['renew', 'withdraw', 'link'])(
      'that was accepted cannot be met with %s',
      async (act) => {
        await api.dataSource.manager.update(
          StaffInvitation,
          { professionalId: member.id },
          { status: 'accepted' },
        );
        const path = `/api/staff/${member.id}/invitation/${act}`;
        await expect(refusal(path)).resolves.toMatchObject({ code: 'staff.state-changed' });
        await expect(rowOf(member.id)).resolves.toBeDefined();
      },
    );

    it('is no account in use yet, to be closed', async () => {
      const path = `/api/staff/${member.id}/deactivate`;
      await expect(refusal(path)).resolves.toMatchObject({ code: 'staff.state-changed' });
    });
  });
});
