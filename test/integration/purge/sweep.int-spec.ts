import { mkdirSync, readdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { doorViewSchema } from '@tapaamo/contracts';
import { PurgeCount, PurgeRun } from '@tapaamo/purge';
import { ForgottenLink, VisitRow } from '@tapaamo/visit';
import { expectAnswer } from '../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { sealedClientOf } from '../../support/builders/booking-builder.js';
import { databaseSnapshot } from '../../support/database-snapshot.js';
import { visitPath } from '../../support/door.js';
import { emptyVisits } from '../../support/empty-visits.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

/** A visit at 10.15 to 10.45 on 10 February is due then. */
const DUE = '2027-03-10T08:45:00.000Z';
const VISIT_TABLES =
  /^public\.(booking|visit|participant|door_session|identification|identification_transaction|outbox_message)$/;

describe('the sweep', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let runner: TestJobRunner;
  let second: TestJobRunner;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    runner = await startJobRunner(api);
    second = await startJobRunner(api);
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    runner.log.lines.length = 0;
    await emptyVisits(api);
  });

  afterAll(async () => {
    await runner.close();
    await second.close();
    await api.close();
  });

  const visits = async (count: number, changes?: Parameters<typeof bookedVisit>[2]) => {
    const all: BookedVisit[] = [];
    for (let index = 0; index < count; index += 1) {
      all.push(await bookedVisit(api, world.service, changes));
    }
    return all;
  };
  const left = async () => {
    const rows = await databaseSnapshot(api.database.adminUrl);
    return Object.entries(rows)
      .filter(([table]) => VISIT_TABLES.test(table))
      .reduce((sum, [, { length }]) => sum + length, await api.keys.count());
  };
  const view = async ({ client, link }: BookedVisit) =>
    expectAnswer(await client.post('/api/door/look', { link }), 200, doorViewSchema);
  const erased = async () =>
    (await api.dataSource.manager.find(PurgeCount)).map((row) => row.erased);
  /** Days that have a key, of any generation: tests of one file come to the same days again. */
  const dayKeys = () =>
    readdirSync(join(api.config.KEY_STORE_DIR, world.organisationId)).flatMap((file) =>
      file.endsWith('.key') ? [file.slice(0, 10)] : [],
    );

  it('leaves a visit alone a millisecond before its instant and erases it at the instant', async () => {
    const [visit] = (await visits(1)) as [BookedVisit];
    api.clock.set('2027-03-10T08:44:59.999Z');
    await expect(runner.sweep()).resolves.toEqual({ erased: 0, failed: 0 });
    await expect(sealedClientOf(api, visit.visitId)).resolves.toMatchObject({
      name: 'Aino Virtanen',
    });
    api.clock.set(DUE);
    await expect(runner.sweep()).resolves.toEqual({ erased: 1, failed: 0 });
    await expect(left()).resolves.toBe(0);
  });

  it('does nothing more the second time', async () => {
    await visits(2);
    api.clock.set(DUE);
    await expect(runner.sweep()).resolves.toEqual({ erased: 2, failed: 0 });
    await expect(runner.sweep()).resolves.toEqual({ erased: 0, failed: 0 });
    await expect(erased()).resolves.toEqual([2]);
  });

  it('erases each visit once when several sweeps run at once', async () => {
    await visits(12);
    api.clock.set(DUE);
    const results = await Promise.all([runner.sweep(), second.sweep(), runner.sweep()]);
    expect(results.reduce((sum, result) => sum + result.erased, 0)).toBe(12);
    expect(results.map(({ failed }) => failed)).toEqual([0, 0, 0]);
    await expect(left()).resolves.toBe(0);
    await expect(erased()).resolves.toEqual([12]);
  });

  it('passes by what another sweep has in hand, and does not wait for it', async () => {
    const [held] = (await visits(3)) as [BookedVisit];
    api.clock.set(DUE);
    await api.dataSource.transaction(async (tx) => {
      await tx.query('SELECT FROM visit WHERE id = $1 FOR UPDATE', [held.visitId]);
      await expect(runner.sweep()).resolves.toEqual({ erased: 2, failed: 0 });
    });
    await expect(runner.sweep()).resolves.toEqual({ erased: 1, failed: 0 });
  });

  it('goes on when one visit fails, says which, and leaves it hidden, its key gone for good', async () => {
    const [stuck, ...others] = (await visits(4)) as [BookedVisit, ...BookedVisit[]];
    await api.dataSource.query(`
      CREATE FUNCTION refuse_purge() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'no: %', OLD; END $$`);
    await api.dataSource.query(
      `CREATE TRIGGER refuse_purge BEFORE DELETE ON booking FOR EACH ROW
       WHEN (OLD.id = '${stuck.booking.id}') EXECUTE FUNCTION refuse_purge()`,
    );
    api.clock.set(DUE);
    await expect(runner.sweep()).resolves.toEqual({ erased: others.length, failed: 1 });
    expect(runner.log.of('purge.visit-failed')).toEqual([
      expect.objectContaining({ visitId: stuck.visitId, errorClass: 'QueryFailedError' }),
    ]);
    const run = await api.dataSource.manager.findOneByOrFail(PurgeRun, {});
    expect(run).toMatchObject({ erased: 3, failed: 1, finishedAt: new Date(DUE) });
    await expect(view(stuck)).resolves.toEqual({ state: 'forgetting' });
    await expect(api.keys.count()).resolves.toBe(0);
    await expect(api.dataSource.manager.count(ForgottenLink)).resolves.toBe(3);
    await api.dataSource.query('DROP TRIGGER refuse_purge ON booking');
    api.clock.advance(60_000);
    await expect(runner.sweep()).resolves.toEqual({ erased: 1, failed: 0 });
    await expect(left()).resolves.toBe(0);
  });

  it('leaves other visits, the organisation and its people as they are', async () => {
    const [due] = (await visits(1)) as [BookedVisit];
    const later = await due.professional.post('/api/bookings', {
      serviceId: world.service.id,
      date: '2027-02-11',
      time: '10:15',
      clientName: 'Olavi Onnela',
      clientPhone: '050 123 4567',
    });
    const { visitId } = later.json as { visitId: string };
    const before = await databaseSnapshot(api.database.adminUrl);
    api.clock.set(DUE);
    await runner.sweep();
    const after = await databaseSnapshot(api.database.adminUrl);
    for (const table of ['organisation', 'service', 'professional', 'retention_policy']) {
      expect(after[`public.${table}`]).toEqual(before[`public.${table}`]);
    }
    expect(before['public.participant']).toEqual(
      expect.arrayContaining(after['public.participant'] ?? []),
    );
    expect(after['public.participant']).toHaveLength(2);
    await expect(sealedClientOf(api, visitId)).resolves.toMatchObject({ name: 'Olavi Onnela' });
    expect(after['public.visit_count']).toEqual([
      expect.stringContaining('"outcome":"noshow","visits":2'),
    ]);
  });

  it('lets the old link answer with the day for a year, and then no more', async () => {
    const [visit] = (await visits(1)) as [BookedVisit];
    api.clock.set('2027-03-12T03:00:00Z');
    await runner.sweep();
    const forgotten = { state: 'forgotten', forgottenOn: '2027-03-12' };
    await expect(view(visit)).resolves.toEqual(forgotten);
    api.clock.set('2028-03-12T21:59:59.999Z');
    await runner.sweep();
    await expect(view(visit)).resolves.toEqual(forgotten);
    api.clock.set('2028-03-12T22:00:00.000Z');
    await runner.sweep();
    const answer = await visit.client.post('/api/door/look', { link: visit.link });
    expect(answer.json).toMatchObject({ code: 'link.unknown' });
    await expect(api.dataSource.manager.count(ForgottenLink)).resolves.toBe(0);
  });

  it('destroys a day’s key once the day is past and empty, not before', async () => {
    await visits(1);
    await visits(1, { time: '23:30' });
    expect(dayKeys()).toEqual(['2027-03-10', '2027-03-11']);
    api.clock.set(DUE);
    await runner.sweep();
    expect(dayKeys()).toContain('2027-03-10');
    api.clock.set('2027-03-10T22:00:00.000Z');
    await runner.sweep();
    expect(dayKeys()).toEqual(['2027-03-11']);
    api.clock.set('2027-03-11T22:00:00.000Z');
    await runner.sweep();
    expect(dayKeys()).toEqual([]);
  });

  it('reports a day key that cannot be destroyed, and destroys the others', async () => {
    await visits(1);
    mkdirSync(join(api.config.KEY_STORE_DIR, world.organisationId, '2027-03-01.1.key'));
    api.clock.set('2027-03-12T08:00:00Z');
    await expect(runner.sweep()).resolves.toEqual({ erased: 1, failed: 1 });
    expect(dayKeys()).toEqual(['2027-03-01']);
    expect(runner.log.of('purge.day-key-not-destroyed')).toHaveLength(1);
    rmdirSync(join(api.config.KEY_STORE_DIR, world.organisationId, '2027-03-01.1.key'));
  });

  it('catches up after 45 days away: hidden all the time, erased in the first sweep, each counted', async () => {
    const due = await visits(3);
    for (const instant of [DUE, '2027-03-11T00:00:00Z', '2027-04-24T08:45:00Z']) {
      api.clock.set(instant);
      for (const visit of due) {
        await expect(view(visit)).resolves.toMatchObject({ state: 'forgetting' });
        await expect(sealedClientOf(api, visit.visitId)).rejects.toThrow('vault.sealed');
        await visit.professional.signInAgain();
        const list = await visit.professional.get('/api/bookings?from=2027-02-10&to=2027-02-10');
        expect(list.json).toEqual({ bookings: [] });
        expect((await visit.professional.get(visitPath(visit.visitId))).status).toBe(404);
      }
    }
    await expect(runner.sweep()).resolves.toEqual({ erased: 3, failed: 0 });
    await expect(left()).resolves.toBe(0);
    expect(dayKeys().filter((file) => file.startsWith('2027-03-10'))).toEqual([]);
    const { manager } = api.dataSource;
    await expect(manager.count(VisitRow)).resolves.toBe(0);
    const rows = await databaseSnapshot(api.database.adminUrl);
    expect(rows['public.visit_count']).toEqual([expect.stringContaining('"visits":3')]);
  });

  it('also works from its tick, whoever runs', async () => {
    await visits(2);
    api.clock.set(DUE);
    const { Schedule } = await import('../../../apps/job-runner/src/schedule.js');
    await runner.module.get(Schedule).start();
    const { eventually } = await import('../../support/eventually.js');
    await eventually('both visits are erased', async () => (await left()) === 0);
  });
});
