import { hashSecret } from '@tapaamo/common';
import { Organisation } from '@tapaamo/organisation';
import { Professional, SignInDomain, StaffInvitation } from '@tapaamo/professional';
import { RetentionPolicy } from '@tapaamo/retention';
import { randomUUID } from 'node:crypto';
import { operate } from '../../../apps/job-runner/src/operator/operate.js';
import { entriesOf, tamper } from '../../support/audit.js';
import { changedTables, databaseSnapshot } from '../../support/database-snapshot.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

let api: TestApi;
let world: TestOrganisation;

beforeEach(async () => {
  api = await startApi();
  world = await buildWorld(api.dataSource);
});

afterEach(async () => {
  await api.close();
});

const type = (...typed: string[]) => operate(typed, () => api.config, { clock: api.clock });
const CREATE = {
  '--name-fi': 'Tuulilan hyvinvointialue',
  '--name-sv': 'Tuulila välfärdsområde',
  '--name-en': 'Tuulila wellbeing services county',
  '--admin-name': 'Maija Meikäläinen',
  '--admin-email': 'Maija@Tuulila.example',
};
const create = (changes: Record<string, string> = {}) =>
  type('organisation', 'create', ...Object.entries({ ...CREATE, ...changes }).flat());
const invite = (organisation: string, email: string) =>
  type(
    'admin',
    'invite',
    '--organisation',
    organisation,
    '--admin-name',
    'Uusi Admin',
    '--admin-email',
    email,
  );
const secretIn = (text: string): string => /\/invitation#([\w-]{43})\n/.exec(text)?.[1] ?? '';

describe('organisation create', () => {
  it('makes an organisation with its policies and an admin who sets up their own account', async () => {
    const { text, exitCode } = await create();
    expect(exitCode).toBe(0);
    const organisationId = /Organisation ([\da-f-]{36}) is made/.exec(text)?.[1] ?? '';
    const { manager } = api.dataSource;
    await expect(
      manager.findOneByOrFail(Organisation, { id: organisationId }),
    ).resolves.toMatchObject({
      nameFi: 'Tuulilan hyvinvointialue',
      nameSv: 'Tuulila välfärdsområde',
    });
    const admin = await manager.findOneByOrFail(Professional, { organisationId });
    expect(admin).toMatchObject({
      email: 'maija@tuulila.example',
      roles: ['admin'],
      passwordHash: null,
    });
    const policies = await manager.find(RetentionPolicy, {
      where: { organisationId },
      order: { category: 'ASC' },
    });
    expect(policies).toMatchObject([
      { category: 'audit', anchor: 'recorded', period: 'P5Y', version: 1 },
      { category: 'identifiers', anchor: 'visit-end', period: 'P1M', version: 1 },
      { category: 'messages', anchor: 'visit-end', period: 'P14D', version: 1 },
    ]);
    const invitation = await manager.findOneByOrFail(StaffInvitation, { organisationId });
    expect(invitation).toMatchObject({
      professionalId: admin.id,
      invitedBy: null,
      status: 'sent',
      secretHash: hashSecret('invitation', secretIn(text)),
      expiresAt: new Date(api.clock.nowMs() + 7 * 86_400_000),
    });
    await expect(entriesOf(api, organisationId)).resolves.toMatchObject([
      { event: 'staff.invited', actorKind: 'operator', targetId: admin.id },
      { event: 'organisation.created', actorKind: 'operator', targetId: organisationId },
    ]);
    const snapshot = await databaseSnapshot(api.database.adminUrl, { besides: [] });
    expect(JSON.stringify(snapshot)).not.toContain(secretIn(text));
  });

  it.each([
    [{ '--admin-email': 'maija' }, '--admin-email'],
    [{ '--admin-name': '131052-308T' }, '--admin-name'],
    [{ '--name-sv': ' ' }, '--name-sv'],
    [{ '--name-fi': 'x'.repeat(121) }, '--name-fi'],
    [{ '--colour': 'red' }, '--colour'],
  ])('refuses %j by name and changes nothing', async (changes, option) => {
    await expectRefusal(() => create(changes), option);
  });

  it('refuses an address that has an account elsewhere, and what was typed twice', async () => {
    await expectRefusal(() => create({ '--admin-email': world.admin.email }), world.admin.email);
    await create();
    await expectRefusal(() => create(), 'has an account in another organisation');
  });
});

