import { Schedule } from '../../../apps/job-runner/src/schedule.js';
import type { CreateBookingRequest, ToldMessage } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { NotTakenError, OutboxMessage } from '@tapaamo/notification';
import { Vault } from '@tapaamo/vault';
import { BookVisitService } from '@tapaamo/visit';
import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { bookingRequest, invitationOf } from '../../support/builders/booking-builder.js';
import { databaseSnapshot } from '../../support/database-snapshot.js';
import { readVisit } from '../../support/door.js';
import { eventually } from '../../support/eventually.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { actorOf, buildWorld, type TestOrganisation } from '../../support/world.js';

const HOUR_MS = 3_600_000;

describe('the outbox', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let runner: TestJobRunner;
  let second: TestJobRunner;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    await api.dataSource.query('TRUNCATE booking CASCADE');
    runner = await startJobRunner(api);
    second = await startJobRunner(api);
  });

  afterEach(async () => {
    await runner.close();
    await second.close();
  });

  afterAll(async () => {
    await api.close();
  });

  const both = { clientEmail: 'aino@example.fi' };
  const messagesOf = ({ visitId }: BookedVisit) =>
    api.dataSource.manager.find(OutboxMessage, { where: { visitId }, order: { channel: 'DESC' } });
  const contentOf = async (message: OutboxMessage) =>
    api
      .get(Vault)
      .open<object>(
        api.dataSource.manager,
        message.visitId,
        { table: 'outbox_message', rowId: message.id },
        message.envelope,
      );
  const bookWithin = (tx: EntityManager, { professional, service }: TestOrganisation) =>
    api
      .get(BookVisitService)
      .book(tx, actorOf(professional), bookingRequest(service) as unknown as CreateBookingRequest);

  it('takes a message and asks for its tick in the transaction of the booking, and drops them with it', async () => {
    const { professional, booking, participantId } = await bookedVisit(api, world.service);
    expect(booking.messages).toEqual([
      {
        participantId,
        kind: 'invitation',
        channel: 'sms',
        status: 'queued',
        failure: null,
        dueAt: expect.any(String) as string,
        isHeldUp: false,
      },
    ]);
    const asked: unknown[] = [];
    const listener = new pg.Client({ connectionString: api.database.url });
    await listener.connect();
    listener.on('notification', ({ payload }) => asked.push(payload));
    await listener.query('LISTEN job_asked');
    const overlapping = await professional.post('/api/bookings', bookingRequest(world.service));
    expect(overlapping.status).toBe(409);
    const undone = api.get(OrganisationScope).of(world.organisationId, async (tx) => {
      await bookWithin(tx, world);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await professional.post('/api/bookings', bookingRequest(world.service, { time: '13:00' }));
    await eventually('the tick is asked for', () => asked.length > 0);
    expect(asked).toEqual(['outbox.deliver-sms']);
    await listener.end();
  });

  it('lets other organisations book while a booking is not through yet', async () => {
    const other = await buildWorld(api.dataSource, { name: 'Toinen' });
    // Runners that keep up leave no tick waiting: the next one is new.
    await api.dataSource.query('DELETE FROM jobs.job');
    let release = (): void => undefined;
    const frozen = new Promise<void>((resolve) => {
      release = resolve;
    });
    let booked = (): void => undefined;
    const reached = new Promise<void>((resolve) => {
      booked = resolve;
    });
    const slow = api.get(OrganisationScope).of(world.organisationId, async (tx) => {
      await bookWithin(tx, world);
      booked();
      await frozen;
    });
    await reached;
    try {
      const visit = await bookedVisit(api, other.service);
      expect(visit.booking.messages).toEqual([
        {
          participantId: visit.participantId,
          kind: 'invitation',
          channel: 'sms',
          status: 'queued',
          failure: null,
          dueAt: expect.any(String) as string,
          isHeldUp: false,
        },
      ]);
    } finally {
      release();
      await slow;
    }
  });

  it('has receiver and text sealed in the database', async () => {
    const visit = await bookedVisit(api, world.service, both);
    const rows = JSON.stringify(await databaseSnapshot(api.database.adminUrl, { besides: [] }));
    for (const value of ['+358401234567', 'aino@example.fi', 'Etätapaaminen', visit.link]) {
      expect(rows).not.toContain(value);
      expect(rows).not.toContain(Buffer.from(value).toString('hex'));
    }
  });

  it('sends each message once, by its own way, to its receiver', async () => {
    const visit = await bookedVisit(api, world.service, both);
    const [sms, mail] = await messagesOf(visit);
    await expect(runner.deliver()).resolves.toBe(2);
    await expect(runner.deliver()).resolves.toBe(0);
    expect(runner.sms.record.sent).toEqual([
      {
        id: sms?.id,
        to: '+358401234567',
        sender: null,
        subject: '',
        text: expect.stringContaining(visit.link) as string,
        validSeconds: 2_700,
        reference: expect.stringMatching(/^[\w-]{43}$/) as string,
      },
    ]);
    expect(runner.mail.record.sent).toEqual([
      {
        id: mail?.id,
        to: 'aino@example.fi',
        sender: null,
        subject: 'Etätapaaminen – Distansmöte – Remote appointment',
        text: expect.stringContaining(visit.link) as string,
        calendar: expect.objectContaining({ method: 'REQUEST', sequence: 0 }) as unknown,
        validSeconds: 2_700,
        reference: expect.stringMatching(/^[\w-]{43}$/) as string,
      },
    ]);
    const list = await visit.professional.get('/api/bookings?from=2027-02-10&to=2027-02-10');
    expect(list.json).toMatchObject({
      bookings: [
        {
          messages: [
            { channel: 'sms', status: 'sent' },
            { channel: 'email', status: 'sent' },
          ],
        },
      ],
    });
  });

  it('forgets the text, and the link in it, once a message is sent', async () => {
    const visit = await bookedVisit(api, world.service);
    const before = (await messagesOf(visit))[0];
    await runner.deliver();
    const after = (await messagesOf(visit))[0];
    expect(after?.sentAt?.toISOString()).toBe(NOW);
    await expect(contentOf(after as OutboxMessage)).resolves.toEqual({
      to: '+358401234567',
      startsAt: '2027-02-10T08:15:00.000Z',
    });
    expect(after?.envelope.length).toBeLessThan((before?.envelope.length ?? 0) / 2);
    await expect(invitationOf(api, visit.visitId)).resolves.not.toHaveProperty('text');
  });

  it('sends each of many messages once although two runners send at once', async () => {
    for (let count = 0; count < 12; count += 1) {
      await bookedVisit(api, world.service, both);
    }
    const sent = await Promise.all([runner.deliver(), second.deliver(), runner.deliver()]);
    expect(sent.reduce((sum, count) => sum + count)).toBe(24);
    const ids = [runner, second].flatMap(({ mail, sms }) =>
      [...mail.record.sent, ...sms.record.sent].map(({ id }) => id),
    );
    expect(new Set(ids).size).toBe(24);
    expect(ids).toHaveLength(24);
  });

  it('does not send again what a slow operator is still taking', async () => {
    await bookedVisit(api, world.service);
    runner.sms.record.meanwhile = async () => {
      runner.sms.record.meanwhile = null;
      api.clock.advance(60_000);
      await second.deliver();
    };
    await expect(runner.deliver()).resolves.toBe(1);
    expect(second.sms.record.tried).toBe(0);
  });

  it('sends again, with the same id, what a runner was taking when it died', async () => {
    const visit = await bookedVisit(api, world.service);
    const died = new Promise<void>(() => undefined);
    runner.sms.record.meanwhile = () => died;
    // It never comes back, and is cut off when the test ends.
    void runner.deliver().catch(() => undefined);
    const tried = async () => (await messagesOf(visit))[0]?.attempts === 1;
    while (!(await tried())) {
      await new Promise((done) => setImmediate(done));
    }
    await expect(second.deliver()).resolves.toBe(0);
    api.clock.advance(5 * 60_000);
    await expect(second.deliver()).resolves.toBe(1);
    expect(second.sms.record.sent.map(({ id }) => id)).toEqual([(await messagesOf(visit))[0]?.id]);
  });

  it('waits longer after each failure, loses nothing, and sends when the operator is back', async () => {
    const visit = await bookedVisit(api, world.service);
    runner.sms.record.failure = new Error('no answer from +358401234567');
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      await runner.deliver();
      const message = (await messagesOf(visit))[0];
      expect(message).toMatchObject({ status: 'queued', attempts: attempt });
      const wait = (message?.nextAttemptAt.getTime() ?? 0) - api.clock.nowMs();
      waits.push(wait / 1_000);
      api.clock.advance(wait - 1);
      await expect(runner.deliver()).resolves.toBe(0);
      expect(runner.sms.record.tried).toBe(attempt);
      api.clock.advance(1);
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160]);
    runner.sms.record.failure = null;
    await expect(runner.deliver()).resolves.toBe(1);
    expect(runner.log.lines.join('')).not.toContain('358401234567');
  });

  it('stands an operator’s outage of two days, tells the professional, and sends in the end', async () => {
    const visit = await bookedVisit(api, world.service, { date: '2027-02-14' });
    const shown = async () => {
      await visit.professional.signIn(visit.account.email);
      const list = await visit.professional.get('/api/bookings?from=2027-02-14&to=2027-02-14');
      return (list.json as { bookings: { messages: ToldMessage[] }[] }).bookings[0]?.messages[0];
    };
    runner.sms.record.failure = new NotTakenError('provider-unavailable', 'http-503', {
      isFinal: false,
    });
    await runner.deliver();
    expect(await shown()).toMatchObject({ status: 'queued', isHeldUp: false });
    for (let hours = 0; hours < 48; hours += 1) {
      api.clock.advance(HOUR_MS);
      await runner.deliver();
    }
    expect(await shown()).toMatchObject({ status: 'queued', failure: null, isHeldUp: true });
    runner.sms.record.failure = null;
    api.clock.advance(HOUR_MS);
    await expect(runner.deliver()).resolves.toBe(1);
    expect(await shown()).toMatchObject({ status: 'sent', isHeldUp: false });
  });

  it('tells the gateway for how long a message is worth delivering', async () => {
    const visit = await bookedVisit(api, world.service);
    await runner.deliver();
    const seconds = (Date.parse(visit.booking.endsAt) - api.clock.nowMs()) / 1_000;
    expect(runner.sms.record.sent[0]?.validSeconds).toBe(seconds);
  });

  it('gives a message up in the end, and the professional sees it', async () => {
    const visit = await bookedVisit(api, world.service, { date: '2027-02-14' });
    runner.sms.record.failure = new Error('out of order');
    for (let hours = 0; hours < 48; hours += 1) {
      await runner.deliver();
      api.clock.advance(HOUR_MS);
    }
    const tried = runner.sms.record.tried;
    await runner.deliver();
    expect(runner.sms.record.tried).toBe(tried);
    expect(runner.log.of('message.given-up')).toHaveLength(1);
    // Two days have passed: nobody stays signed in that long.
    await visit.professional.signIn(visit.account.email);
    const list = await visit.professional.get('/api/bookings?from=2027-02-14&to=2027-02-14');
    expect(list.json).toMatchObject({
      bookings: [
        {
          messages: [
            {
              kind: 'invitation',
              channel: 'sms',
              status: 'failed',
              failure: 'provider-unavailable',
            },
          ],
        },
      ],
    });
    await expect(readVisit(visit.professional, visit.visitId)).resolves.toBeDefined();
  });

  it('sends a text message that is booked while the mail server hangs', async () => {
    const phoneless = { clientPhone: undefined, ...both };
    let release = (): void => undefined;
    const hanging = new Promise<void>((resolve) => {
      release = resolve;
    });
    runner.mail.record.meanwhile = () => hanging;
    await runner.module.get(Schedule).start();
    await bookedVisit(api, world.service, phoneless);
    await eventually('the mail server hangs', () => runner.mail.record.tried === 1);
    await bookedVisit(api, world.service);
    await eventually('the text message is sent', () => runner.sms.record.sent.length === 1);
    expect(runner.mail.record.sent).toEqual([]);
    release();
    await eventually('the mail is sent', () => runner.mail.record.sent.length === 1);
  });

  it('sends nothing of a visit that is due to be forgotten', async () => {
    await bookedVisit(api, world.service);
    api.clock.set('2027-03-10T08:45:00.000Z');
    await expect(runner.deliver()).resolves.toBe(0);
    expect(runner.sms.record.tried).toBe(0);
  });
});
