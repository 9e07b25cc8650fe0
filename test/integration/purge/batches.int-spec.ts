import { forgettingSchema } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { PurgeBatch, PurgeItem, PurgeRun, PurgeService } from '@tapaamo/purge';
import { MediaNode, VisitRow } from '@tapaamo/visit';
import { register } from 'prom-client';
import { IsNull } from 'typeorm';
import { expectAnswer } from '../../support/api-client.js';
import { entriesOf } from '../../support/audit.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { CutOff } from '../../support/cut-off.js';
import { announceNode, silence } from '../../support/door.js';
import { dueVisits } from '../../support/due-visits.js';
import { emptyVisits } from '../../support/empty-visits.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

/** Before anything is due that was booked at the tests' present. */
const TODAY = '2027-02-11T08:00:00.000Z';
const DUE = new Date('2027-02-11T07:00:00.000Z');
const MINUTE_MS = 60_000;

/** After so long a batch that was cut off is taken over. */
const LEASE_MS = 5 * MINUTE_MS;

describe('a sweep in batches', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let other: TestOrganisation;
  let runner: TestJobRunner;
  let second: TestJobRunner;
  let visit: BookedVisit;
  let othersVisit: BookedVisit;
  let toldBefore: number;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    other = await buildWorld(api.dataSource, { name: 'Toinen' });
    runner = await startJobRunner(api);
    second = await startJobRunner(api);
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    await emptyVisits(api);
    Object.assign(api.config, { PURGE_BATCH: 500, PURGE_MAX_PER_SWEEP: 250_000 });
    visit = await bookedVisit(api, world.service);
    othersVisit = await bookedVisit(api, other.service);
    runner.log.lines.length = 0;
    toldBefore = await toldOf();
    api.clock.set(TODAY);
    // A sweep has nothing to end then, and so the same statements each time.
    await second.closeOverdue();
  });

  afterAll(async () => {
    await Promise.all([runner.close(), second.close()]);
    await api.close();
  });

  const due = (count: number, pattern = visit, dueAt = DUE) =>
    dueVisits(api, pattern, { count, dueAt });
  const visitsOf = ({ organisationId }: TestOrganisation) =>
    api.dataSource.manager.countBy(VisitRow, { organisationId });
  const seenIn = ({ organisationId }: TestOrganisation) =>
    api.get(OrganisationScope).of(organisationId, (tx) => tx.count(VisitRow));
  const sum = async (sql: string): Promise<number> => {
    const [row] = await api.dataSource.query<{ sum: string | null }[]>(`SELECT sum(${sql}`);
    return Number(row?.sum ?? 0);
  };
  const counted = () => sum('erased) FROM purge_count');
  const toldOf = () =>
    sum(`(details->>'erased')::integer) FROM audit_entry WHERE event = 'forgetting.swept'`);
  /** Besides what was told before the test. */
  const toldOfNew = async () => (await toldOf()) - toldBefore;
  const metric = async (name: string, reason?: string) => {
    const { values } = (await register.getSingleMetric(name)?.get()) ?? { values: [] };
    return values.find(({ labels }) => labels['reason'] === reason)?.value;
  };
  const overviewOf = async ({ admin }: TestOrganisation) => {
    const client = api.client();
    await client.signIn(admin.email);
    return expectAnswer(await client.get('/api/forgetting'), 200, forgettingSchema);
  };
  /** What deletes a booking, of all or of one, meets this. */
  const refuse = async (sqlState: string, bookingId?: string) => {
    await api.dataSource
      .query(`CREATE OR REPLACE FUNCTION refuse_batch() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION USING ERRCODE = '${sqlState}', MESSAGE = 'no'; END $$`);
    const which = bookingId === undefined ? '' : `WHEN (OLD.id = '${bookingId}')`;
    await api.dataSource
      .query(`CREATE TRIGGER refuse_batch BEFORE DELETE ON booking FOR EACH ROW ${which}
      EXECUTE FUNCTION refuse_batch()`);
  };
  const allow = () => api.dataSource.query('DROP TRIGGER refuse_batch ON booking');

  it('that is cut off after any statement loses nothing, counts nobody twice and is finished by the next', async () => {
    const cutOff = new CutOff(runner);
    let made = 0;
    let statements = 0;
    for (let isCut = true; isCut; statements += 1) {
      await due(2, visit, api.clock.now());
      await due(1, othersVisit, api.clock.now());
      made += 3;
      cutOff.after(statements + 1);
      await runner.sweep().catch(() => undefined);
      isCut = cutOff.revive();

      const place = `after statement ${String(statements + 1)}`;
      expect([place, await seenIn(world), await seenIn(other)]).toEqual([place, 1, 1]);
      const { rows } = await api.keys.pool.query<{ id: string }>(
        'SELECT visit_id AS id FROM visit_key',
      );
      const ids = rows.map(({ id }) => id);
      const there = await api.dataSource.query<unknown[]>('SELECT FROM visit WHERE id = ANY ($1)', [
        ids,
      ]);
      expect([place, there.length]).toEqual([place, ids.length]);

      api.clock.advance(LEASE_MS);
      await expect(second.sweep()).resolves.toMatchObject({ failed: 0 });
      const left = [await visitsOf(world), await visitsOf(other), await api.keys.count()];
      expect([place, ...left]).toEqual([place, 1, 1, 2]);
      const sums = [await counted(), await sum('erased) FROM purge_run'), await toldOfNew()];
      expect([place, ...sums]).toEqual([place, made, made, made]);
    }
    expect(statements).toBeGreaterThan(30);
    const { manager } = api.dataSource;
    expect([await manager.count(PurgeBatch), await manager.count(PurgeItem)]).toEqual([0, 0]);
    api.clock.advance(60 * MINUTE_MS);
    await second.sweep();
    await expect(manager.countBy(PurgeRun, { finishedAt: IsNull() })).resolves.toBe(0);
    expect(second.log.of('purge.runs-cut-off')).not.toEqual([]);
    expect(second.log.of('purge.batches-finished')).not.toEqual([]);
  });

  it('leaves a batch to who has it in hand, until that has had its time', async () => {
    await due(3);
    const cutOff = new CutOff(runner);
    // The batch is written down, and nothing of it is gone.
    for (
      let statements = 1;
      (await api.dataSource.manager.count(PurgeItem)) === 0;
      statements += 1
    ) {
      cutOff.after(statements);
      await runner.sweep().catch(() => undefined);
      cutOff.revive();
    }
    await expect(second.sweep()).resolves.toEqual({ erased: 0, failed: 0 });
    api.clock.advance(LEASE_MS - 1);
    await expect(second.sweep()).resolves.toEqual({ erased: 0, failed: 0 });
    api.clock.advance(1);
    await expect(second.sweep()).resolves.toEqual({ erased: 3, failed: 0 });
  });

  it('shares its work with another, and each visit goes once', async () => {
    api.config.PURGE_BATCH = 50;
    await due(600);
    await due(200, othersVisit);
    const results = await Promise.all([runner.sweep(), second.sweep()]);
    expect(results.map(({ failed }) => failed)).toEqual([0, 0]);
    expect(results.reduce((all, { erased }) => all + erased, 0)).toBe(800);
    expect([await counted(), await visitsOf(world), await visitsOf(other)]).toEqual([800, 1, 1]);
    await expect(api.keys.count()).resolves.toBe(2);
  });

  it.each([
    ['53100', 'disk full'],
    ['42501', 'a right that is missing'],
  ])(
    'stops at what no other visit would pass (%s, %s), says so, and goes on at once when it is over',
    async (code) => {
      await due(40);
      await due(2, othersVisit);
      await refuse(code);
      await expect(runner.sweep()).resolves.toEqual({ erased: 0, failed: 1 });
      expect(runner.log.of('purge.visits-not-forgotten')).toMatchObject([{ code }]);
      expect(runner.log.of('purge.visit-failed')).toEqual([]);
      expect([await seenIn(world), await seenIn(other)]).toEqual([1, 1]);
      await expect(api.dataSource.manager.countBy(PurgeItem, { batchId: IsNull() })).resolves.toBe(
        0,
      );
      await expect(overviewOf(world)).resolves.toMatchObject({
        late: 40,
        failed: 41,
        remaining: 0,
      });
      await expect(metric('tapaamo_forget_overdue')).resolves.toBe(42);
      await allow();
      await expect(runner.sweep()).resolves.toEqual({ erased: 42, failed: 0 });
      await expect(counted()).resolves.toBe(42);
      await expect(metric('tapaamo_forget_overdue')).resolves.toBe(0);
    },
  );

  it('stops when one visit after the other is held by somebody, and is kept from no other by that', async () => {
    await due(40);
    await refuse('55P03');
    await expect(runner.sweep()).resolves.toEqual({ erased: 0, failed: 6 });
    expect(runner.log.of('purge.visits-not-forgotten')).toMatchObject([
      { errorClass: 'VisitsHeldError' },
    ]);
    await expect(metric('tapaamo_forget_blocked', 'busy')).resolves.toBe(40);
    await allow();
    await due(2, othersVisit);
    await expect(runner.sweep()).resolves.toEqual({ erased: 2, failed: 0 });
    api.clock.advance(MINUTE_MS);
    await expect(runner.sweep()).resolves.toEqual({ erased: 40, failed: 0 });
    expect([await counted(), await toldOfNew()]).toEqual([42, 42]);
  });

  it('stops when the keys’ own disk is full: nothing is erased, everything stays hidden', async () => {
    await due(3);
    await api.keys.pool.query(`CREATE FUNCTION refuse_key() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION USING ERRCODE = '53100', MESSAGE = 'no'; END $$`);
    await api.keys.pool.query(
      'CREATE TRIGGER refuse_key BEFORE DELETE ON visit_key FOR EACH ROW EXECUTE FUNCTION refuse_key()',
    );
    await expect(runner.sweep()).resolves.toMatchObject({ erased: 0 });
    expect(runner.log.of('purge.visits-not-forgotten')).toHaveLength(1);
    expect([await visitsOf(world), await seenIn(world), await api.keys.count()]).toEqual([4, 1, 5]);
    await api.keys.pool.query('DROP TRIGGER refuse_key ON visit_key');
    await expect(runner.sweep()).resolves.toEqual({ erased: 3, failed: 0 });
  });

  it('forgets five hundred besides the one that cannot be, which is tried ever more seldom and told once', async () => {
    const [poison] = await due(501);
    await refuse('23514', poison?.bookingId);
    await expect(runner.sweep()).resolves.toEqual({ erased: 500, failed: 1 });
    const { id = '' } = poison ?? {};
    expect(runner.log.of('purge.visit-failed')).toMatchObject([{ visitId: id, code: '23514' }]);
    const item = () => api.dataSource.manager.findOneByOrFail(PurgeItem, { visitId: id });
    await expect(item()).resolves.toMatchObject({ attempts: 1, blocked: 'refused', batchId: null });
    await expect(metric('tapaamo_forget_blocked', 'refused')).resolves.toBe(1);
    await expect(metric('tapaamo_forget_blocked', 'busy')).resolves.toBe(0);
    await expect(overviewOf(world)).resolves.toMatchObject({ late: 1, failed: 1, remaining: 0 });

    for (const [pause, attempts] of [
      [MINUTE_MS, 2],
      [2 * MINUTE_MS, 3],
    ] as const) {
      api.clock.advance(pause - 1);
      await due(2, visit, api.clock.now());
      await expect(runner.sweep()).resolves.toEqual({ erased: 2, failed: 0 });
      api.clock.advance(1);
      await expect(runner.sweep()).resolves.toEqual({ erased: 0, failed: 1 });
      await expect(item()).resolves.toMatchObject({ attempts });
    }
    const told = (await entriesOf(api, world.organisationId))
      .filter(({ event }) => event === 'forgetting.swept')
      .map(({ details }) => details);
    expect(told.slice(-3)).toEqual([
      { erased: 500, failed: 1 },
      { erased: 2, failed: 0 },
      { erased: 2, failed: 0 },
    ]);
    await allow();
    api.clock.advance(60 * MINUTE_MS);
    await expect(runner.sweep()).resolves.toEqual({ erased: 1, failed: 0 });
    await expect(metric('tapaamo_forget_blocked', 'refused')).resolves.toBe(0);
    await expect(api.dataSource.manager.count(PurgeItem)).resolves.toBe(0);
  });

  it('does not let ten thousand of one organisation delay another’s ten, and tells what it leaves', async () => {
    await due(10_000, visit, new Date(DUE.getTime() - 60 * MINUTE_MS));
    await due(10, othersVisit);
    Object.assign(api.config, { PURGE_BATCH: 100, PURGE_MAX_PER_SWEEP: 100 });
    await runner.sweep();
    // So that it is known which was the last.
    api.clock.advance(1000);
    await runner.sweep();
    await expect(visitsOf(other)).resolves.toBe(1);
    await expect(metric('tapaamo_forget_cap_reached')).resolves.toBe(1);
    const left = (await visitsOf(world)) - 1;
    expect(left).toBeGreaterThanOrEqual(9_810);
    await expect(metric('tapaamo_forget_overdue')).resolves.toBe(left);
    await expect(overviewOf(world)).resolves.toMatchObject({
      late: left,
      failed: 0,
      remaining: left,
    });
    await expect(overviewOf(other)).resolves.toMatchObject({ late: 0, failed: 0, remaining: 0 });
    const order = { startedAt: 'DESC' } as const;
    const [run] = await api.dataSource.manager.find(PurgeRun, { order, take: 1 });
    expect(run).toMatchObject({ remaining: left, capReached: true });
    expect(runner.log.of('purge.cap-reached').at(-1)).toMatchObject({ count: left });
    await expect(seenIn(world)).resolves.toBe(1);
  });

  it('by the clock erases what is passing with every tenth tick', async () => {
    const fresh = await startJobRunner(api);
    const tick = () => fresh.module.get(PurgeService, { strict: false }).tick();
    const silentNode = async () => silence(api, await announceNode(api), '25 hours');
    const nodes = () => api.dataSource.manager.count(MediaNode);
    await silentNode();
    await tick();
    await expect(nodes()).resolves.toBe(0);
    await silentNode();
    for (let ticks = 2; ticks <= 10; ticks += 1) {
      await tick();
    }
    await expect(nodes()).resolves.toBe(1);
    await tick();
    await expect(nodes()).resolves.toBe(0);
    await fresh.close();
  });
});
