import { randomUUID } from 'node:crypto';
import { doorViewSchema } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { Vault } from '@tapaamo/vault';
import { VisitRow } from '@tapaamo/visit';
import { expectAnswer, expectProblem } from '../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { bookingRequest, sealedClientOf } from '../../support/builders/booking-builder.js';
import { visitPath } from '../../support/door.js';
import { emptyVisits } from '../../support/empty-visits.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { someKey } from '../../support/visit-keys.js';
import { layWire, type Wire } from '../../support/wire.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

/** A visit at 10.15 to 10.45 on 10 February is due then. */
const DUE = '2027-03-10T08:45:00.000Z';
const LATER = new Date('2027-03-20T10:00:00Z');
const DAY_MS = 86_400_000;
const LIST = '/api/bookings?from=2027-02-10&to=2027-02-10';

describe('the key database', () => {
  let database: TestDatabase;
  let wire: Wire;
  let api: TestApi;
  let world: TestOrganisation;
  let runner: TestJobRunner;
  let vault: Vault;

  beforeAll(async () => {
    database = await createTestDatabase();
    wire = await layWire(database.keys.url);
    api = await startApi({ database, config: { KEY_DATABASE_URL: wire.url } });
    world = await buildWorld(api.dataSource);
    vault = api.get(Vault);
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    await emptyVisits(api);
    // Of its own for each test: it walks through all keys at its first sweep.
    runner = await startJobRunner(api);
  });

  afterEach(async () => {
    await wire.mend();
    await runner.close();
  });

  afterAll(async () => {
    await api.close();
    await wire.close();
    await database.drop();
  });

  const visit = (): Promise<BookedVisit> => bookedVisit(api, world.service);
  const isThere = ({ visitId }: BookedVisit) =>
    api.dataSource.manager.existsBy(VisitRow, { id: visitId });
  const moveMain = ({ visitId }: BookedVisit, dueAt: Date) =>
    api.dataSource.manager.update(VisitRow, { id: visitId }, { purgeDueAt: dueAt });
  const view = async ({ client, link }: BookedVisit) =>
    expectAnswer(await client.post('/api/door/look', { link }), 200, doorViewSchema);
  const within = <T>(work: Parameters<OrganisationScope['of']>[1]) =>
    api.get(OrganisationScope).of(world.organisationId, work) as Promise<T>;
  const newKey = () => ({
    visitId: randomUUID(),
    organisationId: world.organisationId,
    dueAt: LATER,
  });
  const orphans = async (count: number) => {
    for (let made = 0; made < count; made += 1) {
      const { visitId, organisationId, dueAt } = newKey();
      await api.keys.put(someKey(visitId, organisationId, dueAt), new Date(NOW));
    }
  };

  it('has a key before the visit is there, and of a booking that is cut off it is swept after an hour', async () => {
    const cutOff = async () => {
      // No scope is told how it ended, as when the process goes.
      await api.dataSource.transaction((tx) => vault.createVisitKey(tx, newKey()));
    };
    await cutOff();
    await expect(api.keys.count()).resolves.toBe(1);
    api.clock.advance(3_600_000);
    await runner.sweep();
    await expect(api.keys.count()).resolves.toBe(1);
    api.clock.advance(600_001);
    await expect(runner.sweep()).resolves.toMatchObject({ failed: 0 });
    await expect(api.keys.count()).resolves.toBe(0);
  });

  it('takes the key of a booking back that failed, and keeps that of one that may have been committed', async () => {
    await expect(
      within(async (tx) => {
        await vault.createVisitKey(tx, newKey());
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
    await expect(api.keys.count()).resolves.toBe(0);
    await expect(
      within(async (tx) => {
        await vault.createVisitKey(tx, newKey());
        await api.dataSource.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction' AND pid <> pg_backend_pid()",
        );
      }),
    ).rejects.toThrow();
    await expect(api.keys.count()).resolves.toBe(1);
  });

  it('moves a key to an earlier instant at once, to a later one after the visit’s own', async () => {
    const { visitId, booking } = await visit();
    const dueOf = async () => (await api.keys.of(visitId)).dueAt.toISOString();
    const earlier = new Date(Date.parse(booking.purgeDueAt) - DAY_MS);
    await expect(
      within(async (tx) => {
        await vault.moveVisit(tx, visitId, LATER);
        expect(await dueOf()).toBe(DUE);
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    await expect(dueOf()).resolves.toBe(DUE);
    await within((tx) => vault.moveVisit(tx, visitId, LATER));
    await expect(dueOf()).resolves.toBe(LATER.toISOString());
    await within(async (tx) => {
      await vault.moveVisit(tx, visitId, earlier);
      expect(await dueOf()).toBe(earlier.toISOString());
    });
  });

  it('follows the visit where the two differ, and until then the earlier counts', async () => {
    const [pushed, cutShort] = [await visit(), await visit()];
    await moveMain(pushed, LATER);
    const early = new Date('2027-02-10T11:00:00Z');
    await moveMain(cutShort, early);
    api.clock.set(early);
    await expect(sealedClientOf(api, cutShort.visitId)).rejects.toThrow('vault.sealed');
    api.clock.set('2027-02-10T10:59:59.999Z');
    await expect(sealedClientOf(api, cutShort.visitId)).resolves.toBeDefined();
    await expect(runner.sweep()).resolves.toEqual({ erased: 0, failed: 0 });
    expect((await api.keys.of(pushed.visitId)).dueAt).toEqual(LATER);
    expect(await api.keys.of(cutShort.visitId)).toMatchObject({
      dueAt: early,
      dueDay: '2027-02-10',
    });
    api.clock.set('2027-03-15T08:00:00Z');
    await expect(sealedClientOf(api, pushed.visitId)).resolves.toMatchObject({
      name: 'Aino Virtanen',
    });
  });

  it('opens nothing for who does not see the visit in the main database', async () => {
    const { visitId } = await visit();
    const place = { table: 'participant', rowId: randomUUID() };
    const secretIn = (organisationId: string) =>
      api.get(OrganisationScope).of(organisationId, (tx) => vault.secretFor(tx, visitId, place, 1));
    await expect(secretIn(world.organisationId)).resolves.toHaveLength(32);
    await expect(secretIn(randomUUID())).rejects.toThrow('vault.sealed');
  });

  it('loses a visit’s key for good before its rows go, and the next sweep finishes what was cut off', async () => {
    const due = await visit();
    await api.dataSource.query(`CREATE FUNCTION cut_off() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'cut off'; END $$`);
    await api.dataSource.query(
      'CREATE TRIGGER cut_off BEFORE DELETE ON booking FOR EACH ROW EXECUTE FUNCTION cut_off()',
    );
    api.clock.set(DUE);
    await expect(runner.sweep()).resolves.toEqual({ erased: 0, failed: 1 });
    await expect(api.keys.count()).resolves.toBe(0);
    await expect(isThere(due)).resolves.toBe(true);
    await expect(view(due)).resolves.toEqual({ state: 'forgetting' });
    await api.dataSource.query('DROP TRIGGER cut_off ON booking');
    api.clock.advance(60_000);
    await expect(runner.sweep()).resolves.toEqual({ erased: 1, failed: 0 });
    await expect(isThere(due)).resolves.toBe(false);
    await expect(view(due)).resolves.toMatchObject({ state: 'forgotten' });
  });

  it('that is away is an outage: nothing is told as forgotten, nor forgotten, and it goes on by itself', async () => {
    const due = await visit();
    const { professional } = due;
    await wire.cut();
    const asked = [
      await professional.get(LIST),
      await professional.get(visitPath(due.visitId)),
      await professional.post('/api/bookings', bookingRequest(world.service, { time: '17:00' })),
    ];
    expect(asked.map((answer) => expectProblem(answer).code)).toEqual(
      asked.map(() => 'vault.keys-missing'),
    );
    expect(asked.map(({ status }) => status)).toEqual([503, 503, 503]);
    await expect(api.dataSource.manager.count(VisitRow)).resolves.toBe(1);
    api.clock.set(DUE);
    await expect(runner.sweep()).resolves.toMatchObject({ erased: 0 });
    await expect(isThere(due)).resolves.toBe(true);
    await expect(view(due)).resolves.toEqual({ state: 'forgetting' });
    expect(runner.log.of('purge.visits-not-forgotten')).toMatchObject([
      { errorClass: 'KeyDatabaseUnavailableError' },
    ]);
    await wire.mend();
    await expect(runner.sweep()).resolves.toEqual({ erased: 1, failed: 0 });
    await expect(isThere(due)).resolves.toBe(false);
  });

  it('of another installation in its place is an outage too', async () => {
    const booked = await visit();
    await api.keys.pool.query('CREATE TABLE own AS SELECT identity FROM key_installation');
    await api.keys.pool.query('UPDATE key_installation SET identity = gen_random_uuid()');
    await wire.cut();
    await wire.mend();
    const answer = await booked.professional.get(LIST);
    expect(expectProblem(answer)).toMatchObject({ code: 'vault.keys-missing', status: 503 });
    await api.keys.pool.query('UPDATE key_installation SET identity = own.identity FROM own');
    await api.keys.pool.query('DROP TABLE own');
    expect((await booked.professional.get(LIST)).status).toBe(200);
  });

  it('keeps so many keys without a visit until they are due that the visits may be those of an older database', async () => {
    await visit();
    await orphans(4);
    api.clock.advance(DAY_MS);
    await expect(runner.sweep()).resolves.toEqual({ erased: 0, failed: 1 });
    expect(runner.log.of('purge.keys-without-visits')).toMatchObject([{ count: 4 }]);
    await expect(api.keys.count()).resolves.toBe(5);
    api.clock.set(LATER);
    await expect(runner.sweep()).resolves.toEqual({ erased: 1, failed: 0 });
    await expect(api.keys.count()).resolves.toBe(0);
  });

  it('lets a closed day take no more keys: the next go to another generation', async () => {
    const organisationId = randomUUID();
    const keyOf = async (dueAt: Date) => {
      const visitId = randomUUID();
      await vault.createVisitKey(api.dataSource.manager, { visitId, organisationId, dueAt });
      return api.keys.of(visitId);
    };
    const first = await keyOf(LATER);
    await api.keys.remove(first.visitId);
    await api.keys.pool.query("UPDATE key_day SET state = 'closing' WHERE organisation_id = $1", [
      organisationId,
    ]);
    await expect(keyOf(LATER)).resolves.toMatchObject({ generation: 2 });
    // What a run left that was cut off after it closed the day.
    await expect(vault.destroyPastDays()).resolves.toMatchObject({ failures: [] });
    const { rows } = await api.keys.pool.query(
      'SELECT generation, state FROM key_day WHERE organisation_id = $1 ORDER BY 1',
      [organisationId],
    );
    expect(rows).toEqual([
      { generation: 1, state: 'destroyed' },
      { generation: 2, state: 'live' },
    ]);
  });
});
