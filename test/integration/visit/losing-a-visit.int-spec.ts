import { type Professional } from '@tapaamo/professional';
import { BookingRow } from '@tapaamo/booking';
import { MeetingAdmission, Participant } from '@tapaamo/visit';
import { addDays, startOfLocalDate } from '@tapaamo/common';
import type { ApiClient } from '../../support/api-client.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import { buildTeam, standInFor } from '../../support/builders/team-builder.js';
import { announceNode, visitPath } from '../../support/door.js';
import { eventually } from '../../support/eventually.js';
import { hearVisits, setMeetingStage } from '../../support/meeting-stage.js';

/** Day of the visits of this file, and of the tests' present. */
const TODAY = '2027-02-10';

/** Somebody beside the visit's professional. */
interface Colleague {
  account: Professional;
  browser: ApiClient;
}

describe('a colleague’s reach', () => {
  const stage = setMeetingStage();

  const colleague = async (roles: Professional['roles'] = ['professional']): Promise<Colleague> => {
    const account = await buildProfessional(stage.api.dataSource, stage.world, { roles });
    const browser = stage.api.client();
    await browser.signIn(account.email);
    return { account, browser };
  };
  const sees = async ({ browser }: Colleague) =>
    (await browser.get(visitPath(stage.visit.visitId))).status === 200;
  const mayJoin = async ({ browser }: Colleague) =>
    (await browser.post(visitPath(stage.visit.visitId, '/meeting-access'))).status === 200;
  const ref = () => ({ organisationId: stage.world.organisationId, visitId: stage.visit.visitId });
  const seatOf = async ({ account }: Colleague) => {
    const { visitId } = stage.visit;
    const where = { visitId, professionalId: account.id };
    const row = await stage.api.dataSource.manager.findOneByOrFail(Participant, where);
    const read = await stage.api.get(MeetingAdmission).read(ref());
    return read?.participants.find((one) => one.participantId === row.id);
  };
  /** They sit in the meeting, as a meeting node would report it. */
  const sit = async ({ account }: Colleague) => {
    const where = { visitId: stage.visit.visitId, professionalId: account.id };
    await stage.api.dataSource.manager.update(Participant, where, {
      connectedNodeId: stage.nodeId,
    });
  };
  const done = async (asked: ReturnType<ApiClient['post']>) => {
    expect((await asked).status).toBe(204);
  };
  const changeTeam = (teamId: string, members: { professionalId: string; leads: boolean }[]) =>
    done(
      stage.admin.post(`/api/teams/${teamId}`, { name: `Tiimi ${teamId}`, members, version: 1 }),
    );
  const standIn = ({ account }: Colleague, days: { firstDay: string; lastDay: string }) => {
    const who = { absentId: stage.visit.account.id, standInId: account.id };
    return standInFor(stage.api.dataSource, { world: stage.world, ...who, ...days });
  };
  const shareIt = ({ account }: Colleague) =>
    done(
      stage.visit.professional.post(visitPath(stage.visit.visitId, '/shares'), {
        professionalId: account.id,
      }),
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
        const path = visitPath(stage.visit.visitId, `/shares/${who.account.id}/end`);
        return () => done(stage.visit.professional.post(path));
      },
    ],
    [
      'a stand-in that is ended',
      ['professional'],
      async (who) => {
        const id = await standIn(who, { firstDay: TODAY, lastDay: TODAY });
        return () => done(stage.visit.professional.post(`/api/stand-ins/${id}/remove`));
      },
    ],
    [
      'a stand-in for somebody who hands the visit over',
      ['professional'],
      async (who) => {
        await standIn(who, { firstDay: TODAY, lastDay: TODAY });
        const { id } = await buildProfessional(stage.api.dataSource, stage.world);
        const path = visitPath(stage.visit.visitId, '/hand-over');
        return () => done(stage.visit.professional.post(path, { professionalId: id }));
      },
    ],
    [
      'a team that its professional leaves',
      ['team-lead'],
      async ({ account }) => {
        const lead = { professionalId: account.id, leads: true };
        const members = [stage.visit.account.id];
        const team = await buildTeam(stage.api.dataSource, stage.world, {
          leads: [account.id],
          members,
        });
        return () => changeTeam(team, [lead]);
      },
    ],
    [
      'a team that is led by somebody else',
      ['team-lead'],
      async ({ account }) => {
        const ids = [stage.visit.account.id, account.id];
        const team = await buildTeam(stage.api.dataSource, stage.world, {
          leads: [account.id],
          members: [stage.visit.account.id],
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
        const members = [stage.visit.account.id];
        const team = await buildTeam(stage.api.dataSource, stage.world, {
          leads: [account.id],
          members,
        });
        return () => done(stage.admin.post(`/api/teams/${team}/remove`));
      },
    ],
    [
      'the role of a lead that is taken away',
      ['professional', 'team-lead'],
      async ({ account }) => {
        const members = [stage.visit.account.id];
        await buildTeam(stage.api.dataSource, stage.world, { leads: [account.id], members });
        const wish = { displayName: 'Sanna Salonen', roles: ['professional'], version: 1 };
        return () => done(stage.admin.post(`/api/staff/${account.id}`, wish));
      },
    ],
    [
      'the role that meets clients, taken away',
      ['professional'],
      async (who) => {
        await shareIt(who);
        const wish = { displayName: 'Sanna Salonen', roles: ['admin'], version: 1 };
        return () => done(stage.admin.post(`/api/staff/${who.account.id}`, wish));
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
    const { told, stop } = await hearVisits(stage.api, stage.world);
    const stream = await fetch(`${stage.api.origin}/api/visit-changes`, {
      headers: who.browser.headers(),
    });
    const read = stream.text();
    await leave();
    await eventually('whoever holds the visit is told', () => told.includes(stage.visit.visitId));
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
      await stage.api.dataSource.manager.update(BookingRow, { id: stage.visit.booking.id }, plan);
      seen.push([startsAt, await sees(who)]);
    }
    expect(seen.map(([, isSeen]) => isSeen)).toEqual([false, true, true, false]);
  });

  it('as a stand-in lasts until the end of the last day, and the seat as long', async () => {
    const who = await colleague();
    await standIn(who, { firstDay: TODAY, lastDay: TODAY });
    const midnight = startOfLocalDate(addDays(TODAY, 1)).getTime();
    stage.api.clock.set(new Date(midnight - 1).toISOString());
    await announceNode(stage.api, { nodeId: stage.nodeId });
    await who.browser.signInAgain();
    expect([
      await sees(who),
      (await who.browser.post(visitPath(stage.visit.visitId, '/meeting-access'))).status,
    ]).toEqual([true, 200]);
    expect(await seatOf(who)).toMatchObject({ admission: 'admitted' });
    stage.api.clock.set(new Date(midnight).toISOString());
    expect([await sees(who), await mayJoin(who)]).toEqual([false, false]);
    expect(await seatOf(who)).toMatchObject({ admission: 'outside' });
  });

  it('as a stand-in goes from an open page too: its stream ends with the last day, and it reads anew', async () => {
    const who = await colleague();
    await standIn(who, { firstDay: TODAY, lastDay: TODAY });
    const midnight = startOfLocalDate(addDays(TODAY, 1)).getTime();
    stage.api.clock.set(new Date(midnight - 1));
    await who.browser.signInAgain();
    const listed = async () => {
      const { json } = await who.browser.get(`/api/bookings?from=${TODAY}&to=${TODAY}`);
      return JSON.stringify(json).includes(stage.visit.visitId);
    };
    expect(await listed()).toBe(true);
    const stream = await fetch(`${stage.api.origin}/api/visit-changes`, {
      headers: who.browser.headers(),
    });
    const read = stream.text();
    stage.api.clock.advance(1);
    await read;
    expect(await listed()).toBe(false);
  });

  it('as a stand-in lasts to the booked end of a visit over the last midnight, and the seat as long', async () => {
    const who = await colleague();
    await standIn(who, { firstDay: TODAY, lastDay: TODAY });
    const midnight = startOfLocalDate(addDays(TODAY, 1)).getTime();
    const [startsAt, endsAt] = [new Date(midnight - 30 * 60_000), new Date(midnight + 15 * 60_000)];
    await stage.api.dataSource.manager.update(
      BookingRow,
      { id: stage.visit.booking.id },
      { startsAt, endsAt },
    );
    stage.api.clock.set(new Date(endsAt.getTime() - 1).toISOString());
    await who.browser.signInAgain();
    expect([await sees(who), await mayJoin(who)]).toEqual([true, true]);
    expect(await seatOf(who)).toMatchObject({ admission: 'admitted' });
    stage.api.clock.set(endsAt.toISOString());
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
    await standInFor(stage.api.dataSource, { world: stage.world, ...chain, ...days });
    await buildTeam(stage.api.dataSource, stage.world, {
      leads: [lead.account.id],
      members: [first.account.id],
    });
    expect([await sees(first), await sees(second), await sees(lead)]).toEqual([true, false, false]);
  });
});
