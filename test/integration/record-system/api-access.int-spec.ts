import { RECORDS_PATH, recordKeyListSchema, serviceListSchema } from '@tapaamo/contracts';
import { RecordKeys } from '@tapaamo/record-system';
import { operate } from '../../../apps/job-runner/src/operator/operate.js';
import { expectAnswer, expectProblem, type ApiAnswer } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { bookedVisit } from '../../support/booked-visit.js';
import { bookingRequest } from '../../support/builders/booking-builder.js';
import { openDoor } from '../../support/door.js';
import { RecordCaller } from '../../support/record-caller.js';
import { disableRowLevelSecurity } from '../../support/row-level-security.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { actorOf, buildWorld, type TestOrganisation } from '../../support/world.js';
import { ROUTE_ROWS } from '../api/matrix/route-rows.js';

describe('whom a key lets in', () => {
  let api: TestApi;
  let world: TestOrganisation;

  beforeAll(async () => {
    api = await startApi();
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    world = await buildWorld(api.dataSource);
  });

  afterAll(async () => {
    await api.close();
  });

  const ask = (authorization: string | null, path = '/services') =>
    api.client().get(`${RECORDS_PATH}${path}`, { headers: { authorization } });
  /** A refusal without what differs from one request to the next. */
  const refusalIn = (answer: ApiAnswer) => ({
    ...expectProblem(answer),
    correlationId: '',
    challenge: answer.headers.get('www-authenticate'),
  });
  const withoutKey = async () => refusalIn(await ask(null));

  it('is the record system of its organisation, and the day of its use is noted', async () => {
    const caller = await RecordCaller.of(api, world);
    const { services } = expectAnswer(await caller.get('/services'), 200, serviceListSchema);
    expect(services.map(({ id }) => id).sort()).toEqual(
      [world.service, world.offered, world.required].map(({ id }) => id).sort(),
    );
    const keys = recordKeyListSchema.parse({
      keys: await api.get(RecordKeys).list(actorOf(world.admin)),
    });
    expect(keys.keys).toMatchObject([{ id: caller.keyId, lastUsedOn: '2027-02-10' }]);
  });

  it('is nobody without a key, and a program is told how to prove itself', async () => {
    const refused = await withoutKey();
    expect(refused).toMatchObject({ status: 401, code: 'record-key.refused' });
    expect(refused.challenge).toBe('Bearer realm="Tapaamo"');
  });

  it('is nobody, with one answer, by a key that does not work, whatever the reason', async () => {
    const { key } = await RecordCaller.of(api, world);
    const revoked = await RecordCaller.of(api, world);
    await api.get(RecordKeys).revoke(actorOf(world.admin), revoked.keyId);
    const old = await RecordCaller.of(api, world, { lastDay: '2027-02-10' });
    const closed = await buildWorld(api.dataSource, { name: 'Suljettu' });
    const ofClosed = await RecordCaller.of(api, closed);
    await operate(
      ['organisation', 'disable', '--organisation', closed.organisationId],
      () => api.config,
      { clock: api.clock },
    );
    api.clock.set('2027-02-10T22:30:00.000Z');
    const expected = await withoutKey();
    const last = key.endsWith('A') ? 'B' : 'A';
    for (const authorization of [
      '',
      'Bearer',
      'Bearer ',
      `Bearer ${key.slice(0, -1)}`,
      `Bearer ${key.slice(0, -1)}${last}`,
      `Bearer ${key.toUpperCase()}`,
      `Bearer ${key} ${key}`,
      `Bearer tapaamo_${'%00'.repeat(15)}`,
      `Basic ${Buffer.from(`:${key}`).toString('base64')}`,
      key,
      `Bearer ${revoked.key}`,
      `Bearer ${old.key}`,
      `Bearer ${ofClosed.key}`,
    ]) {
      expect([authorization, refusalIn(await ask(authorization))]).toEqual([
        authorization,
        expected,
      ]);
    }
    expect((await ask(`bearer ${key}`)).status).toBe(200);
  });

  it('lets in until the end of the last day, and not after it is ended', async () => {
    const caller = await RecordCaller.of(api, world, { lastDay: '2027-02-10' });
    api.clock.set('2027-02-10T21:59:59.000Z');
    expect((await caller.get('/services')).status).toBe(200);
    await api.get(RecordKeys).revoke(actorOf(world.admin), caller.keyId);
    expect((await caller.get('/services')).status).toBe(401);
  });

  it('is nobody by a key in the address, the body or a cookie', async () => {
    const { key } = await RecordCaller.of(api, world);
    const client = api.client();
    const expected = await withoutKey();
    for (const query of [`?key=${key}`, `?access_token=${key}`, `?authorization=Bearer%20${key}`]) {
      expect(refusalIn(await client.get(`${RECORDS_PATH}/services${query}`))).toEqual(expected);
    }
    const inBody = await client.post(`${RECORDS_PATH}/bookings`, { key, access_token: key });
    expect(expectProblem(inBody).code).toBe('record-key.refused');
    client.cookies.set('key', key);
    client.cookies.set('__Host-tapaamo-staff', key);
    expect(refusalIn(await client.get(`${RECORDS_PATH}/services`))).toEqual(expected);
  });

  it('is nobody by the session of anybody, nor by a key together with a session of staff', async () => {
    const { key } = await RecordCaller.of(api, world);
    const visit = await bookedVisit(api, world.offered);
    await openDoor(visit.client, visit.link);
    for (const client of [visit.professional, visit.client]) {
      const answer = await client.get(`${RECORDS_PATH}/services`);
      expect(expectProblem(answer).code).toBe('record-key.refused');
    }
    const both = await visit.professional.get(`${RECORDS_PATH}/services`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect(expectProblem(both).code).toBe('record-key.refused');
  });

  it('is nobody on any other route', async () => {
    const { key } = await RecordCaller.of(api, world);
    const closed = ROUTE_ROWS.filter(
      ({ permit }) => !['public', 'operator', 'record-system'].includes(permit[0] ?? ''),
    );
    for (const row of closed) {
      const path = row.path.replace(/:\w+/g, world.service.id);
      const headers = { authorization: `Bearer ${key}` };
      const body = row.method === 'GET' ? {} : { body: {} };
      const answer = await api.client().request(row.method, path, { headers, ...body });
      expect([row.method, row.path, expectProblem(answer).code]).toEqual([
        row.method,
        row.path,
        row.unknown,
      ]);
    }
    expect(closed.length).toBeGreaterThan(80);
  });

  it('does nothing from a page of another site', async () => {
    const caller = await RecordCaller.of(api, world);
    const headers = { origin: 'https://evil.example', 'idempotency-key': 'k'.repeat(20) };
    const answer = await caller.request('POST', '/bookings', { body: {}, headers });
    expect(expectProblem(answer).code).toBe('access.origin-not-allowed');
  });

  it.each([
    ['calendar:read', 'bookings:read', '/visits/0198a0c4-0000-4000-8000-000000000000'],
    ['bookings:read', 'calendar:read', '/services'],
    ['bookings:write', 'calendar:read', '/professionals'],
    ['bookings:write', 'bookings:read', '/visits/0198a0c4-0000-4000-8000-000000000000'],
  ] as const)('by a key for %s is not let do what needs %s', async (scope, needed, path) => {
    const caller = await RecordCaller.of(api, world, { scopes: [scope] });
    const answer = await caller.get(path);
    expect(expectProblem(answer)).toMatchObject({ status: 403, code: 'record-key.scope-missing' });
    expect(answer.headers.get('www-authenticate')).toContain('insufficient_scope');
    await caller.get(path);
    const told = await entriesOf(api, world.organisationId);
    expect(told.filter(({ actorKind }) => actorKind === 'record-system')).toMatchObject([
      {
        actorId: caller.keyId,
        event: 'record-key.scope-refused',
        targetKind: 'record-key',
        targetId: caller.keyId,
        details: { scope: needed },
      },
    ]);
  });

  it('by a key that only reads changes nothing', async () => {
    const visit = await bookedVisit(api, world.service);
    const caller = await RecordCaller.of(api, world, {
      scopes: ['calendar:read', 'bookings:read'],
    });
    for (const [path, body] of [
      ['/bookings', {}],
      [`/visits/${visit.visitId}/time`, {}],
      [`/visits/${visit.visitId}/cancel`, { version: 1, reason: 'other' }],
    ] as const) {
      const answer = await caller.post(path, body, 'k'.repeat(20));
      expect(expectProblem(answer).code).toBe('record-key.scope-missing');
    }
  });

  it('is limited by the key, not by where it asks from', async () => {
    const [one, other] = [await RecordCaller.of(api, world), await RecordCaller.of(api, world)];
    const statuses: number[] = [];
    for (let asked = 0; asked <= 120; asked += 1) {
      statuses.push((await one.get('/professionals')).status);
    }
    expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([
      120, 429,
    ]);
    expect((await other.get('/professionals')).status).toBe(200);
  });

  it('is refused without being looked for when too many wrong keys came from there', async () => {
    const { key } = await RecordCaller.of(api, world, { scopes: ['bookings:read'] });
    const wrong = `${key.slice(0, -8)}${'A'.repeat(8)}`;
    const from = (address: string, authorization: string) =>
      api.client({ from: address }).get(`${RECORDS_PATH}/services`, { headers: { authorization } });
    const flood = '203.0.113.201';
    expect((await from(flood, `Bearer ${key}`)).status).toBe(403);
    for (let asked = 1; asked < 300; asked += 1) {
      expect((await from(flood, `Bearer ${wrong}`)).status).toBe(401);
    }
    expect(expectProblem(await from(flood, `Bearer ${wrong}`)).code).toBe('request.too-many');
    expect((await from('203.0.113.202', `Bearer ${wrong}`)).status).toBe(401);
  });

  it('leaves no key in the log', async () => {
    const caller = await RecordCaller.of(api, world);
    await caller.get('/services');
    await caller.get(`/services?key=${caller.key}`);
    await ask(`Bearer ${caller.key}x`);
    await caller.post('/bookings', { key: caller.key }, 'k'.repeat(20));
    expect(api.log.lines.length).toBeGreaterThan(0);
    expect(api.log.lines.join('\n')).not.toContain(caller.key.slice(14, 30));
  });
});

describe('another organisation, with row-level security away', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startApi();
    await disableRowLevelSecurity(api.dataSource);
  });

  afterAll(async () => {
    await api.close();
  });

  it('is out of reach by code alone', async () => {
    const world = await buildWorld(api.dataSource);
    const other = await buildWorld(api.dataSource, { name: 'Toinen' });
    const caller = await RecordCaller.of(api, world);
    const visit = await bookedVisit(api, other.service);
    const path = `/visits/${visit.visitId}`;
    const time = { version: 1, date: '2027-02-11', time: '12:00', durationMinutes: 45 };
    const wish = { ...bookingRequest(other.service), professionalId: world.professional.id };
    const days = 'from=2027-02-11&to=2027-02-11';
    for (const answer of [
      await caller.get(path),
      await caller.post(`${path}/time`, time),
      await caller.post(`${path}/cancel`, { version: 1, reason: 'other' }),
      await caller.post('/bookings', wish, 'k'.repeat(20)),
      await caller.get(`/professionals/${other.professional.id}/busy?${days}`),
      await caller.get(
        `/professionals/${world.professional.id}/free?${days}&serviceId=${other.service.id}`,
      ),
    ]) {
      expect(expectProblem(answer).code).toBe('access.denied-or-missing');
    }
    const lists = await Promise.all(['/services', '/professionals'].map((one) => caller.get(one)));
    for (const { text } of lists) {
      expect(text).not.toContain(other.service.id);
      expect(text).not.toContain(other.professional.id);
    }
  });
});
