import { randomUUID } from 'node:crypto';
import { busyTimesSchema, freeTimesSchema, recordProfessionalsSchema } from '@tapaamo/contracts';
import { ExternalCalendar } from '@tapaamo/availability';
import { Professional } from '@tapaamo/professional';
import { expectAnswer, expectProblem } from '../../support/api-client.js';
import { book } from '../../support/builders/booking-builder.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import { RecordCaller } from '../../support/record-caller.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const WITH_LUNCH = [
  { from: '08:00', to: '11:00' },
  { from: '12:00', to: '16:00' },
];

describe('what a record system sees of calendars', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let caller: RecordCaller;

  beforeAll(async () => {
    api = await startApi();
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    world = await buildWorld(api.dataSource);
    caller = await RecordCaller.of(api, world);
  });

  afterAll(async () => {
    await api.close();
  });

  const signedIn = async ({ email }: Professional) => {
    const client = api.client();
    await client.signIn(email);
    return client;
  };
  const keepHours = async (exceptions: object[] = []) => {
    const weekdays = [...Array.from({ length: 5 }, () => WITH_LUNCH), [], []];
    const client = await signedIn(world.professional);
    const answer = await client.post('/api/working-hours', { weekdays, exceptions, version: 0 });
    expect(answer.status).toBe(200);
    return client;
  };
  const ask = (query: Record<string, string>, id = world.professional.id, what = 'free') => {
    const days = { from: '2027-02-11', to: query.from ?? '2027-02-11' };
    const all = { ...days, ...(what === 'free' ? { serviceId: world.service.id } : {}), ...query };
    return caller.get(`/professionals/${id}/${what}?${String(new URLSearchParams(all))}`);
  };
  const found = async (query: Record<string, string> = {}) =>
    expectAnswer(await ask(query), 200, freeTimesSchema);
  /** Free times, in UTC. */
  const free = async (query: Record<string, string> = {}) =>
    (await found(query)).free.map(({ startsAt, endsAt }) =>
      [startsAt, endsAt].map((at) => at.slice(5, 16)).join(' '),
    );

  it('is who meets clients, by name', async () => {
    const leaver = await buildProfessional(api.dataSource, world, { displayName: 'Lea Lähtijä' });
    const { manager } = api.dataSource;
    await manager.update(Professional, { id: leaver.id }, { deactivatedAt: api.clock.now() });
    const answer = await caller.get('/professionals');
    const { professionals } = expectAnswer(answer, 200, recordProfessionalsSchema);
    expect(professionals.map(({ id }) => id).sort()).toEqual(
      [world.professional, world.colleague, world.lead].map(({ id }) => id).sort(),
    );
    expect(answer.text).not.toContain('@');
  });

  it('is free within working hours, but breaks, visits and what is not long enough', async () => {
    const professional = await keepHours();
    await book(professional, world.service, { date: '2027-02-11', time: '08:20' });
    await expect(found()).resolves.toMatchObject({ durationMinutes: 30, keepsHours: true });
    // 8.00–8.20 is too short; lunch is from 11 to 12.
    await expect(free()).resolves.toEqual(['02-11T06:50 02-11T09:00', '02-11T10:00 02-11T14:00']);
    await expect(free({ durationMinutes: '15' })).resolves.toEqual([
      '02-11T06:00 02-11T06:20',
      '02-11T06:50 02-11T09:00',
      '02-11T10:00 02-11T14:00',
    ]);
    await expect(free({ durationMinutes: '180' })).resolves.toEqual(['02-11T10:00 02-11T14:00']);
  });

  it('is not free when the calendar elsewhere says so, away, or on a holiday', async () => {
    await keepHours([{ date: '2027-02-12', spans: [] }]);
    await api.dataSource.manager.insert(ExternalCalendar, {
      professionalId: world.professional.id,
      organisationId: world.organisationId,
      sealedSource: Buffer.alloc(1),
      busy: [['06', '12'].map((hour) => Date.parse(`2027-02-11T${hour}:00:00.000Z`))] as [
        [number, number],
      ],
      nextReadAt: api.clock.now(),
    });
    await expect(free()).resolves.toEqual(['02-11T12:00 02-11T14:00']);
    await expect(free({ from: '2027-02-12' })).resolves.toEqual([]);
    // Good Friday.
    await expect(free({ from: '2027-03-26' })).resolves.toEqual([]);
    await expect(free({ from: '2027-03-25' })).resolves.toHaveLength(2);
  });

  it('is free on a holiday for who says so', async () => {
    await keepHours([{ date: '2027-03-26', spans: [{ from: '10:00', to: '12:00' }] }]);
    await expect(free({ from: '2027-03-26' })).resolves.toEqual(['03-26T08:00 03-26T10:00']);
  });

  it('is free at any time of who keeps no hours, which is said, but on holidays', async () => {
    await expect(found()).resolves.toMatchObject({ keepsHours: false });
    await expect(free()).resolves.toEqual(['02-10T22:00 02-11T22:00']);
    await expect(free({ from: '2027-03-25', to: '2027-03-27' })).resolves.toEqual([
      '03-24T22:00 03-25T22:00',
      '03-26T22:00 03-27T22:00',
    ]);
  });

  it('is not free in an hour that comes again: a booking would be made in its first pass', async () => {
    await expect(free({ from: '2027-10-31' })).resolves.toEqual([
      '10-30T21:00 10-31T01:00',
      '10-31T02:00 10-31T22:00',
    ]);
  });

  it('is free as far ahead as can be booked', async () => {
    api.clock.set('2027-02-10T08:00:00.000Z');
    await expect(free({ from: '2028-02-10' })).resolves.toEqual(['02-09T22:00 02-10T08:30']);
    await expect(free({ from: '2028-02-11' })).resolves.toEqual([]);
  });

  it('begins with the next minute, and nothing of it has passed', async () => {
    await keepHours();
    api.clock.set('2027-02-11T07:30:20.000Z');
    await expect(free()).resolves.toEqual(['02-11T07:31 02-11T09:00', '02-11T10:00 02-11T14:00']);
    await expect(free({ from: '2027-02-01', to: '2027-02-10' })).resolves.toEqual([]);
  });

  it('can be booked where it is free, to the last minute', async () => {
    await keepHours();
    const [, afternoon] = await free();
    expect(afternoon).toBe('02-11T10:00 02-11T14:00');
    const request = {
      professionalId: world.professional.id,
      serviceId: world.service.id,
      date: '2027-02-11',
      time: '15:30',
      clientName: 'Aino Virtanen',
      clientPhone: '040 123 4567',
    };
    expect((await caller.post('/bookings', request, randomUUID())).status).toBe(201);
    await expect(free()).resolves.toEqual(['02-11T06:00 02-11T09:00', '02-11T10:00 02-11T13:30']);
  });

  it('is busy without a word of why', async () => {
    const professional = await keepHours();
    await book(professional, world.service, { date: '2027-02-11', time: '08:20' });
    const answer = await ask({}, world.professional.id, 'busy');
    expect(expectAnswer(answer, 200, busyTimesSchema).busy[1]).toEqual({
      startsAt: '2027-02-11T06:20:00.000Z',
      endsAt: '2027-02-11T06:50:00.000Z',
    });
    expect(answer.text).not.toMatch(/Virtanen|visit|service/i);
  });

  it('is nothing of another organisation, of who left, or of a service that is closed', async () => {
    const other = await buildWorld(api.dataSource, { name: 'Toinen' });
    const { manager } = api.dataSource;
    const leaver = await buildProfessional(api.dataSource, world);
    await manager.update(Professional, { id: leaver.id }, { deactivatedAt: api.clock.now() });
    for (const id of [other.professional.id, leaver.id, world.officer.id, randomUUID()]) {
      for (const what of ['free', 'busy']) {
        expect(expectProblem(await ask({}, id, what)).code).toBe('access.denied-or-missing');
      }
    }
    const ofOther = await ask({ serviceId: other.service.id });
    expect(expectProblem(ofOther).code).toBe('access.denied-or-missing');
    await manager.query('UPDATE service SET active = false WHERE id = $1', [world.service.id]);
    expect(expectProblem(await ask({})).code).toBe('access.denied-or-missing');
  });

  it.each<[Record<string, string>, string, string]>([
    [{ to: '2027-02-10' }, 'to', 'field.invalid'],
    [{ to: '2027-03-14' }, 'to', 'field.invalid'],
    [{ from: 'tomorrow' }, 'from', 'field.invalid'],
    [{ serviceId: '1' }, 'serviceId', 'field.invalid'],
    [{ durationMinutes: '0' }, 'durationMinutes', 'field.invalid'],
    [{ durationMinutes: 'x' }, 'durationMinutes', 'field.invalid'],
    [{ key: 'tapaamo_x' }, 'key', 'field.unknown'],
  ])('is asked for with %j in vain: %s', async (query, field, code) => {
    const { fields } = expectProblem(await ask({ to: '2027-02-11', ...query }));
    expect(fields).toContainEqual({ field, code });
  });

  it('may span 31 days', async () => {
    expect((await ask({ to: '2027-03-13' })).status).toBe(200);
  });
});
