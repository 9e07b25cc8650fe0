import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { forgettingSchema } from '@tapaamo/contracts';
import { PurgeRun } from '@tapaamo/purge';
import { KeyStore } from '@tapaamo/vault';
import { DoorSessionRow, EndVisitService, VisitRow } from '@tapaamo/visit';
import { expectAnswer } from '../../support/api-client.js';
import { bookedVisit } from '../../support/booked-visit.js';
import { openDoor } from '../../support/door.js';
import { emptyVisits } from '../../support/empty-visits.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

/** A visit at 10.15 to 10.45 on 10 February is due on 10 March; the day after, its day is past. */
const NEXT_DAY = '2027-03-11T08:00:00.000Z';

describe('a sweep of which a step fails', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let other: TestOrganisation;
  let runner: TestJobRunner;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    other = await buildWorld(api.dataSource, { name: 'Toinen' });
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    await emptyVisits(api);
    runner = await startJobRunner(api);
  });

  afterEach(async () => {
    await runner.close();
  });

  afterAll(async () => {
    await api.close();
  });

  /** Whether the day has a key, of any generation: each test comes to it again. */
  const hasDayKey = ({ organisationId }: TestOrganisation) =>
    readdirSync(join(api.config.KEY_STORE_DIR, organisationId)).some((file) =>
      /^2027-03-10\.\d+\.key$/.test(file),
    );
  const visitsLeft = () => api.dataSource.manager.count(VisitRow);
  const lastRun = () => api.dataSource.manager.findOneByOrFail(PurgeRun, {});
  const overview = async () => {
    const admin = api.client();
    await admin.signIn(world.admin.email);
    return expectAnswer(await admin.get('/api/forgetting'), 200, forgettingSchema);
  };
  const inside = <T extends object>(token: abstract new (...args: never[]) => T): T =>
    runner.module.get<T>(token, { strict: false });

  it('still forgets what is due when overdue visits cannot even be looked for', async () => {
    await bookedVisit(api, world.service);
    inside(EndVisitService).closeOverdue = () => Promise.reject(new Error('no'));
    api.clock.set(NEXT_DAY);
    await expect(runner.sweep()).resolves.toEqual({ erased: 1, failed: 1 });
    await expect(visitsLeft()).resolves.toBe(0);
    expect(hasDayKey(world)).toBe(false);
    expect(runner.log.of('purge.visits-not-closed')).toHaveLength(1);
    await expect(lastRun()).resolves.toMatchObject({ failed: 1, stepsFailed: 1, erased: 1 });
    await expect(overview()).resolves.toMatchObject({ late: 0, failed: 1, lastSweepAt: NEXT_DAY });
  });

  it('destroys the day keys that the key database knows when the store cannot list one’s, and those of other organisations', async () => {
    await bookedVisit(api, world.service);
    await bookedVisit(api, other.service);
    const keyStore = inside(KeyStore);
    const listBefore = keyStore.listBefore.bind(keyStore);
    keyStore.listBefore = (organisationId, day) =>
      organisationId === world.organisationId
        ? Promise.reject(new Error(`EACCES: ${organisationId}`))
        : listBefore(organisationId, day);
    api.clock.set(NEXT_DAY);
    await expect(runner.sweep()).resolves.toEqual({ erased: 2, failed: 1 });
    expect([hasDayKey(world), hasDayKey(other)]).toEqual([false, false]);
    const logged = runner.log.of('purge.day-key-not-destroyed');
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).not.toContain(world.organisationId);
    await expect(overview()).resolves.toMatchObject({ failed: 1, lastSweepAt: NEXT_DAY });
  });

  it('says so when no key at all can be read, and erases what is passing', async () => {
    const visit = await bookedVisit(api, world.service);
    await bookedVisit(api, world.service, { date: '2027-03-10' });
    await openDoor(visit.client, visit.link);
    const keys = api.config.KEY_STORE_DIR;
    renameSync(keys, `${keys}.away`);
    // A file where a folder should be: no right to read cannot be tried as root.
    writeFileSync(keys, '');
    api.clock.set('2027-02-11T08:00:00Z');
    await expect(runner.sweep()).resolves.toEqual({ erased: 0, failed: 1 });
    expect(runner.log.of('purge.days-not-destroyed')).toHaveLength(1);
    await expect(api.dataSource.manager.count(DoorSessionRow)).resolves.toBe(0);
    rmSync(keys);
    renameSync(`${keys}.away`, keys);
    await expect(runner.sweep()).resolves.toEqual({ erased: 0, failed: 0 });
  });

  it('erases the rest of what is passing when one table refuses', async () => {
    const { client, link } = await bookedVisit(api, world.service);
    await openDoor(client, link);
    await api.dataSource.query(
      `CREATE FUNCTION refuse_erasing() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'no'; END $$`,
    );
    await api.dataSource.query(
      `CREATE TRIGGER refuse_erasing BEFORE DELETE ON identification_transaction
       FOR EACH STATEMENT EXECUTE FUNCTION refuse_erasing()`,
    );
    api.clock.set('2027-02-11T08:00:00.000Z');
    await expect(runner.sweep()).resolves.toEqual({ erased: 0, failed: 1 });
    await expect(api.dataSource.manager.count(DoorSessionRow)).resolves.toBe(0);
    expect(runner.log.of('purge.transactions-not-erased')).toMatchObject([{ code: 'P0001' }]);
    await expect(overview()).resolves.toMatchObject({
      failed: 1,
      lastSweepAt: '2027-02-11T08:00:00.000Z',
    });
    await api.dataSource.query('DROP TRIGGER refuse_erasing ON identification_transaction');
  });
});
