import { bookingListSchema } from '@tapaamo/contracts';
import { VisitCount } from '@tapaamo/statistics';
import { VisitRow } from '@tapaamo/visit';
import { expectAnswer, expectProblem } from '../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { book, bookingRequest, sealedClientOf } from '../../support/builders/booking-builder.js';
import { announceNode, enter, meet, openDoor, readVisit, visitPath } from '../../support/door.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

describe('the end of a visit', () => {
  let api: TestApi;
  let runner: TestJobRunner;
  let world: TestOrganisation;

  beforeAll(async () => {
    api = await startApi();
    runner = await startJobRunner(api);
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    world = await buildWorld(api.dataSource);
    await announceNode(api);
  });

  afterAll(async () => {
    await runner.close();
    await api.close();
  });

  const end = async ({ professional, visitId }: BookedVisit, at?: string) => {
    api.clock.set(at ?? api.clock.now());
    await professional.signInAgain();
    const answer = await professional.post(visitPath(visitId, '/end'));
    expect(answer.status).toBe(204);
  };
  const arrive = async ({ client, link }: BookedVisit) => {
    await openDoor(client, link);
    await enter(client);
  };
  const rowOf = ({ visitId }: BookedVisit) =>
    api.dataSource.manager.findOneByOrFail(VisitRow, { id: visitId });
  const keyOf = ({ visitId }: BookedVisit) => api.keys.of(visitId);
  const counts = async () =>
    (await api.dataSource.manager.findBy(VisitCount, { organisationId: world.organisationId })).map(
      ({ month, outcome, visits }) => [month, outcome, visits],
    );

  it('is "fulfilled" when the client came and "noshow" when not, whatever button was pressed', async () => {
    const came = await bookedVisit(api, world.service);
    const stayedAway = await bookedVisit(api, world.service);
    await arrive(came);
    await end(came, '2027-02-10T08:40:00Z');
    await end(stayedAway, '2027-02-10T16:00:00Z');
    await expect(readVisit(came.professional, came.visitId)).resolves.toMatchObject({
      status: 'fulfilled',
      endedAt: '2027-02-10T08:40:00.000Z',
    });
    await expect(readVisit(stayedAway.professional, stayedAway.visitId)).resolves.toMatchObject({
      status: 'noshow',
      // From the booked end on, however late somebody pressed the button.
      purgeDueAt: '2027-03-10T08:45:00.000Z',
    });
    await expect(counts()).resolves.toEqual(
      expect.arrayContaining([
        ['2027-02-01', 'fulfilled', 1],
        ['2027-02-01', 'noshow', 1],
      ]),
    );
  });

  it('is cancelled, and missed by nobody, when it is ended before its time', async () => {
    const visit = await bookedVisit(api, world.service);
    await end(visit);
    await expect(readVisit(visit.professional, visit.visitId)).resolves.toMatchObject({
      status: 'cancelled',
    });
  });

  it('before its time counts from that moment: due instant and key move to an earlier day', async () => {
    const visit = await bookedVisit(api, world.service, { date: '2027-02-24' });
    const before = await keyOf(visit);
    await end(visit);
    const after = await keyOf(visit);
    expect([before.dueDay, after.dueDay]).toEqual(['2027-03-24', '2027-03-10']);
    expect(after.dueAt.toISOString()).toBe('2027-03-10T08:00:00.000Z');
    expect((await rowOf(visit)).purgeDueAt.toISOString()).toBe('2027-03-10T08:00:00.000Z');
    expect(after.wrappedKey).not.toEqual(before.wrappedKey);
    await expect(sealedClientOf(api, visit.visitId)).resolves.toMatchObject({
      name: 'Aino Virtanen',
    });
    api.clock.set('2027-03-10T08:00:00.000Z');
    await expect(sealedClientOf(api, visit.visitId)).rejects.toThrow();
    await runner.sweep();
    await expect(
      api.dataSource.manager.findOneBy(VisitRow, { id: visit.visitId }),
    ).resolves.toBeNull();
  });

  it.each([
    ['who came', true, '2027-02-10T08:20:00Z'],
    ['who stayed away', false, '2027-02-10T08:25:00Z'],
  ])('gives back what is left of the time of a client %s', async (_, came, at) => {
    const visit = await bookedVisit(api, world.service, { durationMinutes: 60 });
    if (came) {
      await arrive(visit);
    }
    const next = { time: '10:30', durationMinutes: 60 };
    const before = await visit.professional.post(
      '/api/bookings',
      bookingRequest(world.service, next),
    );
    expect(expectProblem(before).code).toBe('booking.overlap');
    await end(visit, at);
    const following = await book(visit.professional, world.service, next);
    await end({ ...visit, visitId: following.visitId });
  });

  it('changes nothing the second time', async () => {
    const visit = await bookedVisit(api, world.service);
    await arrive(visit);
    await end(visit, '2027-02-10T08:40:00Z');
    const before = await rowOf(visit);
    await end(visit, '2027-02-10T09:40:00Z');
    await expect(rowOf(visit)).resolves.toEqual(before);
    await expect(counts()).resolves.toEqual([['2027-02-01', 'fulfilled', 1]]);
  });

  it('gives up an invitation that still waits to be sent', async () => {
    const visit = await bookedVisit(api, world.service);
    const other = await bookedVisit(api, world.service);
    await end(visit, '2027-02-10T08:20:00Z');
    await runner.deliver();
    const texts = runner.sms.record.sent.map(({ text }) => text).join();
    expect(texts).not.toContain(visit.link);
    expect(texts).toContain(other.link);
    const answer = await visit.professional.get('/api/bookings?from=2027-02-10&to=2027-02-11');
    const { bookings } = expectAnswer(answer, 200, bookingListSchema);
    expect(bookings[0]?.messages).toMatchObject([
      { kind: 'invitation', channel: 'sms', status: 'withdrawn' },
    ]);
  });

  it('is counted once when the professional, the clock and another page end it at once', async () => {
    const visit = await bookedVisit(api, world.service);
    api.clock.set('2027-02-10T21:00:00Z');
    await Promise.all([end(visit), end(visit), runner.closeOverdue(), runner.closeOverdue()]);
    await expect(counts()).resolves.toEqual([['2027-02-01', 'noshow', 1]]);
  });

  it('on time leaves the due instant and the key as they were', async () => {
    const visit = await bookedVisit(api, world.service);
    const before = await keyOf(visit);
    await end(visit, '2027-02-10T08:30:00Z');
    expect((await rowOf(visit)).purgeDueAt.toISOString()).toBe('2027-03-10T08:45:00.000Z');
    await expect(keyOf(visit)).resolves.toEqual(before);
  });

  it('after the booked time moves the due instant, and the key to the key of that day', async () => {
    const visit = await bookedVisit(api, world.service, { time: '23:15' });
    const before = await keyOf(visit);
    api.clock.set('2027-02-10T21:15:00Z');
    await visit.professional.signInAgain();
    await meet(api, visit);
    await end(visit, '2027-02-10T22:10:00Z');
    const after = await keyOf(visit);
    expect((await rowOf(visit)).purgeDueAt.toISOString()).toBe('2027-03-10T22:10:00.000Z');
    expect([before.dueDay, after.dueDay]).toEqual(['2027-03-10', '2027-03-11']);
    expect(after.dueAt.toISOString()).toBe('2027-03-10T22:10:00.000Z');
    expect(after.wrappedKey).not.toEqual(before.wrappedKey);
    await expect(sealedClientOf(api, visit.visitId)).resolves.toMatchObject({
      name: 'Aino Virtanen',
    });
    await api.keys.change(visit.visitId, { dueDay: before.dueDay });
    await expect(sealedClientOf(api, visit.visitId)).rejects.toThrow();
  });

  it('comes also when the visit’s key is damaged, and the due instant stays as it was', async () => {
    const visit = await bookedVisit(api, world.service);
    api.clock.set('2027-02-10T09:05:00Z');
    await meet(api, visit);
    await api.keys.change(visit.visitId, { wrappedKey: Buffer.alloc(60) });
    await end(visit);
    expect((await rowOf(visit)).purgeDueAt.toISOString()).toBe('2027-03-10T08:45:00.000Z');
    expect(api.log.of('visit.key-not-moved')).toMatchObject([{ errorClass: 'VaultSealedError' }]);
  });

  it('comes by the clock twelve hours after the booked end, which is the anchor where nobody met', async () => {
    const visit = await bookedVisit(api, world.service);
    await arrive(visit);
    api.clock.set('2027-02-10T20:44:59.999Z');
    await expect(runner.closeOverdue()).resolves.toBe(0);
    api.clock.set('2027-02-10T20:45:00.000Z');
    await expect(runner.closeOverdue()).resolves.toBe(1);
    await expect(runner.closeOverdue()).resolves.toBe(0);
    const row = await rowOf(visit);
    expect(row.endedAt?.toISOString()).toBe('2027-02-10T08:45:00.000Z');
    expect(row.purgeDueAt.toISOString()).toBe('2027-03-10T08:45:00.000Z');
    await expect(counts()).resolves.toEqual([['2027-02-01', 'fulfilled', 1]]);
  });

  it('never lengthens the retention because somebody pressed the button days later', async () => {
    const visit = await bookedVisit(api, world.service);
    await arrive(visit);
    await end(visit, '2027-03-02T12:00:00Z');
    const row = await rowOf(visit);
    expect(row.endedAt?.toISOString()).toBe('2027-02-10T08:45:00.000Z');
    expect(row.purgeDueAt.toISOString()).toBe('2027-03-10T08:45:00.000Z');
  });

  it('by the clock reaches every visit, however many and whichever fail', async () => {
    const visits: BookedVisit[] = [];
    const account = await bookedVisit(api, world.service, { time: '10:15', durationMinutes: 5 });
    visits.push(account);
    await api.dataSource.query(
      `WITH plan AS (
         SELECT b.*, gen_random_uuid() AS new_id, n FROM booking b, generate_series(1, 250) n WHERE b.id = $1
       ), bookings AS (
         INSERT INTO booking (id, organisation_id, service_id, professional_id, starts_at, ends_at,
           identification_level, discreet, status, version, created_at, client_is_minor, non_disclosure, booked_by)
         SELECT new_id, organisation_id, service_id, professional_id, starts_at + n * interval '5 minutes',
           ends_at + n * interval '5 minutes', identification_level, discreet, status, version, created_at,
           client_is_minor, non_disclosure, booked_by FROM plan
       )
       INSERT INTO visit SELECT gen_random_uuid(), p.organisation_id, p.new_id, NULL, NULL,
         v.purge_due_at + n * interval '5 minutes', v.retention_policy_id, v.created_at FROM plan p JOIN visit v ON v.booking_id = p.id`,
      [account.booking.id],
    );
    await api.dataSource.query(`
      CREATE FUNCTION refuse_end() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'no'; END $$`);
    await api.dataSource.query(
      `CREATE TRIGGER refuse_end BEFORE UPDATE ON visit FOR EACH ROW WHEN (OLD.id = '${account.visitId}')
       EXECUTE FUNCTION refuse_end()`,
    );
    api.clock.set('2027-02-14T08:00:00Z');
    await expect(runner.closeOverdue()).resolves.toBe(250);
    await api.dataSource.query('DROP TRIGGER refuse_end ON visit');
    expect(runner.log.of('visit.not-closed')).toEqual([
      expect.objectContaining({ visitId: account.visitId }),
    ]);
    await expect(runner.closeOverdue()).resolves.toBe(1);
    await expect(counts()).resolves.toEqual([['2027-02-01', 'noshow', 251]]);
  });

  it('belongs to the professional of the visit', async () => {
    const visit = await bookedVisit(api, world.service);
    const other = await bookedVisit(api, world.service);
    const answer = await other.professional.post(visitPath(visit.visitId, '/end'));
    expect(expectProblem(answer).code).toBe('access.denied-or-missing');
    expect((await rowOf(visit)).endedAt).toBeNull();
  });

  it('is still listed with its outcome until it is forgotten', async () => {
    const visit = await bookedVisit(api, world.service);
    await end(visit, '2027-02-10T08:40:00Z');
    const list = async () =>
      expectAnswer(
        await visit.professional.get('/api/bookings?from=2027-02-10&to=2027-02-10'),
        200,
        bookingListSchema,
      ).bookings;
    await expect(list()).resolves.toMatchObject([
      { status: 'noshow', client: { name: 'Aino Virtanen' } },
    ]);
    api.clock.set('2027-03-10T08:45:00.000Z');
    await visit.professional.signInAgain();
    await expect(list()).resolves.toEqual([]);
  });
});
