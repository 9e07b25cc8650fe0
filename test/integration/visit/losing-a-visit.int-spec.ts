import { type Professional } from '@tapaamo/professional';
import { BookingRow } from '@tapaamo/booking';
import { MeetingAdmission, Participant, VisitChanges } from '@tapaamo/visit';
import { addDays, startOfLocalDate } from '@tapaamo/common';
import type { ApiClient } from '../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import { buildTeam, standInFor } from '../../support/builders/team-builder.js';
import { announceNode, visitPath } from '../../support/door.js';
import { eventually } from '../../support/eventually.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

/** Day of the visits of this file, and of the tests' present. */
const TODAY = '2027-02-10';

/** Somebody beside the visit's professional. */
interface Colleague {
  account: Professional;
  browser: ApiClient;
}

describe('a colleague’s reach', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let admin: ApiClient;
  let visit: BookedVisit;
  let nodeId: string;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    nodeId = await announceNode(api);
    visit = await bookedVisit(api, world.service);
    admin = api.client();
    await admin.signIn(world.admin.email);
  });

  afterAll(async () => {
    await api.close();
  });

  const colleague = async (roles: Professional['roles'] = ['professional']): Promise<Colleague> => {
    const account = await buildProfessional(api.dataSource, world, { roles });
    const browser = api.client();
    await browser.signIn(account.email);
    return { account, browser };
  };
  const sees = async ({ browser }: Colleague) =>
    (await browser.get(visitPath(visit.visitId))).status === 200;
  const mayJoin = async ({ browser }: Colleague) =>
    (await browser.post(visitPath(visit.visitId, '/meeting-access'))).status === 200;
  const ref = () => ({ organisationId: world.organisationId, visitId: visit.visitId });
  const seatOf = async ({ account }: Colleague) => {
    const { visitId } = visit;
    const where = { visitId, professionalId: account.id };
    const row = await api.dataSource.manager.findOneByOrFail(Participant, where);
    const read = await api.get(MeetingAdmission).read(ref());
    return read?.participants.find((one) => one.participantId === row.id);
  };
  /** They sit in the meeting, as a meeting node would report it. */
  const sit = async ({ account }: Colleague) => {
    const where = { visitId: visit.visitId, professionalId: account.id };
    await api.dataSource.manager.update(Participant, where, { connectedNodeId: nodeId });
  };
  const done = async (asked: ReturnType<ApiClient['post']>) => {
    expect((await asked).status).toBe(204);
  };
  const changeTeam = (teamId: string, members: { professionalId: string; leads: boolean }[]) =>
    done(admin.post(`/api/teams/${teamId}`, { name: `Tiimi ${teamId}`, members, version: 1 }));
  const standIn = ({ account }: Colleague, days: { firstDay: string; lastDay: string }) => {
    const who = { absentId: visit.account.id, standInId: account.id };
    return standInFor(api.dataSource, { world, ...who, ...days });
  };
  const shareIt = ({ account }: Colleague) =>
    done(
      visit.professional.post(visitPath(visit.visitId, '/shares'), { professionalId: account.id }),
    );

  /** Ways in, and how each ends. */
  const ENDINGS: [
    string,
    Professional['roles'],
    (who: Colleague) => Promise<() => Promise<void>>,
  ][] = [
    [
      'a share that ends',
      ['professional'],
      async (who) => {
        await shareIt(who);
        const path = visitPath(visit.visitId, `/shares/${who.account.id}/end`);
        return () => done(visit.professional.post(path));
      },
    ],
    [
      'a stand-in that is ended',
      ['professional'],
      async (who) => {
        const id = await standIn(who, { firstDay: TODAY, lastDay: TODAY });
        return () => done(visit.professional.post(`/api/stand-ins/${id}/remove`));
      },
    ],
    [
      'a stand-in for somebody who hands the visit over',
      ['professional'],
      async (who) => {
        await standIn(who, { firstDay: TODAY, lastDay: TODAY });
        const { id } = await buildProfessional(api.dataSource, world);
        const path = visitPath(visit.visitId, '/hand-over');
        return () => done(visit.professional.post(path, { professionalId: id }));
      },
    ],
    [
      'a team that its professional leaves',
      ['team-lead'],
      async ({ account }) => {
        const lead = { professionalId: account.id, leads: true };
        const members = [visit.account.id];
        const team = await buildTeam(api.dataSource, world, { leads: [account.id], members });
        return () => changeTeam(team, [lead]);
      },
    ],
    [
      'a team that is led by somebody else',
      ['team-lead'],
      async ({ account }) => {
        const ids = [visit.account.id, account.id];
        const team = await buildTeam(api.dataSource, world, {
          leads: [account.id],
          members: [visit.account.id],
        });
        return () =>
          changeTeam(
            team,
            ids.map((professionalId) => ({ professionalId, leads: false })),
          );
      },
    ],
    [
      'a team that is removed',
      ['team-lead'],
      async ({ account }) => {
        const members = [visit.account.id];
        const team = await buildTeam(api.dataSource, world, { leads: [account.id], members });
        return () => done(admin.post(`/api/teams/${team}/remove`));
      },
    ],
    [
      'the role of a lead that is taken away',
      ['professional', 'team-lead'],
      async ({ account }) => {
        const members = [visit.account.id];
        await buildTeam(api.dataSource, world, { leads: [account.id], members });
        const wish = { displayName: 'Sanna Salonen', roles: ['professional'], version: 1 };
        return () => done(admin.post(`/api/staff/${account.id}`, wish));
      },
    ],
    [
      'the role that meets clients, taken away',
      ['professional'],
      async (who) => {
        await shareIt(who);
        const wish = { displayName: 'Sanna Salonen', roles: ['admin'], version: 1 };
        return () => done(admin.post(`/api/staff/${who.account.id}`, wish));
      },
    ],
  ];

  it.each(ENDINGS)('through %s ends at once, seat and stream too', async (_, roles, enter) => {
    const who = await colleague(roles);
    expect([await sees(who), await mayJoin(who)]).toEqual([false, false]);
    const leave = await enter(who);
    expect([await sees(who), await mayJoin(who)]).toEqual([true, true]);
    expect(await seatOf(who)).toMatchObject({ role: 'professional', admission: 'admitted' });
    await sit(who);
    const told: (string | undefined)[] = [];
    const stop = api.get(VisitChanges).onChange((changed) => told.push(changed?.visitId));
    await eventually('changes are listened to', async () => {
      await api.get(VisitChanges).announce(api.dataSource.manager, ref());
      return told.length > 0;
    });
    told.length = 0;
    const stream = await fetch(`${api.origin}/api/visit-changes`, {
      headers: who.browser.headers(),
    });
    const read = stream.text();
    await leave();
    await eventually('whoever holds the visit is told', () => told.includes(visit.visitId));
    stop();
    // Their page connects again and reads everything anew.
    await read;
    expect([await sees(who), await mayJoin(who)]).toEqual([false, false]);
    expect(await seatOf(who)).toMatchObject({ admission: 'outside', sessionIds: [] });
  });

  it('as a stand-in is for bookings that start on the days, from the first minute to the last', async () => {
    const who = await colleague();
    await standIn(who, { firstDay: '2027-02-12', lastDay: '2027-02-14' });
    const seen: [string, boolean][] = [];
    for (const startsAt of [
      '2027-02-11T21:59:59.999Z',
      '2027-02-11T22:00:00.000Z',
      '2027-02-14T21:59:59.999Z',
      '2027-02-14T22:00:00.000Z',
    ]) {
      const plan = {
        startsAt: new Date(startsAt),
        endsAt: new Date(Date.parse(startsAt) + 60_000),
      };
      await api.dataSource.manager.update(BookingRow, { id: visit.booking.id }, plan);
      seen.push([startsAt, await sees(who)]);
    }
    expect(seen.map(([, isSeen]) => isSeen)).toEqual([false, true, true, false]);
  });

  it('as a stand-in lasts until the end of the last day, and the seat as long', async () => {
    const who = await colleague();
    await standIn(who, { firstDay: TODAY, lastDay: TODAY });
    const midnight = startOfLocalDate(addDays(TODAY, 1)).getTime();
    api.clock.set(new Date(midnight - 1).toISOString());
    await announceNode(api, { nodeId });
    await who.browser.signInAgain();
    expect([
      await sees(who),
      (await who.browser.post(visitPath(visit.visitId, '/meeting-access'))).status,
    ]).toEqual([true, 200]);
    expect(await seatOf(who)).toMatchObject({ admission: 'admitted' });
    api.clock.set(new Date(midnight).toISOString());
    expect([await sees(who), await mayJoin(who)]).toEqual([false, false]);
    expect(await seatOf(who)).toMatchObject({ admission: 'outside' });
  });

  it('as a stand-in goes from an open page too: its stream ends with the last day, and it reads anew', async () => {
    const who = await colleague();
    await standIn(who, { firstDay: TODAY, lastDay: TODAY });
    const midnight = startOfLocalDate(addDays(TODAY, 1)).getTime();
    api.clock.set(new Date(midnight - 1));
    await who.browser.signInAgain();
    const listed = async () => {
      const { json } = await who.browser.get(`/api/bookings?from=${TODAY}&to=${TODAY}`);
      return JSON.stringify(json).includes(visit.visitId);
    };
    expect(await listed()).toBe(true);
    const stream = await fetch(`${api.origin}/api/visit-changes`, {
      headers: who.browser.headers(),
    });
    const read = stream.text();
    api.clock.advance(1);
    await read;
    expect(await listed()).toBe(false);
  });

  it('as a stand-in lasts to the booked end of a visit over the last midnight, and the seat as long', async () => {
    const who = await colleague();
    await standIn(who, { firstDay: TODAY, lastDay: TODAY });
    const midnight = startOfLocalDate(addDays(TODAY, 1)).getTime();
    const [startsAt, endsAt] = [new Date(midnight - 30 * 60_000), new Date(midnight + 15 * 60_000)];
    await api.dataSource.manager.update(BookingRow, { id: visit.booking.id }, { startsAt, endsAt });
    api.clock.set(new Date(endsAt.getTime() - 1).toISOString());
    await who.browser.signInAgain();
    expect([await sees(who), await mayJoin(who)]).toEqual([true, true]);
    expect(await seatOf(who)).toMatchObject({ admission: 'admitted' });
    api.clock.set(endsAt.toISOString());
    expect([await sees(who), await mayJoin(who)]).toEqual([false, false]);
    expect(await seatOf(who)).toMatchObject({ admission: 'outside' });
  });

  it('does not go through somebody else’s: a stand-in’s lead and a stand-in’s stand-in reach nothing', async () => {
    const [first, second, lead] = [
      await colleague(),
      await colleague(),
      await colleague(['team-lead']),
    ];
    const days = { firstDay: TODAY, lastDay: TODAY };
    await standIn(first, days);
    const chain = { absentId: first.account.id, standInId: second.account.id };
    await standInFor(api.dataSource, { world, ...chain, ...days });
    await buildTeam(api.dataSource, world, {
      leads: [lead.account.id],
      members: [first.account.id],
    });
    expect([await sees(first), await sees(second), await sees(lead)]).toEqual([true, false, false]);
  });
});