describe('domain', () => {
  const change = (act: string, organisation: string, domain = 'Mallila.example') =>
    type('domain', act, '--organisation', organisation, '--domain', domain);
  const domains = () => api.dataSource.manager.find(SignInDomain);

  it('is assigned to an organisation and taken back, and both are told', async () => {
    const { organisationId } = world;
    expect((await change('assign', organisationId)).exitCode).toBe(0);
    await expect(domains()).resolves.toEqual([{ domain: 'mallila.example', organisationId }]);
    expect((await change('release', organisationId)).exitCode).toBe(0);
    await expect(domains()).resolves.toEqual([]);
    const target = { actorKind: 'operator', targetId: organisationId };
    expect((await entriesOf(api, organisationId)).slice(-2)).toMatchObject([
      { ...target, event: 'sign-in-domain.assigned', details: { domain: 'mallila.example' } },
      { ...target, event: 'sign-in-domain.released', details: { domain: 'mallila.example' } },
    ]);
  });

  it('is listed with the organisation that has it', async () => {
    expect((await type('domain', 'list')).text).toBe('No domain is assigned yet.\n');
    const other = await buildWorld(api.dataSource, { name: 'Toinen' });
    await change('assign', other.organisationId, 'toinen.example');
    await change('assign', world.organisationId);
    const { manager } = api.dataSource;
    const { nameFi } = await manager.findOneByOrFail(Organisation, { id: world.organisationId });
    const lines = (await type('domain', 'list')).text.split('\n');
    expect(lines[0]).toBe(`mallila.example  ${world.organisationId}  ${nameFi}`);
    expect(lines[1]).toMatch(`toinen.example  ${other.organisationId}  `);
  });

  it('is one organisation’s, and released by nobody else', async () => {
    const other = await buildWorld(api.dataSource, { name: 'Toinen' });
    await change('assign', world.organisationId);
    const { organisationId } = other;
    await expectRefusal(() => change('assign', organisationId), 'to another organisation');
    await expectRefusal(() => change('release', organisationId), 'is not assigned');
    await expectRefusal(() => change('assign', world.organisationId), 'already');
    await expectRefusal(() => change('assign', randomUUID()), 'There is no organisation');
  });

  it.each(['fi', 'a@b.example', '-a.example'])('refuses %s by name', async (domain) => {
    await expectRefusal(() => change('assign', world.organisationId, domain), '--domain');
  });
});

describe('organisation list', () => {
  it('tells ids, names and counts of staff in use, and nothing of people', async () => {
    await api.dataSource.manager.update(
      Professional,
      { id: world.colleague.id },
      { deactivatedAt: api.clock.now() },
    );
    const { text, exitCode } = await type('organisation', 'list');
    expect([text, exitCode]).toEqual([
      `${world.organisationId}  Mallilan hyvinvointialue: staff 4, admins 1, in use\n`,
      0,
    ]);
  });
});

describe.each(['disable', 'enable'])('organisation %s', (act) => {
  it.each([
    [[], '--organisation'],
    [['--organisation'], '--organisation'],
    [['--organisation', '7'], '--organisation'],
    [['--organisation', "' OR true --"], '--organisation'],
    [['--organisation', randomUUID(), '--force'], '--force'],
    [['--organisation', randomUUID()], 'There is no organisation'],
  ])('refuses %j and changes nothing', async (options, part) => {
    await expectRefusal(() => type('organisation', act, ...options), part);
  });
});

describe('admin invite', () => {
  it('invites anew, and the earlier link ends', async () => {
    const first = await invite(world.organisationId, 'uusi@mallila.example');
    const second = await invite(world.organisationId, 'uusi@mallila.example');
    expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
    const rows = await api.dataSource.manager.find(StaffInvitation, {});
    expect(rows.map(({ status }) => status).sort()).toEqual(['sent', 'withdrawn']);
    const open = rows.find(({ status }) => status === 'sent');
    expect(open?.secretHash).toEqual(hashSecret('invitation', secretIn(second.text)));
    expect(rows.find(({ status }) => status === 'withdrawn')?.secretHash).toBeNull();
  });

  it('refuses an organisation that is not there, and accounts that are no admin’s', async () => {
    await expectRefusal(
      () => invite(randomUUID(), 'uusi@mallila.example'),
      'There is no organisation',
    );
    await expectRefusal(() => invite('7', 'uusi@mallila.example'), '--organisation');
    await expectRefusal(() => invite(world.organisationId, world.colleague.email), 'no admin');
  });
});

describe('audit verify', () => {
  it('says what fits together, and ends with 3 when something does not', async () => {
    await invite(world.organisationId, 'uusi@mallila.example');
    await expect(type('audit', 'verify')).resolves.toEqual({
      text: `${world.organisationId}  Mallilan hyvinvointialue: 1 entries, fits together\n`,
      exitCode: 0,
    });
    await tamper(api, `UPDATE audit_entry SET event = 'visit.ended' WHERE sequence = 1`);
    const { text, exitCode } = await type(
      'audit',
      'verify',
      '--organisation',
      world.organisationId,
    );
    expect(text).toContain('2 entries, broken at entry 1 (changed)');
    expect(exitCode).toBe(3);
    await expectRefusal(
      () => type('audit', 'verify', '--organisation', randomUUID()),
      'There is no organisation',
    );
  });
});

describe('the command', () => {
  it.each([[], ['--help'], ['organisation', 'create', '--help'], ['help']])(
    'tells how it is used: %j',
    async (...typed) => {
      const { text, exitCode } = await type(...typed);
      expect([text.includes('organisation create'), exitCode]).toEqual([true, 0]);
    },
  );

  it.each([
    ['organisation'],
    ['organisation', 'destroy'],
    ['constructor'],
    ['organisation', 'list', 'all'],
  ])('refuses %s %s', async (...typed) => {
    await expectRefusal(() => type(...typed), '--help');
  });

  it('says plainly that the database is away', async () => {
    const nowhere = { ...api.config, DATABASE_URL: 'postgres://tapaamo_app@127.0.0.1:9/tapaamo' };
    await expect(operate(['organisation', 'list'], () => nowhere)).resolves.toEqual({
      text: 'The database does not answer. Is it running, and is DATABASE_URL right?\n',
      exitCode: 1,
    });
  });
});

async function expectRefusal(act: () => ReturnType<typeof operate>, part: string): Promise<void> {
  const before = await databaseSnapshot(api.database.adminUrl, { besides: [] });
  const { text, exitCode } = await act();
  expect([text.includes(part) ? part : text, exitCode]).toEqual([part, 1]);
  const after = await databaseSnapshot(api.database.adminUrl, { besides: [] });
  expect(changedTables(before, after)).toEqual([]);
}
