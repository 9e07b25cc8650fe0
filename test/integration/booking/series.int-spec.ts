import { BookingRow } from '@tapaamo/booking';
import { bookingListSchema, bookingSchema, type Booking } from '@tapaamo/contracts';
import { VisitRow } from '@tapaamo/visit';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { book, bookingRequest, clientOf } from '../../support/builders/booking-builder.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import { entriesOf } from '../../support/audit.js';
import { visitPath } from '../../support/door.js';
import { standInFor } from '../../support/builders/team-builder.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const weekly = (times: number, skip?: string[]) => ({ everyWeeks: 1, times, skip });

describe('a series of visits', () => {
  let api: TestApi;
  let runner: TestJobRunner;
  let world: TestOrganisation;
  let professional: ApiClient;

  beforeAll(async () => {
    api = await startApi();
    runner = await startJobRunner(api);
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    await api.dataSource.query('TRUNCATE booking CASCADE');
    world = await buildWorld(api.dataSource);
    professional = api.client();
    await professional.signIn((await buildProfessional(api.dataSource, world)).email);
  });

  afterAll(async () => {
    await runner.close();
    await api.close();
  });

  const list = async (from: string, to: string): Promise<Booking[]> => {
    const answer = await professional.get(`/api/bookings?from=${from}&to=${to}`);
    return expectAnswer(answer, 200, bookingListSchema).bookings;
  };
  const refusal = async (repeat: object, changes: object = {}) =>
    expectProblem(
      await professional.post(
        '/api/bookings',
        bookingRequest(world.service, { repeat, ...changes }),
      ),
    );

  it('has the same local time each week, summer or winter, and a key, a link and an end for each visit', async () => {
    const first = await book(professional, world.service, {
      date: '2027-03-17',
      repeat: weekly(4, ['2027-03-31']),
    });
    const visits = await list('2027-03-15', '2027-04-20');
    expect(visits.map(({ startsAt }) => startsAt)).toEqual([
      '2027-03-17T08:15:00.000Z',
      '2027-03-24T08:15:00.000Z',
      '2027-04-07T07:15:00.000Z',
    ]);
    expect(new Set(visits.map(({ seriesId }) => seriesId))).toEqual(new Set([first.seriesId]));
    expect(first.seriesId).not.toBeNull();
    expect(new Set(visits.map(({ purgeDueAt }) => purgeDueAt)).size).toBe(3);
    const links = await Promise.all(visits.map(({ visitId }) => clientOf(api, visitId)));
    expect(new Set(links.map(({ linkHash }) => linkHash?.toString('hex'))).size).toBe(3);
  });

  it('is told of one visit at a time: the first at once, each later one a week before', async () => {
    await book(professional, world.service, { repeat: { everyWeeks: 2, times: 3 } });
    const daysOfSent = () => runner.sms.record.sent.map(({ text }) => /\d+\.\d+\./.exec(text)?.[0]);
    runner.sms.record.sent.length = 0;
    await runner.deliver();
    expect(daysOfSent()).toEqual(['10.2.']);
    api.clock.set('2027-02-17T06:59:00.000Z');
    await runner.deliver();
    expect(daysOfSent()).toHaveLength(1);
    api.clock.set('2027-02-17T07:00:00.000Z');
    await runner.deliver();
    expect(daysOfSent()).toEqual(['10.2.', '24.2.']);
  });

  it('moves, ends and is forgotten one visit at a time', async () => {
    const first = await book(professional, world.service, { repeat: weekly(3) });
    const cancelled = await professional.post(visitPath(first.visitId, '/cancel'), {
      version: 1,
      reason: 'professional-away',
    });
    expectAnswer(cancelled, 200, bookingSchema);
    const [, second, third] = await list('2027-02-10', '2027-02-28');
    expect([second?.status, third?.status]).toEqual(['booked', 'booked']);
    api.clock.set('2027-03-11T08:00:00.000Z');
    await runner.sweep();
    const left = await api.dataSource.manager.findBy(VisitRow, {
      organisationId: world.organisationId,
    });
    expect(left.map(({ id }) => id).sort()).toEqual([second?.visitId, third?.visitId].sort());
  });

  it('is called off from one visit on, and who has heard of none of the later ones hears nothing', async () => {
    await book(professional, world.service, { date: '2027-02-17', repeat: weekly(5) });
    await runner.deliver();
    const [, second, third] = await list('2027-02-10', '2027-03-31');
    const wish = { version: third?.version, reason: 'client-asked', following: true };
    const path = visitPath(third?.visitId ?? '', '/cancel');
    expect((await professional.post(path, wish)).status).toBe(200);
    const after = await list('2027-02-10', '2027-03-31');
    expect(after.map(({ status }) => status)).toEqual([
      'booked',
      'booked',
      'cancelled',
      'cancelled',
      'cancelled',
    ]);
    expect(after.slice(2).map(({ cancelReason }) => cancelReason)).toEqual(
      Array.from({ length: 3 }, () => 'client-asked'),
    );
    const before = runner.sms.record.sent.length;
    await runner.deliver();
    expect(runner.sms.record.sent).toHaveLength(before);
    // Each had its own: they are told one by one, and forgotten one by one.
    const told = (await entriesOf(api, world.organisationId)).filter(
      ({ event }) => event === 'booking.cancelled',
    );
    expect(told.map(({ visits }) => visits)).toEqual(after.slice(2).map((one) => [one.visitId]));
    const alone = { version: second?.version, reason: 'other' };
    await professional.post(visitPath(second?.visitId ?? '', '/cancel'), alone);
    const statuses = (await list('2027-02-10', '2027-03-31')).map(({ status }) => status);
    expect(statuses.slice(0, 2)).toEqual(['booked', 'cancelled']);
  });

  it('keeps what took place, and what a colleague has by now, when its rest is called off', async () => {
    await book(professional, world.service, { date: '2027-02-17', repeat: weekly(4) });
    const visits = await list('2027-02-10', '2027-03-31');
    const [first, met, handed] = visits;
    await api.dataSource.manager.update(
      VisitRow,
      { id: met?.visitId ?? '' },
      { lastMetAt: api.clock.now() },
    );
    const colleague = await buildProfessional(api.dataSource, world);
    await api.dataSource.manager.update(
      BookingRow,
      { id: handed?.id ?? '' },
      { professionalId: colleague.id },
    );
    const wish = { version: first?.version, reason: 'other', following: true };
    await professional.post(visitPath(first?.visitId ?? '', '/cancel'), wish);
    const rows = await api.dataSource.manager.find(BookingRow, { order: { startsAt: 'ASC' } });
    expect(rows.map(({ status }) => status)).toEqual([
      'cancelled',
      'booked',
      'booked',
      'cancelled',
    ]);
  });

  it('is called off by a stand-in as far as they stand in', async () => {
    const account = await buildProfessional(api.dataSource, world);
    await professional.signIn(account.email);
    await book(professional, world.service, { date: '2027-02-17', repeat: weekly(4) });
    const standIn = await buildProfessional(api.dataSource, world);
    const days = { firstDay: '2027-02-10', lastDay: '2027-02-24' };
    const who = { world, absentId: account.id, standInId: standIn.id };
    await standInFor(api.dataSource, { ...who, ...days });
    const [first] = await list('2027-02-10', '2027-03-31');
    const acting = api.client();
    await acting.signIn(standIn.email);
    const wish = { version: first?.version, reason: 'professional-away', following: true };
    const answer = await acting.post(visitPath(first?.visitId ?? '', '/cancel'), wish);
    expect(answer.status).toBe(200);
    const statuses = (await list('2027-02-10', '2027-03-31')).map(({ status }) => status);
    expect(statuses).toEqual(['cancelled', 'cancelled', 'booked', 'booked']);
  });

  it('names every day that is taken, books none of them, and can leave them out', async () => {
    await book(professional, world.service, { date: '2027-02-17', time: '10:30' });
    await book(professional, world.service, { date: '2027-03-03' });
    const { code, fields } = await refusal(weekly(4));
    expect(code).toBe('booking.series-overlap');
    expect(fields?.map(({ field }) => field)).toEqual(['repeat.2027-02-17', 'repeat.2027-03-03']);
    await expect(list('2027-02-10', '2027-03-10')).resolves.toHaveLength(2);
    await book(professional, world.service, {
      repeat: weekly(4, ['2027-02-17', '2027-03-03']),
    });
    await expect(list('2027-02-10', '2027-03-10')).resolves.toHaveLength(4);
  });

  it('names the later day on which its time is skipped', async () => {
    const { code, fields } = await refusal(weekly(2), { date: '2027-03-21', time: '03:30' });
    expect([code, fields]).toEqual([
      'booking.time-does-not-exist',
      [{ field: 'repeat.2027-03-28', code: 'booking.time-does-not-exist' }],
    ]);
  });

  it('keeps its later invitation a week before when it is moved', async () => {
    await book(professional, world.service, { repeat: { everyWeeks: 2, times: 2 } });
    const [, second] = await list('2027-02-10', '2027-02-28');
    await professional.post(visitPath(second?.visitId ?? '', '/time'), {
      version: 1,
      date: '2027-02-26',
      time: '10:15',
      durationMinutes: 30,
    });
    runner.sms.record.sent.length = 0;
    await runner.deliver();
    expect(runner.sms.record.sent).toHaveLength(1);
    api.clock.set('2027-02-19T07:00:00.000Z');
    await runner.deliver();
    expect(runner.sms.record.sent[1]?.text).toContain('26.2.');
  });

  it.each([
    ['goes beyond a year', weekly(52), { date: '2027-03-10' }, 'booking.series-too-far'],
    [
      'has no day left',
      weekly(2, ['2027-02-10', '2027-02-17']),
      {},
      'booking.series-without-visit',
    ],
    ['is of one visit', weekly(1), {}, 'request.invalid'],
    ['is of too many', weekly(53), {}, 'request.invalid'],
    ['repeats each third week', { everyWeeks: 3, times: 2 }, {}, 'request.invalid'],
    ['has a field of its own', { ...weekly(2), seriesId: 'x' }, {}, 'request.invalid'],
    [
      'meets the hour that is skipped',
      weekly(2),
      { date: '2027-03-21', time: '03:30' },
      'booking.time-does-not-exist',
    ],
  ])('that %s is refused, and nothing of it is booked', async (_, repeat, changes, code) => {
    expect((await refusal(repeat, changes)).code).toBe(code);
    await expect(list('2027-02-10', '2027-04-01')).resolves.toEqual([]);
  });
});
