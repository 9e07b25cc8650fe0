import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseNotifications } from '@tapaamo/database';
import pg from 'pg';
import { expectProblem, type ApiAnswer, type ApiClient } from '../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { bookingRequest } from '../../support/builders/booking-builder.js';
import { databaseSnapshot } from '../../support/database-snapshot.js';
import { announceNode, openDoor, visitPath } from '../../support/door.js';
import { eventually } from '../../support/eventually.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { layWire, type Wire } from '../../support/wire.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

/** Longest time of a statement here; a page must hear within a few of them that the database is away. */
const DEADLINE_MS = 500;

/** Kills every connection to a database, many times a second. @returns Ends it. */
async function killConnections({ name, adminUrl }: TestDatabase): Promise<() => Promise<void>> {
  const url = new URL(adminUrl);
  url.pathname = '/postgres';
  const admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  const killer = { over: false };
  const killing = (async () => {
    while (!killer.over) {
      await admin.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1',
        [name],
      );
      await delay(15);
    }
    await admin.end();
  })();
  return async () => {
    killer.over = true;
    await killing;
  };
}

describe('an API that loses its database', () => {
  let database: TestDatabase;
  let wire: Wire;
  let api: TestApi;
  let world: TestOrganisation;
  let visit: BookedVisit;

  beforeAll(async () => {
    database = await createTestDatabase();
    wire = await layWire(database.url);
    api = await startApi({
      database,
      config: { DATABASE_URL: wire.url, DATABASE_DEADLINE_MS: DEADLINE_MS },
    });
    world = await buildWorld(api.dataSource);
    await announceNode(api);
    visit = await bookedVisit(api, world.service);
    await openDoor(visit.client, visit.link);
  });

  afterAll(async () => {
    await wire.mend();
    await api.close();
    await wire.close();
    await database.drop();
  });

  /** One request of each kind: staff, client and anyone, reading and writing. */
  const requests = (): (() => Promise<ApiAnswer>)[] => {
    const { professional, client, link, visitId } = visit;
    const own = (path: string) => () => professional.get(path);
    return [
      own('/api/me'),
      own('/api/services'),
      own('/api/bookings?from=2027-02-10&to=2027-02-11'),
      own(visitPath(visitId)),
      () => professional.post(visitPath(visitId, '/meeting-access')),
      () => professional.post('/api/bookings', bookingRequest(world.service)),
      () => client.get('/api/door'),
      () => client.post('/api/door/enter', {}),
      () => client.post('/api/door/look', { link }),
      () => api.client().post('/api/sign-in', { email: visit.account.email, password: 'x' }),
      () => api.client().get('/health/ready'),
    ];
  };
  const outage = (answer: ApiAnswer): boolean => {
    if (answer.status !== 503) {
      return false;
    }
    expect(expectProblem(answer).code).toBe('service.database-unavailable');
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    return true;
  };
  const works = (client: ApiClient) =>
    eventually(
      'the API works again',
      async () => (await client.get('/api/services')).status === 200,
    );

  it('says so on every route while the database is gone, lives, and recovers by itself', async () => {
    await wire.cut();
    for (const request of requests()) {
      expect(outage(await request())).toBe(true);
    }
    expect((await api.client().get('/health/live')).status).toBe(200);
    await wire.mend();
    await works(visit.professional);
    expect((await api.client().get('/health/ready')).status).toBe(200);
    expect((await visit.client.get('/api/door')).status).toBe(200);
  });

  it('says so within its deadline on every route while the database is silent, and recovers', async () => {
    wire.silence();
    const begun = performance.now();
    const answers = await Promise.all(requests().map((request) => request()));
    expect(performance.now() - begun).toBeLessThan(20 * DEADLINE_MS);
    expect(answers.map(outage)).toEqual(answers.map(() => true));
    await wire.mend();
    await works(visit.professional);
  });

  it('answers or says so while its connections are killed again and again, and loses nothing', async () => {
    const stopKilling = await killConnections(database);
    const booked: string[] = [];
    const statuses = new Set<number>();
    for (let minute = 0; minute < 40; minute += 1) {
      const time = `${String(12 + Math.floor(minute / 10))}:${String((minute % 10) * 5).padStart(2, '0')}`;
      const request = bookingRequest(world.service, { time, durationMinutes: 5 });
      const answers = await Promise.all([
        visit.professional.post('/api/bookings', request),
        visit.client.get('/api/door'),
        visit.professional.get(visitPath(visit.visitId)),
      ]);
      for (const answer of answers) {
        statuses.add(answer.status);
        expect([200, 201].includes(answer.status) || outage(answer) || answer.text).toBe(true);
      }
      if (answers[0].status === 201) {
        booked.push((answers[0].json as { id: string }).id);
      }
    }
    await stopKilling();
    await works(visit.professional);
    expect(statuses).toContain(503);
    const rows = await databaseSnapshot(database.adminUrl);
    const count = (table: string) => rows[`public.${table}`]?.length ?? 0;
    for (const id of booked) {
      expect(rows['public.booking']?.some((row) => row.includes(id))).toBe(true);
    }
    expect([count('visit'), count('outbox_message')]).toEqual(
      Array.from({ length: 2 }, () => count('booking')),
    );
    expect(count('participant')).toBe(2 * count('booking'));
    expect(api.log.of('http.refused').filter(({ status }) => status === 500)).toEqual([]);
  });

  it('tells listeners to read everything once it listens again, and hears what comes then', async () => {
    const notifications = api.get(DatabaseNotifications);
    const heard: (string | null)[] = [];
    const stop = notifications.listen('visit_changed', (id) => heard.push(id));
    await wire.cut();
    await wire.mend();
    await eventually('listeners are told', () => heard.includes(null));
    heard.length = 0;
    const change = `${world.organisationId}/${visit.visitId}`;
    await notifications.notify(api.dataSource.manager, 'visit_changed', change);
    await eventually('the change is heard', () => heard.includes(change));
    stop();
  });

  it('says that a statement took too long, when another transaction stands in its way', async () => {
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    await admin.query('BEGIN');
    await admin.query('SELECT FROM visit WHERE id = $1 FOR UPDATE', [visit.visitId]);
    const answer = await visit.professional.post(visitPath(visit.visitId, '/meeting-access'));
    await admin.query('ROLLBACK');
    await admin.end();
    expect(expectProblem(answer)).toMatchObject({ code: 'service.deadline-exceeded', status: 503 });
    expect(
      (await visit.professional.post(visitPath(visit.visitId, '/meeting-access'))).status,
    ).toBe(200);
  });

  it('writes no statement and no value into the log meanwhile', () => {
    expect(api.log.lines.length).toBeGreaterThan(50);
    expect(api.log.lines.join('')).not.toMatch(/SELECT|INSERT|Aino|Virtanen|35840123/);
  });
});
