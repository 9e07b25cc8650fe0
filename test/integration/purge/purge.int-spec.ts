import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { addPeriod, hashSecret } from '@tapaamo/common';
import { doorViewSchema, forgettingSchema, type Booking } from '@tapaamo/contracts';
import { ForgottenLink, VisitRow } from '@tapaamo/visit';
import { expectAnswer, type ApiClient } from '../../support/api-client.js';
import { book, linkOf } from '../../support/builders/booking-builder.js';
import { buildProfessional } from '../../support/builders/professional-builder.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const DAY_MS = 86_400_000;

describe('forgetting what is due', () => {
  let api: TestApi;
  let runner: TestJobRunner;
  let second: TestJobRunner;
  let world: TestOrganisation;
  let professional: ApiClient;

  beforeAll(async () => {
    api = await startApi();
    [runner, second] = [await startJobRunner(api), await startJobRunner(api)];
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    world = await buildWorld(api.dataSource);
    const account = await buildProfessional(api.dataSource, world);
    professional = api.client();
    await professional.signIn(account.email);
  });

  afterEach(async () => {
    await api.dataSource.query('DROP TRIGGER IF EXISTS refuse ON booking');
    api.clock.advance(400 * DAY_MS);
    await runner.sweep();
    // The clock goes back for the next test; no run may seem to lie in its future.
    await api.dataSource.query('DELETE FROM purge_run');
  });

  afterAll(async () => {
    await Promise.all([runner.close(), second.close()]);
    await api.close();
  });

  const visitsLeft = () =>
    api.dataSource.manager.countBy(VisitRow, { organisationId: world.organisationId });
  const keysLeft = () => api.keys.count();
  const look = async (link: string) =>
    expectAnswer(await api.client().post('/api/door/look', { link }), 200, doorViewSchema);
  const overview = async () => {
    const admin = api.client();
    await admin.signIn(world.admin.email);
    return expectAnswer(await admin.get('/api/forgetting'), 200, forgettingSchema);
  };
  const bookAt = (hour: number): Promise<Booking> =>
    book(professional, world.service, { time: `${String(hour)}:00` });

  it('keeps a visit until the last millisecond and forgets it at its instant', async () => {
    const { purgeDueAt } = await bookAt(11);
    api.clock.set(new Date(Date.parse(purgeDueAt) - 1));
    expect(await runner.sweep()).toEqual({ erased: 0, failed: 0 });
    expect(await visitsLeft()).toBe(1);
    api.clock.set(purgeDueAt);
    expect(await runner.sweep()).toEqual({ erased: 1, failed: 0 });
    expect([await visitsLeft(), await keysLeft()]).toEqual([0, 0]);
    expect(await runner.sweep()).toEqual({ erased: 0, failed: 0 });
  });

  it('tells admins and data protection officers what destroying a day key is worth', async () => {
    expect((await overview()).keyStore).toEqual({
      provider: 'file',
      grade: 'C',
      destroyLatency: 'PT0S',
      caveats: ['disk-may-keep'],
    });
  });

  it('forgets a visit whose link counts as forgotten already', async () => {
    const { purgeDueAt, visitId } = await bookAt(11);
    const linkHash = hashSecret('link', await linkOf(api, visitId));
    const { organisationId } = world;
    const forgottenOn = '2027-01-01';
    await api.dataSource.manager.insert(ForgottenLink, { linkHash, organisationId, forgottenOn });
    api.clock.set(purgeDueAt);
    expect(await runner.sweep()).toEqual({ erased: 1, failed: 0 });
    expect(await visitsLeft()).toBe(0);
  });

  it('hides what is due from every reader before any sweep', async () => {
    const { purgeDueAt, visitId } = await bookAt(11);
    const link = await linkOf(api, visitId);
    api.clock.set(purgeDueAt);
    await professional.signInAgain();
    expect((await professional.get('/api/bookings?from=2027-02-10&to=2027-02-10')).json).toEqual({
      bookings: [],
    });
    expect((await professional.get(`/api/visits/${visitId}`)).status).toBe(404);
    expect(await look(link)).toEqual({ state: 'forgetting' });
    expect(await visitsLeft()).toBe(1);
  });

  it('leaves the visits that are not due, the organisation and its counters alone', async () => {
    await bookAt(11);
    const later = await book(professional, world.service, { date: '2027-02-12' });
    const link = await linkOf(api, later.visitId);
    api.clock.set('2027-03-11T12:00:00Z');
    expect(await runner.sweep()).toEqual({ erased: 1, failed: 0 });
    await professional.signInAgain();
    expect((await professional.get(`/api/visits/${later.visitId}`)).status).toBe(200);
    expect((await look(link)).state).toBe('ended');
    const [counted] = await api.dataSource.query<{ visits: string }[]>(
      'SELECT sum(visits) AS visits FROM visit_count WHERE organisation_id = $1',
      [world.organisationId],
    );
    expect(Number(counted?.visits)).toBe(2);
  });

  it('lets the link answer on which day it was forgotten, for a year', async () => {
    const { purgeDueAt, visitId } = await bookAt(11);
    const link = await linkOf(api, visitId);
    api.clock.set(addPeriod(new Date(purgeDueAt), 'P3D'));
    await runner.sweep();
    expect(await look(link)).toEqual({ state: 'forgotten', forgottenOn: '2027-03-13' });
    api.clock.set(addPeriod(new Date(purgeDueAt), 'P13M'));
    await runner.sweep();
    expect((await api.client().post('/api/door/look', { link })).status).toBe(404);
    const linkHash = hashSecret('link', link);
    expect(await api.dataSource.manager.countBy(ForgottenLink, { linkHash })).toBe(0);
  });

  it('goes on when one visit cannot be forgotten, says so, and catches up', async () => {
    const [stuck] = [await bookAt(11), await bookAt(12), await bookAt(13)];
    await api.dataSource.query(
      `CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN RAISE EXCEPTION 'no'; END $$`,
    );
    await api.dataSource.query(
      `CREATE TRIGGER refuse BEFORE DELETE ON booking FOR EACH ROW
       WHEN (OLD.id = '${stuck.id}') EXECUTE FUNCTION refuse()`,
    );
    api.clock.set('2027-03-11T12:00:00Z');
    expect(await runner.sweep()).toEqual({ erased: 2, failed: 1 });
    expect(runner.log.of('purge.visit-failed')).toMatchObject([{ visitId: stuck.visitId }]);
    expect(await overview()).toMatchObject({ late: 1, failed: 1, doneInAll: 2 });
    // Its key went first and for good; the rows stay for the next sweep.
    expect([await visitsLeft(), await keysLeft()]).toEqual([1, 0]);
    await api.dataSource.query('DROP TRIGGER refuse ON booking');
    api.clock.advance(60_000);
    expect(await runner.sweep()).toEqual({ erased: 1, failed: 0 });
  });

  it('is done once when two runners sweep at the same time', async () => {
    for (let hour = 11; hour < 20; hour += 1) {
      await bookAt(hour);
    }
    api.clock.set('2027-03-11T12:00:00Z');
    const results = await Promise.all([runner.sweep(), second.sweep()]);
    expect(results.map(({ failed }) => failed)).toEqual([0, 0]);
    expect(results.reduce((sum, { erased }) => sum + erased, 0)).toBe(9);
    expect((await overview()).doneInAll).toBe(9);
  });

  it('catches up in one sweep after the runner was away for 45 days', async () => {
    const { visitId } = await bookAt(11);
    api.clock.set('2027-04-24T12:00:00Z');
    await professional.signInAgain();
    expect((await professional.get(`/api/visits/${visitId}`)).status).toBe(404);
    expect(await overview()).toMatchObject({ late: 1, doneInAll: 0 });
    expect((await overview()).oldestLateSeconds).toBeGreaterThan(44 * 86_400);
    expect(await runner.sweep()).toEqual({ erased: 1, failed: 0 });
    expect(await overview()).toMatchObject({ late: 0, oldestLateSeconds: null, doneInAll: 1 });
  });

  it('destroys a day’s key once the day is past and empty, and not before', async () => {
    await bookAt(11);
    const keys = () =>
      readdirSync(join(api.config.KEY_STORE_DIR, world.organisationId)).filter((file) =>
        file.endsWith('.key'),
      );
    const [file = ''] = keys();
    expect(file).toMatch(/^2027-03-10\./);
    api.clock.set('2027-03-10T20:00:00Z');
    await runner.sweep();
    expect(keys()).toContain(file);
    api.clock.set('2027-03-11T00:00:00Z');
    await runner.sweep();
    expect(keys()).toEqual([]);
  });

  it('shows an admin what is due, by day, and nothing of another organisation', async () => {
    await bookAt(11);
    await bookAt(12);
    const other = await buildWorld(api.dataSource, { name: 'Toinen' });
    const stranger = api.client();
    await stranger.signIn(other.professional.email);
    await book(stranger, other.service);
    api.clock.set('2027-03-01T12:00:00Z');
    const seen = await overview();
    expect(seen).toMatchObject({ dueNext24Hours: 0, dueNext31Days: 2, dueInAll: 2, late: 0 });
    expect(seen.days.filter(({ due }) => due > 0)).toEqual([
      { day: '2027-03-10', due: 2, done: 0 },
    ]);
    expect(seen.days).toHaveLength(46);
  });
});
