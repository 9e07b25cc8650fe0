import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SystemRandomness } from '@tapaamo/common';
import { bookingListSchema } from '@tapaamo/contracts';
import { OutboxMessage } from '@tapaamo/notification';
import { FileKeyStore, KeyStoreRow } from '@tapaamo/vault';
import { VisitRow } from '@tapaamo/visit';
import { expectAnswer, expectProblem } from '../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { book, bookingRequest, sealedClientOf } from '../../support/builders/booking-builder.js';
import { meet, visitPath } from '../../support/door.js';
import { eventually } from '../../support/eventually.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const LIST = '/api/bookings?from=2027-02-10&to=2027-02-10';

describe('a key store that is not where it was', () => {
  let api: TestApi;
  let runner: TestJobRunner;
  let world: TestOrganisation;
  let visit: BookedVisit;

  beforeAll(async () => {
    api = await startApi();
    runner = await startJobRunner(api);
    world = await buildWorld(api.dataSource);
    visit = await bookedVisit(api, world.service);
  });

  beforeEach(() => {
    api.clock.set(NOW);
    renameSync(folder(), away());
  });

  afterEach(() => {
    rmSync(folder(), { recursive: true, force: true });
    renameSync(away(), folder());
  });

  afterAll(async () => {
    await runner.close();
    await api.close();
  });

  const folder = () => api.config.KEY_STORE_DIR;
  const away = () => `${folder()}-away`;
  const professional = () => visit.professional;
  const rowOf = ({ visitId }: BookedVisit) =>
    api.dataSource.manager.findOneByOrFail(VisitRow, { id: visitId });
  const putAnotherStore = async () => {
    const other = new FileKeyStore(folder(), new SystemRandomness());
    await other.initialise();
    await other.getOrCreate({
      organisationId: world.organisationId,
      dueDay: '2027-03-01',
      generation: 1,
    });
  };
  const expectOutage = async () => {
    for (const answer of [
      await professional().get(LIST),
      await professional().get(visitPath(visit.visitId)),
      await professional().post('/api/bookings', bookingRequest(world.service, { time: '17:00' })),
    ]) {
      expect(expectProblem(answer)).toMatchObject({ code: 'vault.keys-missing', status: 503 });
    }
  };

  it('is an outage, and nothing is made in its place', async () => {
    await expectOutage();
    expect(existsSync(folder())).toBe(false);
  });

  it('is one too when another store lies there: nothing is sealed under its keys', async () => {
    await putAnotherStore();
    await expectOutage();
  });

  it('is found again by itself, with every name as it was', async () => {
    await expectOutage();
    renameSync(away(), folder());
    const { bookings } = expectAnswer(await professional().get(LIST), 200, bookingListSchema);
    expect(bookings.map(({ client }) => client?.name)).toEqual(['Aino Virtanen']);
    renameSync(folder(), away());
  });

  it('keeps messages waiting, however often they are tried', async () => {
    const message = await api.dataSource.manager.findOneByOrFail(OutboxMessage, {
      visitId: visit.visitId,
    });
    await api.dataSource.manager.update(OutboxMessage, { id: message.id }, { attempts: 40 });
    expect(await runner.deliver()).toBe(0);
    await expect(
      api.dataSource.manager.findOneByOrFail(OutboxMessage, { id: message.id }),
    ).resolves.toMatchObject({ status: 'queued' });
  });

  it('does not keep the sweep from forgetting, and is seen in its record', async () => {
    const due = await api.dataSource.query<{ at: Date }[]>(
      'SELECT min(purge_due_at) AS at FROM visit',
    );
    api.clock.set(new Date((due[0]?.at ?? new Date(NOW)).getTime() + 86_400_000));
    expect(await runner.sweep()).toEqual({ erased: 1, failed: 1 });
    expect(runner.log.of('purge.days-not-destroyed')).toMatchObject([
      { errorClass: 'KeysMissingError' },
    ]);
  });

  it('keeps nobody in a visit: it ends, and what would be due later stays due as it was', async () => {
    renameSync(away(), folder());
    const late = await bookedVisit(api, world.service);
    api.clock.set('2027-02-10T09:05:00Z');
    await meet(api, late);
    renameSync(folder(), away());
    await putAnotherStore();
    expect((await late.professional.post(visitPath(late.visitId, '/end'))).status).toBe(204);
    await expect(rowOf(late)).resolves.toMatchObject({
      endedAt: new Date('2027-02-10T09:05:00Z'),
      purgeDueAt: new Date('2027-03-10T08:45:00Z'),
    });
    expect(api.log.of('visit.key-not-moved')).toMatchObject([
      { visitId: late.visitId, errorClass: 'KeysMissingError' },
    ]);
  });

  it('ends a visit that is called off too, which is due earlier with its key left behind', async () => {
    renameSync(away(), folder());
    const early = await bookedVisit(api, world.service);
    renameSync(folder(), away());
    expect((await early.professional.post(visitPath(early.visitId, '/end'))).status).toBe(204);
    await expect(rowOf(early)).resolves.toMatchObject({
      purgeDueAt: new Date('2027-03-10T08:00:00Z'),
    });
    renameSync(away(), folder());
    await expect(sealedClientOf(api, early.visitId)).resolves.toMatchObject({
      name: 'Aino Virtanen',
    });
    renameSync(folder(), away());
  });

  it('is told of one day key that is damaged: an outage where it is needed, and no other name is hidden', async () => {
    renameSync(away(), folder());
    const later = await bookedVisit(api, world.service, { date: '2027-02-12' });
    const other = await book(later.professional, world.service, { date: '2027-02-15' });
    const key = join(folder(), world.organisationId, '2027-03-12.1.key');
    const intact = readFileSync(key);
    writeFileSync(key, Buffer.alloc(intact.length));
    const read = () => later.professional.get(visitPath(later.visitId));
    expect(expectProblem(await read())).toMatchObject({ code: 'vault.keys-missing', status: 503 });
    const list = await later.professional.get('/api/bookings?from=2027-02-12&to=2027-02-15');
    const { bookings } = expectAnswer(list, 200, bookingListSchema);
    expect(new Map(bookings.map(({ id, client }) => [id, client?.name ?? null]))).toEqual(
      new Map([
        [later.booking.id, null],
        [other.id, 'Aino Virtanen'],
      ]),
    );
    expect(api.log.of('vault.day-key-damaged')).not.toEqual([]);
    writeFileSync(key, intact);
    expect((await read()).status).toBe(200);
    renameSync(folder(), away());
  });

  it('is an outage when it cannot be read, logged with its cause', async () => {
    renameSync(away(), folder());
    const later = await bookedVisit(api, world.service, { date: '2027-02-16' });
    const organisation = join(folder(), world.organisationId);
    renameSync(organisation, `${organisation}-aside`);
    writeFileSync(organisation, '');
    const read = await later.professional.get(visitPath(later.visitId));
    expect(expectProblem(read)).toMatchObject({ code: 'vault.keys-missing', status: 503 });
    expect(api.log.of('vault.key-store-failed')).toContainEqual(
      expect.objectContaining({ code: 'ENOTDIR' }),
    );
    rmSync(organisation);
    renameSync(`${organisation}-aside`, organisation);
    renameSync(folder(), away());
  });

  it('is one id in the database, which says nothing of any key', async () => {
    const rows = await api.dataSource.manager.find(KeyStoreRow);
    expect(rows).toHaveLength(1);
    const identity = await new FileKeyStore(away(), new SystemRandomness()).identity();
    expect(rows[0]?.identity).toBe(identity);
  });

  it('is given up by who empties the table: the store in its place is the right one, without a restart', async () => {
    await putAnotherStore();
    const bookNow = () =>
      professional().post('/api/bookings', bookingRequest(world.service, { time: '18:00' }));
    expect((await bookNow()).status).toBe(503);
    await api.dataSource.query('DELETE FROM key_store');
    await eventually('bookings are taken again', async () => (await bookNow()).status === 201);
    await eventually('their messages are sent', async () => {
      api.clock.advance(3_600_000);
      return (await runner.deliver()) > 0;
    });
  });
});
