import { randomUUID } from 'node:crypto';
import { BookingRepository } from '@tapaamo/booking';
import { bookingListSchema, serviceListSchema } from '@tapaamo/contracts';
import { Outbox } from '@tapaamo/notification';
import { Service } from '@tapaamo/organisation';
import { Vault } from '@tapaamo/vault';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import {
  book,
  bookingRequest,
  invitationOf,
  sealedClientOf,
} from '../../support/builders/booking-builder.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

describe('booking a visit', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let other: TestOrganisation;
  let professional: ApiClient;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    other = await buildWorld(api.dataSource, { name: 'Toinen' });
  });

  beforeEach(async () => {
    professional = api.client();
    const account = await buildProfessional(api.dataSource, world);
    await professional.signIn(account.email);
  });

  afterAll(async () => {
    await api.close();
  });

  const list = async (query = 'from=2027-02-10&to=2027-02-10') =>
    expectAnswer(await professional.get(`/api/bookings?${query}`), 200, bookingListSchema).bookings;

  it('answers with the booking as the professional sees it, and lists it', async () => {
    const booking = await book(professional, world.service, {
      clientName: '  Åsa  Özdemir-Mäkelä ',
      clientEmail: 'asa@example.fi',
    });
    expect(booking).toMatchObject({
      serviceId: world.service.id,
      serviceName: { fi: world.service.nameFi },
      startsAt: '2027-02-10T08:15:00.000Z',
      endsAt: '2027-02-10T08:45:00.000Z',
      status: 'booked',
      client: { name: 'Åsa Özdemir-Mäkelä', phone: '+358401234567', email: 'asa@example.fi' },
      arrivedAt: null,
      endedAt: null,
      messages: [
        { channel: 'sms', status: 'queued' },
        { channel: 'email', status: 'queued' },
      ],
      purgeDueAt: '2027-03-10T08:45:00.000Z',
    });
    await expect(list()).resolves.toEqual([booking]);
  });

  it('seals the client and writes one invitation for each way to reach them', async () => {
    const booking = await book(professional, world.service);
    await expect(sealedClientOf(api, booking.visitId)).resolves.toEqual({
      name: 'Aino Virtanen',
      phone: '+358401234567',
      email: null,
      language: null,
      hetu: null,
    });
    const { to, text } = await invitationOf(api, booking.visitId);
    expect(to).toBe('+358401234567');
    expect(text).toMatch(/http:\/\/localhost:8080\/v#[\w-]{43}$/);
    expect(text).not.toContain(world.service.nameFi);
  });

  it('takes the service’s usual length unless another is wished', async () => {
    const usual = await book(professional, world.service, { time: '11:00' });
    const wished = await book(professional, world.service, { time: '12:00', durationMinutes: 90 });
    expect(usual.endsAt).toBe('2027-02-10T09:30:00.000Z');
    expect(wished.endsAt).toBe('2027-02-10T11:30:00.000Z');
  });

  it('lists own bookings of the asked days only, earliest first', async () => {
    await book(professional, world.service, { time: '23:45' });
    await book(professional, world.service, { date: '2027-02-11', time: '00:15' });
    await book(professional, world.service, { time: '12:00' });
    const startsAt = (await list()).map((booking) => booking.startsAt);
    expect(startsAt).toEqual(['2027-02-10T10:00:00.000Z', '2027-02-10T21:45:00.000Z']);
    await expect(list('from=2027-02-11&to=2027-02-12')).resolves.toHaveLength(1);
  });

  it.each([
    ['a month too far', 'from=2027-02-10&to=2027-04-30', 'to', 'field.invalid'],
    ['backwards', 'from=2027-02-10&to=2027-02-09', 'to', 'field.invalid'],
    ['no end', 'from=2027-02-10', 'to', 'field.missing'],
    ['no day', 'from=2027-02-31&to=2027-03-01', 'from', 'field.invalid'],
    [
      'another professional',
      'from=2027-02-10&to=2027-02-10&professionalId=x',
      'professionalId',
      'field.unknown',
    ],
  ])('refuses to list with %s', async (_, query, field, code) => {
    const problem = expectProblem(await professional.get(`/api/bookings?${query}`));
    expect(problem).toMatchObject({ code: 'request.invalid', fields: [{ field, code }] });
  });

  it('lists more than a statement has parameters for, as a lead may have', async () => {
    const ids = Array.from({ length: 70_000 }, () => randomUUID());
    await api.dataSource.transaction(async (tx) => {
      expect(await api.get(BookingRepository).byIds(tx, ids)).toEqual([]);
      expect((await api.get(Outbox).statuses(tx, ids)).size).toBe(0);
      await expect(api.get(Vault).opener(tx, ids)).resolves.toBeDefined();
    });
  });

  it('offers the organisation’s own open services and hides their inner settings', async () => {
    await api.dataSource.manager.update(Service, { id: world.offered.id }, { active: false });
    const answer = await professional.get('/api/services');
    const { services } = expectAnswer(answer, 200, serviceListSchema);
    expect(services.map(({ id }) => id).sort()).toEqual(
      [world.required.id, world.service.id].sort(),
    );
    expect(answer.text).not.toContain('retention');
    const closed = await professional.post('/api/bookings', bookingRequest(world.offered));
    await api.dataSource.manager.update(Service, { id: world.offered.id }, { active: true });
    expect(expectProblem(closed).code).toBe('access.denied-or-missing');
  });

  it('answers another organisation’s service like one that does not exist', async () => {
    const theirs = await professional.post('/api/bookings', bookingRequest(other.service));
    const missing = await professional.post(
      '/api/bookings',
      bookingRequest({ id: '8e0f4f0a-1d0b-4f7e-bf0f-0c5b9a6e4a31' }),
    );
    for (const answer of [theirs, missing]) {
      expect(expectProblem(answer)).toMatchObject({
        code: 'access.denied-or-missing',
        status: 404,
      });
    }
    await expect(list()).resolves.toEqual([]);
  });
});
