import { randomUUID } from 'node:crypto';
import {
  VISIT_CLOSES_MINUTES_AFTER,
  bookingListSchema,
  doorSessionSchema,
  staffHandOverSchema,
  type StaffRole,
} from '@tapaamo/contracts';
import { StaffInvitation, type Professional } from '@tapaamo/professional';
import { VisitRow } from '@tapaamo/visit';
import { BookingRow } from '@tapaamo/booking';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { book, linkOf } from '../../support/builders/booking-builder.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import { buildTeam, share, standInFor } from '../../support/builders/team-builder.js';
import { announceNode, meet, openDoor, readVisit, visitPath } from '../../support/door.js';
import { eventually } from '../../support/eventually.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

describe('handing over', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let other: TestOrganisation;
  let visit: BookedVisit;
  let successor: Professional;
  let successorsBrowser: ApiClient;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    other = await buildWorld(api.dataSource, { name: 'Toinen' });
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    await announceNode(api);
    visit = await bookedVisit(api, world.service);
    successor = await buildProfessional(api.dataSource, world, { displayName: 'Kerttu Jatkaja' });
    successorsBrowser = await signedIn(successor);
  });

  afterAll(async () => {
    await api.close();
  });

  const signedIn = async ({ email }: Professional) => {
    const browser = api.client();
    await browser.signIn(email);
    return browser;
  };
  const handOver = (browser: ApiClient, professionalId: string) =>
    browser.post(visitPath(visit.visitId, '/hand-over'), { professionalId });
  const codeOf = async (answer: Promise<Awaited<ReturnType<typeof handOver>>>) => {
    const got = await answer;
    return got.status < 400 ? got.status : expectProblem(got).code;
  };
  const listOf = async (browser: ApiClient) =>
    expectAnswer(
      await browser.get('/api/bookings?from=2027-02-10&to=2027-02-28'),
      200,
      bookingListSchema,
    ).bookings.map(({ visitId, relation, professional }) => [
      visitId,
      relation,
      professional.displayName,
    ]);
  const handedOver = async () =>
    (await entriesOf(api, world.organisationId)).filter(
      ({ event }) => event === 'booking.handed-over',
    );

  it('makes the visit the colleague’s own and nobody else’s, and the client sees another name', async () => {
    const { professional, visitId, account, client, link } = visit;
    await share(api.dataSource, { world, visitId, professionalId: successor.id });
    const before = await openDoor(client, link);
    expect(await codeOf(handOver(professional, successor.id))).toBe(204);
    expect((await professional.get(visitPath(visitId))).status).toBe(404);
    expect(await listOf(professional)).toEqual([]);
    expect(await listOf(successorsBrowser)).toEqual([[visitId, 'own', 'Kerttu Jatkaja']]);
    const read = await readVisit(successorsBrowser, visitId);
    expect(read).toMatchObject({ relation: 'own', sharedWith: [] });
    expect(read.participants.map(({ role, name }) => [role, name]).sort()).toEqual([
      ['client', 'Aino Virtanen'],
      ['professional', 'Kerttu Jatkaja'],
    ]);
    expect(read.ownParticipantId).not.toBeNull();
    const after = expectAnswer(await client.get('/api/door'), 200, doorSessionSchema);
    expect(JSON.stringify(after)).toBe(
      JSON.stringify(before).replace(account.displayName, 'Kerttu Jatkaja'),
    );
    expect((await handedOver()).at(-1)).toMatchObject({
      actorId: account.id,
      targetId: visitId,
      visits: [visitId],
      details: { fromId: account.id, toId: successor.id },
    });
  });

  it('is told to the pages of both', async () => {
    const pages = await Promise.all(
      [visit.professional, successorsBrowser].map((browser) =>
        fetch(`${api.origin}/api/visit-changes`, { headers: browser.headers() }),
      ),
    );
    const [theirs, colleagues] = pages.map((page) => {
      const heard = { text: '', over: false };
      void (async () => {
        for await (const chunk of page.body ?? []) {
          heard.text += Buffer.from(chunk as Uint8Array).toString();
        }
        heard.over = true;
      })().catch(() => undefined);
      return heard;
    });
    await handOver(visit.professional, successor.id);
    await eventually('the new one hears of the visit', () =>
      colleagues?.text.includes(visit.visitId),
    );
    await eventually('the old one must read anew', () => theirs?.over);
    await visit.professional.post('/api/sign-out');
    await successorsBrowser.post('/api/sign-out');
  });

  it('is refused by the database when the colleague has a booking at that time', async () => {
    await book(successorsBrowser, world.service, { time: '10:30' });
    const answer = expectProblem(await handOver(visit.professional, successor.id));
    expect(answer).toMatchObject({
      code: 'booking.overlap',
      status: 409,
      fields: [{ field: 'professionalId', code: 'booking.overlap' }],
    });
    expect((await readVisit(visit.professional, visit.visitId)).relation).toBe('own');
    // Right after it is fine: an end is no overlap.
    const plan = {
      startsAt: new Date('2027-02-10T08:00:00Z'),
      endsAt: new Date('2027-02-10T08:30:00Z'),
    };
    await api.dataSource.manager.update(BookingRow, { id: visit.booking.id }, plan);
    expect(await codeOf(handOver(visit.professional, successor.id))).toBe(204);
  });

  it('is to a colleague who can meet clients, and everybody else is refused alike', async () => {
    const invited = await buildProfessional(api.dataSource, world);
    await api.dataSource.manager.insert(StaffInvitation, {
      id: randomUUID(),
      organisationId: world.organisationId,
      professionalId: invited.id,
      invitedBy: world.admin.id,
      secretHash: Buffer.alloc(32, 1),
      status: 'sent',
      attempts: 1,
      nextAttemptAt: api.clock.now(),
      expiresAt: api.clock.now(),
      acceptedAt: null,
      createdAt: api.clock.now(),
    });
    const closed = await buildProfessional(api.dataSource, world, {
      deactivatedAt: api.clock.now(),
    });
    for (const id of [
      invited.id,
      closed.id,
      world.admin.id,
      world.officer.id,
      other.colleague.id,
      randomUUID(),
    ]) {
      for (const path of ['/hand-over', '/shares']) {
        const answer = await visit.professional.post(visitPath(visit.visitId, path), {
          professionalId: id,
        });
        expect(expectProblem(answer)).toMatchObject({
          code: 'staff.cannot-meet-clients',
          status: 422,
          fields: [{ field: 'professionalId', code: 'staff.cannot-meet-clients' }],
        });
      }
    }
    expect(await codeOf(handOver(visit.professional, world.lead.id))).toBe(204);
  });

  it('is for who decides over the visit: a stand-in may, a colleague it is shared with may not', async () => {
    const { visitId, account } = visit;
    await share(api.dataSource, { world, visitId, professionalId: successor.id });
    expect(await codeOf(handOver(successorsBrowser, successor.id))).toBe(
      'access.denied-or-missing',
    );
    const path = visitPath(visitId, '/shares');
    const wish = { professionalId: world.colleague.id };
    expect((await successorsBrowser.post(path, wish)).status).toBe(404);
    expect((await successorsBrowser.post(`${path}/${successor.id}/end`)).status).toBe(404);
    const days = { firstDay: '2027-02-10', lastDay: '2027-02-10' };
    const who = { absentId: account.id, standInId: successor.id };
    await standInFor(api.dataSource, { world, ...who, ...days });
    const third = await buildProfessional(api.dataSource, world, { displayName: 'Kolmas' });
    expect(await codeOf(handOver(successorsBrowser, third.id))).toBe(204);
    expect(await listOf(await signedIn(third))).toEqual([[visitId, 'own', 'Kolmas']]);
  });

  it('is not to oneself: what a stand-in or a lead reaches does not outlive their tie', async () => {
    const { visitId, account } = visit;
    const days = { firstDay: '2027-02-10', lastDay: '2027-02-10' };
    await standInFor(api.dataSource, {
      world,
      absentId: account.id,
      standInId: successor.id,
      ...days,
    });
    const roles: StaffRole[] = ['professional', 'team-lead'];
    const lead = await buildProfessional(api.dataSource, world, { roles });
    await buildTeam(api.dataSource, world, { leads: [lead.id], members: [account.id] });
    const before = (await handedOver()).length;
    for (const [person, browser] of [
      [successor, successorsBrowser],
      [lead, await signedIn(lead)],
    ] as const) {
      for (const id of [person.id, person.id.toUpperCase()]) {
        expect(await codeOf(handOver(browser, id))).toBe('staff.not-oneself');
      }
    }
    expect(await handedOver()).toHaveLength(before);
    expect((await readVisit(visit.professional, visitId)).relation).toBe('own');
  });

  it('and sharing are over when the visit has ended', async () => {
    await visit.professional.post(visitPath(visit.visitId, '/end'));
    expect(await codeOf(handOver(visit.professional, successor.id))).toBe('visit.ended');
    const sharing = visit.professional.post(visitPath(visit.visitId, '/shares'), {
      professionalId: successor.id,
    });
    expect(await codeOf(sharing)).toBe('visit.ended');
  });

  it('to whose it is already changes nothing and is told to nobody', async () => {
    const before = (await handedOver()).length;
    expect(await codeOf(handOver(visit.professional, visit.account.id))).toBe(204);
    expect(await handedOver()).toHaveLength(before);
  });

  describe('everything that somebody who leaves has ahead of them', () => {
    let admin: ApiClient;

    beforeEach(async () => {
      admin = await signedIn(world.admin);
    });

    const all = (staffId: string, professionalId: string) =>
      admin.post(`/api/staff/${staffId}/hand-over`, { professionalId });

    /** Holds a visit’s row as somebody who is changing it does. @returns Their transaction and its end. */
    const hold = async (visitId: string) => {
      const runner = api.dataSource.createQueryRunner();
      await runner.startTransaction();
      const lock = { mode: 'pessimistic_write' } as const;
      await runner.manager.findOneOrFail(VisitRow, { where: { id: visitId }, lock });
      const release = async () => {
        await runner.commitTransaction();
        await runner.release();
      };
      return { tx: runner.manager, release };
    };
    const somebodyWaits = async () => {
      const [found] = await api.dataSource.query<{ count: string }[]>(
        `SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
      );
      return found?.count === '1';
    };

    it('moves, but for what has ended and what the colleague has no time for, told by its times', async () => {
      const { professional, account, visitId } = visit;
      const [later, busy, ended] = [
        await book(professional, world.service, { date: '2027-02-12' }),
        await book(professional, world.service, { date: '2027-02-11', clientName: 'Pekka Niemi' }),
        await book(professional, world.service, { date: '2027-02-13' }),
      ];
      await professional.post(visitPath(ended.visitId, '/end'));
      const own = await book(successorsBrowser, world.service, {
        date: '2027-02-11',
        time: '10:00',
      });
      const answer = await all(account.id, successor.id);
      expect(expectAnswer(answer, 200, staffHandOverSchema)).toEqual({
        handedOver: 2,
        overlapping: [{ startsAt: busy.startsAt, endsAt: busy.endsAt }],
      });
      expect(answer.text).not.toMatch(/Aino|Niemi|neuvonta|358/);
      const moved = [visitId, own.visitId, later.visitId];
      expect((await listOf(successorsBrowser)).map(([id]) => id)).toEqual(moved);
      expect((await listOf(professional)).map(([id]) => id)).toEqual([busy.visitId, ended.visitId]);
      const told = (await handedOver()).filter(({ actorId }) => actorId === world.admin.id);
      expect(told.map(({ targetId }) => targetId)).toEqual([visitId, later.visitId]);
    });

    it('does not move to the admin who decides it', async () => {
      const roles: StaffRole[] = ['admin', 'professional'];
      const taker = await buildProfessional(api.dataSource, world, { roles });
      const browser = await signedIn(taker);
      const path = `/api/staff/${visit.account.id}/hand-over`;
      const { code } = expectProblem(await browser.post(path, { professionalId: taker.id }));
      expect(code).toBe('staff.not-oneself');
      expect(await listOf(visit.professional)).toHaveLength(1);
    });

    it('moves also when the account is closed already, and the link of the client goes on', async () => {
      await admin.post(`/api/staff/${visit.account.id}/deactivate`);
      const answer = await all(visit.account.id, successor.id);
      expect(expectAnswer(answer, 200, staffHandOverSchema).handedOver).toBe(1);
      await openDoor(visit.client, await linkOf(api, visit.visitId));
      expect((await readVisit(successorsBrowser, visit.visitId)).relation).toBe('own');
    });

    it('moves a call that goes on past its booked end, and leaves what the clock ought to have ended', async () => {
      const end = Date.parse(visit.booking.endsAt) + VISIT_CLOSES_MINUTES_AFTER * 60_000;
      await meet(api, visit);
      api.clock.set(new Date(end).toISOString());
      await admin.signInAgain();
      const nothing = await all(visit.account.id, successor.id);
      expect(expectAnswer(nothing, 200, staffHandOverSchema).handedOver).toBe(0);
      api.clock.set(new Date(end - 1).toISOString());
      const something = await all(visit.account.id, successor.id);
      expect(expectAnswer(something, 200, staffHandOverSchema).handedOver).toBe(1);
      await successorsBrowser.signInAgain();
      expect((await readVisit(successorsBrowser, visit.visitId)).relation).toBe('own');
    });

    it('moves each by itself: one that somebody holds keeps no other, and no colleague from booking', async () => {
      const later = await book(visit.professional, world.service, { date: '2027-02-12' });
      const { release } = await hold(later.visitId);
      const asked = all(visit.account.id, successor.id);
      await eventually('it waits for the second', somebodyWaits);
      expect((await listOf(successorsBrowser)).map(([id]) => id)).toEqual([visit.visitId]);
      await book(successorsBrowser, world.service, { date: '2027-02-15' });
      await release();
      expect(expectAnswer(await asked, 200, staffHandOverSchema).handedOver).toBe(2);
    });

    it('leaves what another colleague was given meanwhile', async () => {
      const third = await buildProfessional(api.dataSource, world);
      const { id } = visit.booking;
      const { tx, release } = await hold(visit.visitId);
      const asked = all(visit.account.id, successor.id);
      await eventually('it waits for the visit', somebodyWaits);
      await tx.update(BookingRow, { id }, { professionalId: third.id });
      await release();
      expect(expectAnswer(await asked, 200, staffHandOverSchema)).toEqual({
        handedOver: 0,
        overlapping: [],
      });
      const row = await api.dataSource.manager.findOneByOrFail(BookingRow, { id });
      expect(row.professionalId).toBe(third.id);
    });

    it('moves in spite of one that fails, which is told afterwards and moves when it is asked again', async () => {
      const later = await book(visit.professional, world.service, { date: '2027-02-12' });
      await api.dataSource.query(`
        CREATE FUNCTION refuse_hand_over() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN RAISE EXCEPTION 'no'; END $$`);
      await api.dataSource.query(
        `CREATE TRIGGER refuse_hand_over BEFORE UPDATE ON booking FOR EACH ROW
         WHEN (OLD.id = '${visit.booking.id}') EXECUTE FUNCTION refuse_hand_over()`,
      );
      expect((await all(visit.account.id, successor.id)).status).toBe(500);
      await api.dataSource.query('DROP TRIGGER refuse_hand_over ON booking');
      expect(api.log.of('visit.not-handed-over')).toEqual([
        expect.objectContaining({ visitId: visit.visitId }),
      ]);
      expect((await listOf(successorsBrowser)).map(([id]) => id)).toEqual([later.visitId]);
      const again = await all(visit.account.id, successor.id);
      expect(expectAnswer(again, 200, staffHandOverSchema).handedOver).toBe(1);
    });

    it('is of an account of the organisation, to a colleague of it', async () => {
      expect(await codeOf(all(randomUUID(), successor.id))).toBe('access.denied-or-missing');
      expect(await codeOf(all(other.professional.id, successor.id))).toBe(
        'access.denied-or-missing',
      );
      const outside = all(visit.account.id, other.professional.id);
      expect(await codeOf(outside)).toBe('staff.cannot-meet-clients');
    });
  });
});
