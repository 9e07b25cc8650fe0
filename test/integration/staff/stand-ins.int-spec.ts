import { randomUUID } from 'node:crypto';
import { standInListSchema, type StaffRole } from '@tapaamo/contracts';
import type { Professional } from '@tapaamo/professional';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { buildInvited } from '../../support/builders/invitation-builder.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import { buildTeam, standInFor } from '../../support/builders/team-builder.js';
import { eventually } from '../../support/eventually.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

/** The day of the tests' present. */
const TODAY = '2027-02-10';
const DAYS = { firstDay: TODAY, lastDay: '2027-02-14' };

describe('standing in', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let other: TestOrganisation;
  let professional: ApiClient;
  let lead: ApiClient;
  let admin: ApiClient;

  beforeAll(async () => {
    api = await startApi();
    other = await buildWorld(api.dataSource, { name: 'Toinen' });
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    world = await buildWorld(api.dataSource);
    [professional, lead, admin] = [
      await signedIn(world.professional),
      await signedIn(world.lead),
      await signedIn(world.admin),
    ];
  });

  afterAll(async () => {
    await api.close();
  });

  const signedIn = async ({ email }: Professional) => {
    const browser = api.client();
    await browser.signIn(email);
    return browser;
  };
  const wish = (changes: Record<string, unknown> = {}) => ({
    absentId: world.professional.id,
    standInId: world.colleague.id,
    ...DAYS,
    ...changes,
  });
  const add = (browser: ApiClient, changes: Record<string, unknown> = {}) =>
    browser.post('/api/stand-ins', wish(changes));
  const list = async (browser: ApiClient) =>
    expectAnswer(await browser.get('/api/stand-ins'), 200, standInListSchema);
  const refusal = async (answer: ReturnType<typeof add>) => {
    const { code, fields } = expectProblem(await answer);
    return [code, ...(fields ?? []).map(({ field }) => field)];
  };

  it('is chosen by who is away, seen by both, and ended by who chose', async () => {
    expect((await add(professional)).status).toBe(204);
    const { standIns, absentees } = await list(professional);
    expect(absentees).toEqual([{ id: world.professional.id, displayName: 'Sanna Salonen' }]);
    expect(standIns).toEqual([
      {
        id: expect.any(String) as string,
        absent: { id: world.professional.id, displayName: 'Sanna Salonen' },
        standIn: { id: world.colleague.id, displayName: 'Kaisa Kollega' },
        ...DAYS,
        removable: true,
      },
    ]);
    const colleague = await signedIn(world.colleague);
    expect((await list(colleague)).standIns).toEqual([{ ...standIns[0], removable: false }]);
    const path = `/api/stand-ins/${standIns[0]?.id ?? ''}/remove`;
    expect((await colleague.post(path)).status).toBe(404);
    expect((await professional.post(path)).status).toBe(204);
    expect((await professional.post(path)).status).toBe(404);
    expect((await list(colleague)).standIns).toEqual([]);
    const told = (await entriesOf(api, world.organisationId)).filter(({ event }) =>
      event.startsWith('stand-in.'),
    );
    expect(told).toMatchObject([
      {
        event: 'stand-in.added',
        actorId: world.professional.id,
        targetId: world.professional.id,
        details: { standInId: world.colleague.id, ...DAYS },
      },
      {
        event: 'stand-in.removed',
        targetId: world.professional.id,
        details: { standInId: world.colleague.id, ...DAYS },
      },
    ]);
  });

  it('is chosen by a lead for their own team only', async () => {
    expect(await refusal(add(lead))).toEqual(['access.denied-or-missing']);
    await buildTeam(api.dataSource, world, {
      leads: [world.lead.id],
      members: [world.professional.id],
    });
    expect((await add(lead)).status).toBe(204);
    expect(
      await refusal(add(lead, { absentId: world.colleague.id, standInId: world.lead.id })),
    ).toEqual(['access.denied-or-missing']);
    expect((await list(lead)).absentees.map(({ displayName }) => displayName)).toEqual([
      'Leena Lähiesihenkilö',
      'Sanna Salonen',
    ]);
  });

  it('is told at once to the open pages of who stands in', async () => {
    const colleague = await signedIn(world.colleague);
    const response = await fetch(`${api.origin}/api/visit-changes`, {
      headers: colleague.headers(),
    });
    const stream = { ended: false };
    void response.text().finally(() => (stream.ended = true));
    expect((await add(professional)).status).toBe(204);
    await eventually('the stream ends, and the page asks anew', () => stream.ended);
  });

  it('is not an admin who chooses themselves', async () => {
    const roles: StaffRole[] = ['admin', 'professional'];
    const self = await buildProfessional(api.dataSource, world, { roles });
    const browser = await signedIn(self);
    expect(await refusal(add(browser, { standInId: self.id }))).toEqual(['staff.not-oneself']);
    expect((await add(browser)).status).toBe(204);
    expect((await add(admin, { standInId: self.id })).status).toBe(204);
  });

  describe('when leads chose themselves', () => {
    let team: string;
    const whoStandsIn = async () =>
      (await list(professional)).standIns.map(({ standIn }) => standIn.displayName).sort();
    const members = (leads: boolean, member = world.professional) => ({
      name: 'Perhe',
      version: 1,
      members: [
        { professionalId: world.lead.id, leads },
        { professionalId: member.id, leads: false },
      ],
    });
    const rolesOfLead = (roles: StaffRole[]) => ({
      displayName: 'Leena Lähiesihenkilö',
      roles,
      version: 1,
    });

    beforeEach(async () => {
      const ids = { leads: [world.lead.id], members: [world.professional.id] };
      team = await buildTeam(api.dataSource, world, ids);
      const self = await signedIn(world.lead);
      expect((await add(self, { standInId: world.lead.id })).status).toBe(204);
      expect((await add(self)).status).toBe(204);
    });

    it.each<[string, () => [path: string, body: object]]>([
      ['the role', () => [`/api/staff/${world.lead.id}`, rolesOfLead(['professional'])]],
      ['the team', () => [`/api/teams/${team}/remove`, {}]],
      ['the lead', () => [`/api/teams/${team}`, members(false)]],
      ['the member', () => [`/api/teams/${team}`, members(true, world.colleague)]],
    ])('ends as %s goes, and what they chose of others stays', async (_, act) => {
      expect((await admin.post(...act())).status).toBe(204);
      expect(await whoStandsIn()).toEqual(['Kaisa Kollega']);
      const told = (await entriesOf(api, world.organisationId)).at(-1);
      expect(told).toMatchObject({
        event: 'stand-in.removed',
        actorId: world.admin.id,
        targetId: world.professional.id,
        details: { standInId: world.lead.id, ...DAYS },
      });
    });

    it('stays while they lead the person, and when the person chose them', async () => {
      const more = rolesOfLead(['professional', 'team-lead']);
      expect((await admin.post(`/api/staff/${world.lead.id}`, more)).status).toBe(204);
      expect((await admin.post(`/api/teams/${team}`, members(true))).status).toBe(204);
      expect(await whoStandsIn()).toEqual(['Kaisa Kollega', 'Leena Lähiesihenkilö']);
      expect((await add(professional, { standInId: world.lead.id })).status).toBe(204);
      expect((await admin.post(`/api/teams/${team}/remove`)).status).toBe(204);
      expect(await whoStandsIn()).toEqual(['Kaisa Kollega', 'Leena Lähiesihenkilö']);
    });
  });

  it('is not chosen by a member of the team who leads without the role, or does not lead', async () => {
    const ids = [world.colleague.id, world.professional.id];
    await buildTeam(api.dataSource, world, {
      leads: [world.colleague.id],
      members: [world.professional.id],
    });
    await buildTeam(api.dataSource, world, { leads: [], members: [...ids, world.lead.id] });
    const colleague = await signedIn(world.colleague);
    for (const browser of [colleague, lead]) {
      expect(await refusal(add(browser, { standInId: world.lead.id }))).toEqual([
        'access.denied-or-missing',
      ]);
    }
  });

  it('is chosen by an admin for everybody who meets clients, here', async () => {
    expect((await add(admin)).status).toBe(204);
    expect((await list(admin)).absentees).toHaveLength(3);
    for (const absentId of [other.professional.id, world.officer.id, randomUUID()]) {
      expect(await refusal(add(admin, { absentId }))).toEqual(['access.denied-or-missing']);
    }
  });

  it.each([
    ['from today, for a day', { lastDay: TODAY }, null],
    ['from yesterday', { firstDay: '2027-02-09' }, ['stand-in.in-past', 'firstDay']],
    ['for a year', { lastDay: '2028-02-10' }, null],
    ['for a day more than a year', { lastDay: '2028-02-11' }, ['stand-in.too-long', 'lastDay']],
    [
      'ending before it begins',
      { firstDay: '2027-02-12', lastDay: '2027-02-11' },
      ['stand-in.ends-before-start', 'lastDay'],
    ],
    ['on a day that is none', { lastDay: '2027-02-30' }, ['request.invalid', 'lastDay']],
    ['with a field that is none', { createdBy: randomUUID() }, ['request.invalid', 'createdBy']],
  ])('%s', async (_, changes, refused) => {
    const answer = add(professional, changes);
    expect(refused === null ? (await answer).status : await refusal(answer)).toEqual(
      refused ?? 204,
    );
  });

  it('begins today until the last millisecond of the day in Helsinki', async () => {
    api.clock.set('2027-02-10T21:59:59.999Z');
    await professional.signInAgain();
    expect((await add(professional)).status).toBe(204);
    api.clock.set('2027-02-10T22:00:00.000Z');
    expect(await refusal(add(professional))).toEqual(['stand-in.in-past', 'firstDay']);
  });

  it('is for a colleague in use who meets clients, and not for oneself', async () => {
    const closed = await buildProfessional(api.dataSource, world, {
      deactivatedAt: api.clock.now(),
    });
    const invited = (await buildInvited(api, world)).professional;
    const wrong = [
      closed.id,
      invited.id,
      world.admin.id,
      other.colleague.id,
      world.professional.id,
      randomUUID(),
    ];
    for (const standInId of wrong) {
      expect(await refusal(add(professional, { standInId }))).toEqual([
        'staff.cannot-meet-clients',
        'standInId',
      ]);
    }
  });

  it('is no longer listed once it is over, and those of others are not', async () => {
    const someone = await buildProfessional(api.dataSource, world);
    const who = { absentId: someone.id, standInId: world.lead.id };
    await standInFor(api.dataSource, { world, ...who, ...DAYS });
    await add(professional);
    expect((await list(professional)).standIns).toHaveLength(1);
    api.clock.set('2027-02-14T21:59:59.999Z');
    await professional.signInAgain();
    expect((await list(professional)).standIns).toHaveLength(1);
    api.clock.set('2027-02-14T22:00:00.000Z');
    expect((await list(professional)).standIns).toEqual([]);
  });
});
