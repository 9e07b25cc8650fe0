import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localDateOf } from '@tapaamo/common';
import { forgettingSchema } from '@tapaamo/contracts';
import { PurgeDay } from '@tapaamo/purge';
import { KeyStore } from '@tapaamo/vault';
import { IsNull } from 'typeorm';
import { expectAnswer } from '../../support/api-client.js';
import { bookedVisit } from '../../support/booked-visit.js';
import { sealedClientOf } from '../../support/builders/booking-builder.js';
import { CutOff } from '../../support/cut-off.js';
import { emptyVisits } from '../../support/empty-visits.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

/** A visit at 10.15 to 10.45 on 10 February is due then. */
const DUE = '2027-03-10T08:45:00.000Z';

/** The day after has just begun (Europe/Helsinki). */
const DAY_AFTER = '2027-03-10T22:00:01.000Z';
const DAY_MS = 86_400_000;

describe('the end of a day', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let other: TestOrganisation;
  let runner: TestJobRunner;
  let second: TestJobRunner;

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
    Object.assign(api.config, { KEY_ESCROW_DIR: '' });
  });

  afterAll(async () => {
    await Promise.all([runner.close(), second.close()]);
    await api.close();
  });

  const endsOf = async ({ admin }: TestOrganisation) => {
    const client = api.client();
    await client.signIn(admin.email);
    return expectAnswer(await client.get('/api/forgetting'), 200, forgettingSchema);
  };
  const root = () => readFileSync(join(api.config.KEY_STORE_DIR, 'root.key'));
  const dayKeysOf = ({ organisationId }: TestOrganisation, day: string) =>
    readdirSync(join(api.config.KEY_STORE_DIR, organisationId)).filter(
      (file) => file.startsWith(day) && file.endsWith('.key'),
    );

  it('is written down and shown: erased, its key destroyed, re-keyed, and from when on nobody brings it back', async () => {
    Object.assign(api.config, { KEY_ESCROW_DIR: '/escrow' });
    await bookedVisit(api, world.service);
    api.clock.set(DUE);
    await runner.sweep();
    // The day goes on: its key lives.
    await expect(endsOf(world)).resolves.toMatchObject({ dayEnds: [] });
    api.clock.set(DAY_AFTER);
    await expect(endsOf(world)).resolves.toMatchObject({
      dayEnds: [{ day: '2027-03-10', erased: 1, shreddedAt: null, unrevivableAt: null }],
    });
    await runner.sweep();
    const { dayEnds } = await endsOf(world);
    expect(dayEnds).toEqual([
      {
        day: '2027-03-10',
        erased: 1,
        erasedBy: '2027-03-10T09:00:00.000Z',
        shreddedAt: DAY_AFTER,
        rekeyedAt: DAY_AFTER,
        unrevivableAt: new Date(
          Date.parse(DAY_AFTER) + api.config.KEY_ESCROW_DAYS * DAY_MS,
        ).toISOString(),
      },
    ]);
    await expect(endsOf(other)).resolves.toMatchObject({ dayEnds: [] });
    expect(runner.log.of('purge.days-shredded')).toMatchObject([{ count: 1 }]);
  });

  it('re-keys the store each day, also one on which nothing was destroyed, and once', async () => {
    await bookedVisit(api, world.service);
    await runner.sweep();
    const first = root();
    await second.sweep();
    expect(root()).toEqual(first);
    api.clock.advance(DAY_MS);
    await runner.sweep();
    const next = root();
    expect(next).not.toEqual(first);
    await second.sweep();
    expect(root()).toEqual(next);
  });

  it('does not count a re-key that began before the day key was destroyed', async () => {
    await bookedVisit(api, world.service);
    api.clock.set(DAY_AFTER);
    const keyStore = runner.module.get(KeyStore, { strict: false });
    const rekey = keyStore.rekey.bind(keyStore);
    keyStore.rekey = () => Promise.reject(new Error('away'));
    await runner.sweep();
    await expect(endsOf(world)).resolves.toMatchObject({
      dayEnds: [{ shreddedAt: DAY_AFTER, rekeyedAt: null, unrevivableAt: null }],
    });
    keyStore.rekey = rekey;
    api.clock.advance(15_000);
    const rekeyedAt = api.clock.now().toISOString();
    await runner.sweep();
    await expect(endsOf(world)).resolves.toMatchObject({
      dayEnds: [{ shreddedAt: DAY_AFTER, rekeyedAt, unrevivableAt: rekeyedAt }],
    });
  });

  it('is over too where a key store that was lost had its day key', async () => {
    const { organisationId } = world;
    await api.keys.pool.query(
      `INSERT INTO key_day (organisation_id, due_day, generation, state) VALUES ($1, '2027-02-01', 1, 'live')`,
      [organisationId],
    );
    await runner.sweep();
    await expect(endsOf(world)).resolves.toMatchObject({
      dayEnds: [{ day: '2027-02-01', erased: 0, erasedBy: null, shreddedAt: NOW }],
    });
  });

  it('that is cut off after any statement loses nothing that lives, and is finished by the next sweep', async () => {
    const living = await bookedVisit(api, world.service, { date: '2027-11-10' });
    // After the days of the other tests.
    api.clock.set('2027-04-01T08:00:00.000Z');
    const cutOff = new CutOff(runner);
    const keyStore = api.get(KeyStore);
    let statements = 0;
    for (let isCut = true; isCut; statements += 1) {
      const place = `after statement ${String(statements + 1)}`;
      const day = localDateOf(api.clock.now());
      for (const { organisationId } of [world, other]) {
        await keyStore.getOrCreate({ organisationId, dueDay: day, generation: 1 });
      }
      api.clock.advance(DAY_MS);
      const rootBefore = root();
      cutOff.after(statements + 1);
      await runner.sweep().catch(() => undefined);
      isCut = cutOff.revive();

      await expect(sealedClientOf(api, living.visitId)).resolves.toMatchObject({
        name: 'Aino Virtanen',
      });
      api.clock.advance(1_000);
      await expect(second.sweep()).resolves.toEqual({ erased: 0, failed: 0 });
      const ends = await api.dataSource.manager.findBy(PurgeDay, { dueDay: day });
      expect([place, ends.length]).toEqual([place, 2]);
      expect([place, dayKeysOf(world, day), dayKeysOf(other, day)]).toEqual([place, [], []]);
      expect([place, root().equals(rootBefore)]).toEqual([place, false]);
      await expect(sealedClientOf(api, living.visitId)).resolves.toMatchObject({
        name: 'Aino Virtanen',
      });
    }
    expect(statements).toBeGreaterThan(30);
    await expect(
      api.dataSource.manager.countBy(PurgeDay, { unrevivableAt: IsNull() }),
    ).resolves.toBe(0);
    const { rows } = await api.keys.pool.query(
      `SELECT FROM key_day WHERE due_day < $1 AND (state <> 'destroyed' OR NOT told)`,
      [localDateOf(api.clock.now())],
    );
    expect(rows).toEqual([]);
  });
});
