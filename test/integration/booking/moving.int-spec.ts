import { bookingSchema, type Booking } from '@tapaamo/contracts';
import { VisitRow } from '@tapaamo/visit';
import { entriesOf } from '../../support/audit.js';
import { expectAnswer, expectProblem } from '../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { book, clientOf, sealedClientOf } from '../../support/builders/booking-builder.js';
import { buildService } from '../../support/builders/organisation-builder.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import { buildTeam, share, standInFor } from '../../support/builders/team-builder.js';
import {
  announceNode,
  comeIn,
  doorSession,
  enter,
  identify,
  openDoor,
  report,
  sessionIdsOf,
  visitPath,
} from '../../support/door.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const both = { clientEmail: 'aino@example.fi' };
const later = { version: 1, date: '2027-02-12', time: '13:00', durationMinutes: 30 };

describe('a visit that is moved or called off', () => {
  let api: TestApi;
  let runner: TestJobRunner;
  let world: TestOrganisation;

  beforeAll(async () => {
    api = await startApi();
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    world = await buildWorld(api.dataSource);
    await api.dataSource.query('TRUNCATE booking CASCADE');
    await announceNode(api);
    runner = await startJobRunner(api);
  });

  afterEach(async () => {
    await runner.close();
  });

  afterAll(async () => {
    await api.close();
  });

  const tryMoving = ({ professional, visitId }: BookedVisit, changes: object = {}) =>
    professional.post(visitPath(visitId, '/time'), { ...later, ...changes });
  const move = async (visit: BookedVisit, changes: object = {}): Promise<Booking> =>
    expectAnswer(await tryMoving(visit, changes), 200, bookingSchema);
  const tryCancelling = ({ professional, visitId }: BookedVisit, changes: object = {}) =>
    professional.post(visitPath(visitId, '/cancel'), {
      version: 1,
      reason: 'client-asked',
      ...changes,
    });
  const cancel = async (visit: BookedVisit): Promise<Booking> =>
    expectAnswer(await tryCancelling(visit), 200, bookingSchema);
  const sent = () => [...runner.sms.record.sent, ...runner.mail.record.sent];

  it('has its new time, due instant and key day, and the link still opens it', async () => {
    const visit = await bookedVisit(api, world.service);
    const tzdata = async () =>
      (await api.dataSource.manager.findOneByOrFail(VisitRow, { id: visit.visitId })).purgeTzdata;
    await expect(tzdata()).resolves.toBe(process.versions.tz);
    await api.dataSource.query('UPDATE visit SET purge_tzdata = NULL');
    const moved = await move(visit, { date: '2027-02-24' });
    await expect(tzdata()).resolves.toBe(process.versions.tz);
    expect(moved).toMatchObject({
      startsAt: '2027-02-24T11:00:00.000Z',
      endsAt: '2027-02-24T11:30:00.000Z',
      status: 'booked',
      version: 2,
      purgeDueAt: '2027-03-24T11:30:00.000Z',
    });
    const key = await api.keys.of(visit.visitId);
    expect(key.dueDay).toBe('2027-03-24');
    await expect(sealedClientOf(api, visit.visitId)).resolves.toMatchObject({
      name: 'Aino Virtanen',
    });
    const session = await openDoor(visit.client, visit.link);
    expect(session.view).toMatchObject({ startsAt: '2027-02-24T11:00:00.000Z' });
    // The earlier time is free again.
    await book(visit.professional, world.service);
  });

  it('is told to who has heard of it, with the link they have, in each way', async () => {
    const visit = await bookedVisit(api, world.service, both);
    await runner.deliver();
    await move(visit);
    await runner.deliver();
    const [, second, , mail] = sent();
    expect(sent()).toHaveLength(4);
    for (const message of [second, mail]) {
      expect(message?.text).toContain(visit.link);
      expect(message?.text).toMatch(/12\.2\.(2027)? klo 13\.00/);
    }
    expect(mail?.subject).toContain('Etätapaamisen uusi aika');
  });

  it('is never told at its earlier time: who was not invited yet is invited to the new one', async () => {
    const visit = await bookedVisit(api, world.service);
    const { messages } = await move(visit);
    expect(messages).toEqual([
      {
        participantId: visit.participantId,
        kind: 'invitation',
        channel: 'sms',
        status: 'withdrawn',
        failure: null,
        dueAt: null,
        isHeldUp: false,
      },
      {
        participantId: visit.participantId,
        kind: 'invitation',
        channel: 'sms',
        status: 'queued',
        failure: null,
        dueAt: '2027-02-10T08:00:00.000Z',
        isHeldUp: false,
      },
    ]);
    await runner.deliver();
    expect(sent()).toHaveLength(1);
    expect(sent()[0]?.text).toContain('12.2.');
    expect(sent()[0]?.text).toContain(visit.link);
  });

  it('is told after the message that is on its way, not before it', async () => {
    const visit = await bookedVisit(api, world.service);
    const order: string[] = [];
    const second = await startJobRunner(api);
    runner.sms.record.meanwhile = async () => {
      runner.sms.record.meanwhile = null;
      await cancel(visit);
      await second.deliver();
      order.push(`meanwhile ${String(second.sms.record.sent.length)}`);
    };
    await runner.deliver();
    await second.deliver();
    expect(order).toEqual(['meanwhile 0']);
    expect(runner.sms.record.sent[0]?.text).toContain(visit.link);
    expect(sent().concat(second.sms.record.sent).at(-1)?.text).toContain('peruttu');
    await second.close();
  });

  it('changes nothing and tells nobody when it is moved to where it is', async () => {
    const visit = await bookedVisit(api, world.service);
    const same = { date: '2027-02-10', time: '10:15', durationMinutes: 30 };
    await expect(move(visit, same)).resolves.toEqual(visit.booking);
  });

  it('is made longer without a word to the client, who keeps their place', async () => {
    const visit = await bookedVisit(api, world.offered);
    await openDoor(visit.client, visit.link);
    await enter(visit.client);
    api.clock.set('2027-02-10T08:20:00.000Z');
    const longer = await move(visit, { date: '2027-02-10', time: '10:15', durationMinutes: 90 });
    expect(longer).toMatchObject({ status: 'arrived', endsAt: '2027-02-10T09:45:00.000Z' });
    expect(longer.messages).toHaveLength(1);
    await expect(doorSession(visit.client)).resolves.toMatchObject({ admission: 'waiting' });
  });

  it('puts who waits for the earlier time out of the waiting room', async () => {
    const visit = await bookedVisit(api, world.offered);
    await openDoor(visit.client, visit.link);
    await enter(visit.client);
    const moved = await move(visit);
    expect(moved).toMatchObject({ status: 'booked', arrivedAt: null });
    await expect(doorSession(visit.client)).resolves.toMatchObject({
      admission: 'outside',
      view: { state: 'open', startsAt: '2027-02-12T11:00:00.000Z' },
    });
    expect(expectProblem(await visit.client.post('/api/door/enter', {})).code).toBe(
      'door.not-open-yet',
    );
  });

  it.each([
    ['an earlier version', { version: 2 }, 'booking.changed-meanwhile', 409],
    ['the past', { date: '2027-02-09' }, 'booking.start-in-past', 422],
    ['more than a year ahead', { date: '2028-02-12' }, 'booking.start-too-far', 422],
    [
      'a time that is skipped',
      { date: '2027-03-28', time: '03:30' },
      'booking.time-does-not-exist',
      422,
    ],
    ['no day', { date: '2027-02-30' }, 'request.invalid', 400],
    ['a length of nothing', { durationMinutes: 0 }, 'request.invalid', 400],
    ['a field of its own', { status: 'fulfilled' }, 'request.invalid', 400],
    [
      'another’s time',
      { professionalId: '3f1c7a52-6f0e-4a3f-9a51-0f4f3c1f2a10' },
      'request.invalid',
      400,
    ],
  ])('is not moved to %s', async (_, changes, code, status) => {
    const visit = await bookedVisit(api, world.service);
    const answer = await tryMoving(visit, changes);
    expect([answer.status, expectProblem(answer).code]).toEqual([status, code]);
    expect(
      (await api.dataSource.query<{ version: number }[]>('SELECT version FROM booking'))[0]
        ?.version,
    ).toBe(1);
  });

  it('is not moved beyond 13 months after it was booked, so that nobody is known for ever', async () => {
    const visit = await bookedVisit(api, world.service, { date: '2028-02-10', time: '09:00' });
    api.clock.set('2028-02-09T08:00:00.000Z');
    await visit.professional.signIn(visit.account.email);
    const beyond = await tryMoving(visit, { date: '2028-03-11' });
    expect([beyond.status, expectProblem(beyond).code]).toEqual([422, 'booking.to-be-booked-anew']);
    await expect(move(visit, { date: '2028-03-09' })).resolves.toMatchObject({ version: 2 });
  });

  it('is not shortened into the past', async () => {
    const visit = await bookedVisit(api, world.service);
    api.clock.set('2027-02-10T08:30:00.000Z');
    const answer = await tryMoving(visit, {
      date: '2027-02-10',
      time: '10:15',
      durationMinutes: 10,
    });
    expect(expectProblem(answer).code).toBe('booking.end-in-past');
  });

  it('is not moved onto another visit, and one of two who move at once is told', async () => {
    const visit = await bookedVisit(api, world.service);
    const other = await book(visit.professional, world.service, { time: '12:00' });
    const onto = await tryMoving(visit, { date: '2027-02-10', time: '12:15' });
    expect(expectProblem(onto).code).toBe('booking.overlap');
    const colleague = api.client();
    await colleague.signIn(visit.account.email);
    const path = visitPath(other.visitId, '/time');
    const answers = await Promise.all([
      visit.professional.post(path, { ...later, time: '14:00' }),
      colleague.post(path, { ...later, time: '15:00' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused === undefined ? '' : expectProblem(refused).code).toBe(
      'booking.changed-meanwhile',
    );
  });

  it.each(['moved', 'called off'])(
    'is not %s once client and professional have met',
    async (how) => {
      const visit = await bookedVisit(api, world.offered);
      await comeIn(api, visit);
      const answer = how === 'moved' ? await tryMoving(visit) : await tryCancelling(visit);
      expect(expectProblem(answer).code).toBe('visit.already-met');
    },
  );

  it('is called off: its time is free, its data goes sooner, the door says so', async () => {
    const visit = await bookedVisit(api, world.service, { date: '2027-02-24' });
    const cancelled = await cancel(visit);
    expect(cancelled).toMatchObject({
      status: 'cancelled',
      cancelReason: 'client-asked',
      endedAt: NOW,
      purgeDueAt: '2027-03-10T08:00:00.000Z',
      messages: [{ kind: 'invitation', channel: 'sms', status: 'withdrawn', failure: null }],
    });
    const look = await visit.client.post('/api/door/look', { link: visit.link });
    expect(look.json).toMatchObject({ state: 'ended', cancelled: true });
    await book(visit.professional, world.service, { date: '2027-02-24' });
    expect(expectProblem(await tryCancelling(visit)).code).toBe('visit.ended');
    expect(expectProblem(await tryMoving(visit)).code).toBe('visit.ended');
    const events = await entriesOf(api, world.organisationId);
    expect(events.filter(({ event }) => event === 'booking.cancelled')).toMatchObject([
      { details: { reason: 'client-asked' } },
    ]);
  });

  it('that is called off is told to who has heard of it, without a link, and to nobody else', async () => {
    const told = await bookedVisit(api, world.service);
    await runner.deliver();
    const untold = await bookedVisit(api, world.service);
    await cancel(told);
    await cancel(untold);
    await runner.deliver();
    expect(sent()).toHaveLength(2);
    expect(sent()[1]?.text).toContain('Etätapaaminen on peruttu');
    expect(sent()[1]?.text).not.toContain('/v#');
  });

  it('that waits for who is called off is called off with them', async () => {
    const nodeId = await announceNode(api);
    const visit = await bookedVisit(api, world.offered);
    await openDoor(visit.client, visit.link);
    await enter(visit.client);
    await report(api, 'connected', { ...visit, nodeId, role: 'client' });
    await expect(cancel(visit)).resolves.toMatchObject({ status: 'cancelled' });
    expect((await clientOf(api, visit.visitId)).connectedNodeId).toBeNull();
  });

  it('of a discreet service does not tell who invites, whatever becomes of it', async () => {
    const discreet = await buildService(api.dataSource, world, { discreet: true });
    const visit = await bookedVisit(api, discreet, both);
    await runner.deliver();
    await move(visit);
    await runner.deliver();
    const answer = await tryCancelling(visit, { version: 2 });
    expect(answer.status).toBe(200);
    await runner.deliver();
    expect(sent()).toHaveLength(6);
    for (const { text, subject, sender } of sent()) {
      expect(`${text}${subject}${sender ?? ''}`).not.toMatch(/Mallila|neuvonta/i);
    }
  });

  it('asks who comes at the new time to identify anew', async () => {
    const visit = await bookedVisit(api, world.required);
    await openDoor(visit.client, visit.link);
    const sessionId = (await sessionIdsOf(api, visit.participantId))[0] ?? '';
    await identify(api, { ...visit, sessionId });
    await enter(visit.client);
    await move(visit);
    await expect(doorSession(visit.client)).resolves.toMatchObject({ identified: false });
    api.clock.set('2027-02-12T10:55:00.000Z');
    const answer = await visit.client.post('/api/door/enter', {});
    expect(expectProblem(answer).code).toBe('door.identification-required');
  });

  it('is moved by a stand-in out of the days for which they stand in, and then is not theirs', async () => {
    const visit = await bookedVisit(api, world.service);
    const standIn = await buildProfessional(api.dataSource, world);
    const days = { firstDay: '2027-02-10', lastDay: '2027-02-10' };
    const ids = { absentId: visit.account.id, standInId: standIn.id };
    await standInFor(api.dataSource, { world, ...ids, ...days });
    const professional = api.client();
    await professional.signIn(standIn.email);
    await expect(move({ ...visit, professional })).resolves.toMatchObject({
      startsAt: '2027-02-12T11:00:00.000Z',
      client: { name: 'Aino Virtanen' },
    });
    const again = await tryMoving({ ...visit, professional }, { version: 2, time: '14:00' });
    expect(expectProblem(again).code).toBe('access.denied-or-missing');
  });

  it('shows its client to nobody without telling the audit log, moved or not', async () => {
    const visit = await bookedVisit(api, world.service);
    await buildTeam(api.dataSource, world, { leads: [world.lead.id], members: [visit.account.id] });
    const professional = api.client();
    await professional.signIn(world.lead.email);
    await move({ ...visit, professional }, { date: '2027-02-10', time: '10:15' });
    const entries = await entriesOf(api, world.organisationId);
    expect(entries.at(-1)).toMatchObject({
      event: 'client-identifiers.viewed',
      actorId: world.lead.id,
      visits: [visit.visitId],
    });
  });

  it('is called off by nobody with whom it is only shared, whichever button they press', async () => {
    const visit = await bookedVisit(api, world.service, { date: '2027-02-11' });
    const colleague = await buildProfessional(api.dataSource, world);
    await share(api.dataSource, { world, visitId: visit.visitId, professionalId: colleague.id });
    const professional = api.client();
    await professional.signIn(colleague.email);
    const ended = await professional.post(visitPath(visit.visitId, '/end'));
    const cancelled = await tryCancelling({ ...visit, professional });
    for (const answer of [ended, cancelled]) {
      expect(expectProblem(answer).code).toBe('access.denied-or-missing');
    }
    await visit.professional.post(visitPath(visit.visitId, '/end'));
  });

  it('is not called off once its booked end has passed: facts say what became of it', async () => {
    const visit = await bookedVisit(api, world.service);
    api.clock.set('2027-02-10T08:45:00.000Z');
    expect(expectProblem(await tryCancelling(visit)).code).toBe('visit.ended');
  });

  it('is another version once it is handed over', async () => {
    const visit = await bookedVisit(api, world.service);
    const colleague = await buildProfessional(api.dataSource, world);
    const path = visitPath(visit.visitId, '/hand-over');
    expect((await visit.professional.post(path, { professionalId: colleague.id })).status).toBe(
      204,
    );
    const professional = api.client();
    await professional.signIn(colleague.email);
    const answer = await tryMoving({ ...visit, professional });
    expect(expectProblem(answer).code).toBe('booking.changed-meanwhile');
  });

  it('and another that take each other’s time at once are answered, never with a failure of ours', async () => {
    const visit = await bookedVisit(api, world.service);
    const other = await book(visit.professional, world.service, { time: '14:00' });
    const here = { version: 1, date: '2027-02-10', durationMinutes: 30 };
    const answers = await Promise.all([
      visit.professional.post(visitPath(visit.visitId, '/time'), { ...here, time: '14:00' }),
      visit.professional.post(visitPath(other.visitId, '/time'), { ...here, time: '10:15' }),
    ]);
    for (const { status } of answers) {
      expect([409, 503]).toContain(status);
    }
  });

  it('stays where it is when its key cannot be had', async () => {
    const visit = await bookedVisit(api, world.service);
    await api.keys.change(visit.visitId, { wrappedKey: Buffer.alloc(60) });
    const answer = await tryMoving(visit);
    expect([410, 503]).toContain(answer.status);
    const row = await api.dataSource.manager.findOneByOrFail(VisitRow, { id: visit.visitId });
    expect(row.purgeDueAt.toISOString()).toBe(visit.booking.purgeDueAt);
  });
});
