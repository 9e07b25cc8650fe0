import { randomUUID } from 'node:crypto';
import {
  TEAM_MEMBERS_MAX,
  TEAM_NAME_MAX,
  colleagueListSchema,
  teamListSchema,
  type Team,
} from '@tapaamo/contracts';
import { type Professional } from '@tapaamo/professional';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import { disableRowLevelSecurity } from '../../support/row-level-security.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

describe('the teams of an organisation', () => {
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

  afterAll(async () => {
    await api.close();
  });

  const list = async (browser = admin) =>
    expectAnswer(await browser.get('/api/teams'), 200, teamListSchema).teams;
  const create = (name: string, browser = admin) => browser.post('/api/teams', { name });
  const made = async (name = 'Perhetyö'): Promise<Team> => {
    expect((await create(name)).status).toBe(204);
    const found = (await list()).find((team) => team.name === name);
    if (found === undefined) {
      throw new Error('There is no such team.');
    }
    return found;
  };
  /** Changes a team as somebody does who has just read it. */
  const change = async (id: string, wish: Record<string, unknown>, browser = admin) => {
    const version = (await list()).find((team) => team.id === id)?.version;
    return browser.post(`/api/teams/${id}`, { version, ...wish });
  };
  const member = ({ id }: Professional, leads = false) => ({ professionalId: id, leads });
  /** Another organisation's person, or nobody, comes into no team. */
  const expectForeign = async (teamId: string, professionalId: string) => {
    const members = [member(world.professional), { professionalId, leads: true }];
    expect(await refusal(change(teamId, { name: 'Uusi', members }))).toEqual([
      'staff.cannot-meet-clients',
      'members',
    ]);
  };
  const refusal = async (answer: Promise<Awaited<ReturnType<typeof create>>>) => {
    const { code, fields } = expectProblem(await answer);
    return [code, ...(fields ?? []).map(({ field }) => field)];
  };

  it('are made, named, filled and removed, and the audit log is told', async () => {
    const { id } = await made();
    await made('Asuminen');
    const members = [
      member(world.lead, true),
      member(world.professional),
      member(world.colleague, true),
    ];
    expect((await change(id, { name: 'Perhe', members })).status).toBe(204);
    expect(await list()).toEqual([
      { id: expect.any(String) as string, name: 'Asuminen', version: 1, members: [] },
      {
        id,
        name: 'Perhe',
        version: 2,
        members: [
          { id: world.colleague.id, displayName: 'Kaisa Kollega', leads: true, hasLeadRole: false },
          {
            id: world.lead.id,
            displayName: 'Leena Lähiesihenkilö',
            leads: true,
            hasLeadRole: true,
          },
          {
            id: world.professional.id,
            displayName: 'Sanna Salonen',
            leads: false,
            hasLeadRole: false,
          },
        ],
      },
    ]);
    const fewer = [member(world.lead), member(world.colleague, true)];
    expect((await change(id, { name: 'Perhe', members: fewer })).status).toBe(204);
    expect((await admin.post(`/api/teams/${id}/remove`)).status).toBe(204);
    expect((await list()).map(({ name }) => name)).toEqual(['Asuminen']);
    expect(await refusal(admin.post(`/api/teams/${id}/remove`))).toEqual([
      'access.denied-or-missing',
    ]);
    const told = (await entriesOf(api, world.organisationId)).filter(
      ({ targetId }) => targetId === id,
    );
    expect(told.map(({ event, targetKind }) => [event, targetKind])).toEqual([
      ['team.created', 'team'],
      ['team.changed', 'team'],
      ['team.changed', 'team'],
      ['team.removed', 'team'],
    ]);
    const [lead, colleague, professional] = [
      world.lead.id,
      world.colleague.id,
      world.professional.id,
    ];
    const sorted = told
      .slice(1)
      .map(({ details }) =>
        Object.fromEntries(
          Object.entries(details as Record<string, string[]>).map(([key, ids]) => [
            key,
            ids.sort(),
          ]),
        ),
      );
    const both = [lead, colleague].sort();
    expect(sorted).toEqual([
      {
        added: [lead, colleague, professional].sort(),
        removed: [],
        leadsBefore: [],
        leadsAfter: both,
      },
      { added: [], removed: [professional], leadsBefore: both, leadsAfter: [colleague] },
      { added: [], removed: both, leadsBefore: [colleague], leadsAfter: [] },
    ]);
  });

  it('have names of their own in the organisation, in whatever case', async () => {
    const { id } = await made('Etsivä työ');
    await made('Muu');
    expect(await refusal(create('ETSIVÄ TYÖ'))).toEqual(['team.name-taken', 'name']);
    const [muu] = (await list()).filter(({ name }) => name === 'Muu');
    const wish = { name: 'etsivä työ', members: [] };
    expect(await refusal(change(muu?.id ?? '', wish))).toEqual(['team.name-taken', 'name']);
    expect((await change(id, wish)).status).toBe(204);
    const elsewhere = api.client();
    await elsewhere.signIn(other.admin.email);
    expect((await create('Etsivä työ', elsewhere)).status).toBe(204);
  });

  it.each([
    ['no name', { name: ' ' }, 'name'],
    ['a name too long', { name: 'a'.repeat(TEAM_NAME_MAX + 1) }, 'name'],
    ['a hidden sign in the name', { name: 'Per‮he' }, 'name'],
    ['an unknown field', { organisationId: randomUUID() }, 'organisationId'],
    [
      'somebody twice',
      {
        members: [0, 1].map(() => ({
          professionalId: '00000000-0000-4000-8000-000000000000',
          leads: false,
        })),
      },
      'members',
    ],
    [
      'too many',
      {
        members: Array.from({ length: TEAM_MEMBERS_MAX + 1 }, () => ({
          professionalId: randomUUID(),
          leads: false,
        })),
      },
      'members',
    ],
  ])('do not take %s', async (_, wrong, field) => {
    const { id } = await made();
    expect(await refusal(change(id, { name: 'Perhe', members: [], ...wrong }))).toEqual([
      'request.invalid',
      field,
    ]);
  });

  it('have members of the organisation only, and a refused change leaves them as they were', async () => {
    const { id } = await made();
    await change(id, { name: 'Perhe', members: [member(world.lead, true)] });
    for (const professionalId of [other.lead.id, randomUUID()]) {
      await expectForeign(id, professionalId);
    }
    expect(await list()).toMatchObject([{ name: 'Perhe', members: [{ id: world.lead.id }] }]);
  });

  it('are not what an admin comes to lead by themselves, nor grow under an admin who leads them', async () => {
    const self = await buildProfessional(api.dataSource, world, { roles: ['admin', 'team-lead'] });
    const { id } = await made();
    const browser = api.client();
    await browser.signIn(self.email);
    const tries = (members: ReturnType<typeof member>[]) =>
      change(id, { name: 'Perhe', members }, browser);
    const small = [member(self, true), member(world.professional)];
    expect((await tries([member(self), member(world.professional)])).status).toBe(204);
    expect(await refusal(tries(small))).toEqual(['staff.not-oneself']);
    expect((await change(id, { name: 'Perhe', members: small })).status).toBe(204);
    expect((await tries(small)).status).toBe(204);
    expect(await refusal(tries([...small, member(world.colleague)]))).toEqual([
      'staff.not-oneself',
    ]);
    expect((await tries([member(self, true)])).status).toBe(204);
  });

  it('hold when two admins change one at the same moment: one of the two is told', async () => {
    const { id } = await made();
    const wishes = [
      [member(world.lead, true)],
      [member(world.colleague), member(world.professional)],
    ];
    const answers = await Promise.all(
      wishes.map((members) => change(id, { name: 'Perhe', members, version: 1 })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    const [team] = await list();
    expect([1, 2]).toContain(team?.members.length);
  });

  it('give nobody leadership back from a page that is older than its end', async () => {
    const { id, version } = await made();
    const old = { name: 'Perhetyö', members: [member(world.lead, true)], version };
    expect((await change(id, old)).status).toBe(204);
    const members = [member(world.lead)];
    expect((await change(id, { name: 'Perhe', members })).status).toBe(204);
    const problem = expectProblem(await change(id, { ...old, version: version + 1 }));
    expect([problem.status, problem.code]).toEqual([409, 'settings.changed-meanwhile']);
    expect(problem.fields?.map(({ field }) => field)).toEqual(['name', 'members']);
    expect(await list()).toMatchObject([{ name: 'Perhe', members: [{ leads: false }] }]);
  });

  it('are chosen from colleagues by name: who meets clients and is in use, without addresses', async () => {
    await buildProfessional(api.dataSource, world, {
      deactivatedAt: api.clock.now(),
      displayName: 'Poissa',
    });
    const answer = await admin.get('/api/colleagues');
    const { colleagues } = expectAnswer(answer, 200, colleagueListSchema);
    expect(colleagues).toEqual([
      { id: world.colleague.id, displayName: 'Kaisa Kollega' },
      { id: world.lead.id, displayName: 'Leena Lähiesihenkilö' },
      { id: world.professional.id, displayName: 'Sanna Salonen' },
    ]);
    expect(answer.text).not.toContain('@');
  });

  // The last: the wall does not come back.
  it('have members of the organisation only, by code alone too', async () => {
    await disableRowLevelSecurity(api.dataSource);
    const { id } = await made();
    await expectForeign(id, other.lead.id);
  });
});
