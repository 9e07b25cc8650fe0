import { randomBytes, randomUUID } from 'node:crypto';
import { staffMemberSchema } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import {
  CodeGenerator,
  Passkey,
  Professional,
  RecoveryCode,
  StaffInvitation,
  StaffSession,
} from '@tapaamo/professional';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { buildProfessional, PASSWORD } from '../../support/builders/professional-builder.js';
import { eventually } from '../../support/eventually.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const EVERYTHING_LOST = `SELECT
  (SELECT count(*)::int FROM passkey WHERE professional_id = $1) AS passkeys,
  (SELECT count(*)::int FROM code_generator WHERE professional_id = $1) AS generators,
  (SELECT count(*)::int FROM recovery_code WHERE professional_id = $1) AS codes,
  (SELECT count(*)::int FROM staff_session WHERE professional_id = $1) AS sessions`;

describe('resetting somebody’s sign-in', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let admin: ApiClient;
  let person: Professional;

  beforeAll(async () => {
    api = await startApi();
  });

  beforeEach(async () => {
    world = await buildWorld(api.dataSource);
    admin = api.client();
    await admin.signIn(world.admin.email);
    person = await buildProfessional(api.dataSource, world);
    const { id: professionalId, organisationId } = person;
    const { manager } = api.dataSource;
    const bytes = randomBytes(16);
    const whose = { professionalId, organisationId, createdAt: api.clock.now() };
    await manager.insert(Passkey, {
      ...whose,
      id: randomUUID(),
      credentialId: bytes,
      publicKey: bytes,
      counter: '0',
      transports: [],
      name: 'Puhelin',
      backedUp: false,
      lastUsedAt: null,
    });
    await manager.insert(CodeGenerator, { ...whose, sealedSecret: bytes, lastStep: 0 });
    await manager.insert(RecoveryCode, { ...whose, codeHash: bytes });
  });

  afterAll(async () => {
    await api.close();
  });

  const act = (staffId: string, name: string) => admin.post(`/api/staff/${staffId}/${name}`);
  const stateOf = async ({ id }: Professional) => {
    const { staff } = (await admin.get('/api/staff')).json as { staff: { id: string }[] };
    return staffMemberSchema.parse(staff.find((one) => one.id === id)).state;
  };
  const rowOf = ({ id }: Professional) =>
    api.dataSource.manager.findOneByOrFail(Professional, { id });
  const told = async (event: string) =>
    (
      await api.dataSource.query<unknown[]>(
        'SELECT FROM audit_entry WHERE organisation_id = $1 AND event = $2',
        [world.organisationId, event],
      )
    ).length;

  it('takes every means and session away, invites anew, and is told', async () => {
    const theirs = api.client();
    await theirs.signIn(person.email);
    expect((await act(person.id, 'reset-sign-in')).status).toBe(204);
    expect((await theirs.get('/api/me')).status).toBe(401);
    const again = await theirs.post('/api/sign-in', { email: person.email, password: PASSWORD });
    expect(expectProblem(again).code).toBe('sign-in.wrong-credentials');
    const rows = await api.dataSource.query<unknown[]>(EVERYTHING_LOST, [person.id]);
    expect(rows).toEqual([{ passkeys: 0, generators: 0, codes: 0, sessions: 0 }]);
    await expect(stateOf(person)).resolves.toBe('invited');
    const invitation = { professionalId: person.id, status: 'queued' } as const;
    await expect(api.dataSource.manager.countBy(StaffInvitation, invitation)).resolves.toBe(1);
    await expect(told('staff.sign-in-reset')).resolves.toBe(1);
  });

  it.each([
    ['reset', 'signInResetAt'],
    ['closed', 'deactivatedAt'],
  ] as const)(
    'leaves no session that was being opened as the account was %s',
    async (_, column) => {
      const changing = Promise.withResolvers<null>();
      const { id, organisationId } = person;
      const held = api.get(OrganisationScope).of(organisationId, async (tx) => {
        await tx.update(Professional, { id }, { [column]: api.clock.now() });
        await tx.delete(StaffSession, { professionalId: id });
        await changing.promise;
      });
      const answer = api.client().post('/api/sign-in', { email: person.email, password: PASSWORD });
      await eventually('the sign-in waits for the admin', async () => {
        const [waiting] = await api.dataSource.query<{ count: string }[]>(
          `SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
        );
        return Number(waiting?.count) > 0;
      });
      changing.resolve(null);
      await held;
      expect(expectProblem(await answer).code).toBe('sign-in.start-again');
      await expect(
        api.dataSource.manager.countBy(StaffSession, { professionalId: id }),
      ).resolves.toBe(0);
    },
  );

  it('gives nobody but the person the new link: it goes by mail only', async () => {
    await act(person.id, 'reset-sign-in');
    const { json } = await admin.get(`/api/staff/${person.id}`);
    expect(staffMemberSchema.parse(json).invitation).toMatchObject({ byMailOnly: true });
    const refused = await act(person.id, 'invitation/link');
    expect(expectProblem(refused)).toMatchObject({ status: 409, code: 'staff.link-by-mail-only' });
    const { secretHash } = await api.dataSource.manager.findOneByOrFail(StaffInvitation, {
      professionalId: person.id,
      status: 'queued',
    });
    expect(secretHash).toBeNull();
    await expect(told('staff.invitation-link-shown')).resolves.toBe(0);
  });

  it('is for active accounts of the own organisation, and not for oneself', async () => {
    const codes: string[] = [];
    const other = await buildWorld(api.dataSource, { name: 'Toinen' });
    await act(person.id, 'reset-sign-in');
    for (const id of [world.admin.id, other.professional.id, person.id]) {
      codes.push(expectProblem(await act(id, 'reset-sign-in')).code);
    }
    expect(codes).toEqual(['staff.not-oneself', 'access.denied-or-missing', 'staff.state-changed']);
    await expect(rowOf(world.admin)).resolves.toMatchObject({ signInResetAt: null });
  });

  it('leaves an admin who can sign in, also when two reset each other at once', async () => {
    const second = await buildProfessional(api.dataSource, world, { roles: ['admin'] });
    const others = api.client();
    await others.signIn(second.email);
    const answers = await Promise.all([
      act(second.id, 'reset-sign-in'),
      others.post(`/api/staff/${world.admin.id}/reset-sign-in`),
    ]);
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 204)).toHaveLength(1);
  });

  it('never loses the account: withdrawing the invitation closes it, and it can be opened and reset again', async () => {
    await act(person.id, 'reset-sign-in');
    expect((await act(person.id, 'invitation/withdraw')).status).toBe(204);
    await expect(stateOf(person)).resolves.toBe('deactivated');
    expect((await act(person.id, 'reactivate')).status).toBe(204);
    expect((await act(person.id, 'reset-sign-in')).status).toBe(204);
    await expect(stateOf(person)).resolves.toBe('invited');
  });

  it('of an admin whose invitation was withdrawn leaves nobody whom one could count on', async () => {
    const second = await buildProfessional(api.dataSource, world, { roles: ['admin'] });
    for (const name of ['reset-sign-in', 'invitation/withdraw', 'reactivate']) {
      expect((await act(second.id, name)).status).toBe(204);
    }
    const refused = await act(world.admin.id, 'deactivate');
    expect(expectProblem(refused).code).toBe('staff.last-admin');
    expect(
      expectAnswer(await admin.get('/api/me'), 200, staffMemberSchema.pick({ id: true })).id,
    ).toBe(world.admin.id);
  });
});
