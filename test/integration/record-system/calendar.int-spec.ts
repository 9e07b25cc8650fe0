import { recordSystemSettingsSchema } from '@tapaamo/contracts';
import { expectAnswer } from '../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { visitPath } from '../../support/door.js';
import { RecordReceiver } from '../../support/record-receiver.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { toldOrganisation, type ToldOrganisation } from '../../support/told-organisation.js';

const PATH = '/api/organisation/record-system';

interface Told {
  type: string;
  data: { visitId: string; version: number; startsAt: string; status: string };
}

describe('the calendar of a record system', () => {
  let api: TestApi;
  let runner: TestJobRunner;
  let receiver: RecordReceiver;
  let told: ToldOrganisation;

  beforeAll(async () => {
    api = await startApi();
    runner = await startJobRunner(api);
    receiver = await RecordReceiver.start();
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    receiver.answering = 204;
    told = await toldOrganisation(api, receiver);
  });

  afterEach(() => api.dataSource.query('UPDATE record_system SET webhook_active = false'));

  afterAll(async () => {
    await receiver.close();
    await runner.close();
    await api.close();
  });

  const news = async (): Promise<Told[]> => {
    await runner.tellRecords('webhook');
    return receiver.take().map(({ text }) => JSON.parse(text) as Told);
  };
  const move = async ({ professional, visitId }: BookedVisit, version: number, time: string) => {
    const wish = { version, date: '2027-02-10', time, durationMinutes: 30 };
    expect((await professional.post(visitPath(visitId, '/time'), wish)).status).toBe(200);
  };
  const cancel = async ({ professional, visitId }: BookedVisit, version: number) => {
    const wish = { version, reason: 'client-asked' };
    expect((await professional.post(visitPath(visitId, '/cancel'), wish)).status).toBe(200);
  };

  it('hears the latest of a visit only, when it was away meanwhile', async () => {
    receiver.answering = 503;
    const visit = await bookedVisit(api, told.world.service);
    await news();
    await move(visit, 1, '10:30');
    await move(visit, 2, '11:00');
    receiver.answering = 204;
    expect(await news()).toMatchObject([
      { type: 'visit.moved', data: { version: 3, startsAt: '2027-02-10T09:00:00.000Z' } },
    ]);
    expect(await news()).toEqual([]);
  });

  it('hears nothing of bookings and moves when the organisation does not want it, and all the same what was called off', async () => {
    const before = await bookedVisit(api, told.world.service);
    await told.change({ webhookCalendar: false });
    // What waited is not told any more, either.
    await move(before, 1, '10:30');
    const visit = await bookedVisit(api, told.world.service);
    await move(visit, 1, '10:30');
    expect(await news()).toEqual([]);
    await cancel(visit, 2);
    expect(await news()).toMatchObject([
      { type: 'visit.cancelled', data: { visitId: visit.visitId, status: 'cancelled' } },
    ]);
  });

  it('hears of every visit that is ahead when it begins to follow', async () => {
    const known = await bookedVisit(api, told.world.service);
    expect(await news()).toHaveLength(1);
    await told.change({ webhookCalendar: false });
    await move(known, 1, '10:45');
    const unknown = await bookedVisit(api, told.world.service);
    expect(await news()).toEqual([]);
    await told.change({ webhookCalendar: true });
    const all = (await news()).map(({ type, data }) => [type, data.visitId, data.startsAt]);
    expect(all.toSorted()).toEqual(
      [
        ['visit.booked', known.visitId, '2027-02-10T08:45:00.000Z'],
        ['visit.booked', unknown.visitId, '2027-02-10T08:15:00.000Z'],
      ].toSorted(),
    );
    // Saved once more, nothing begins.
    await told.change({});
    expect(await news()).toEqual([]);
  });

  it('is reached by an address whose path is sealed, and shown whole to admins alone', async () => {
    const address = receiver.address('/hook');
    const { origin } = new URL(address);
    const rows = async () => {
      const found = await api.dataSource.query<{ row: string }[]>(
        `SELECT row_to_json(system)::text AS row FROM record_system system`,
      );
      return found.map(({ row }) => row).join('\n');
    };
    expect(await rows()).toContain(origin);
    expect(await rows()).not.toContain('/hook');
    expect((await told.settings()).webhookAddress).toBe(address);
    const officer = api.client();
    await officer.signIn(told.world.officer.email);
    const seen = expectAnswer(await officer.get(PATH), 200, recordSystemSettingsSchema);
    expect(seen.webhookAddress).toBe(origin);
    // As it was kept before: the next run seals it.
    await api.dataSource.query(
      'UPDATE record_system SET webhook_address = $1, sealed_webhook_path = NULL WHERE webhook_active',
      [address],
    );
    await bookedVisit(api, told.world.service);
    expect(await news()).toHaveLength(1);
    expect(await rows()).not.toContain('/hook');
    expect((await told.settings()).webhookAddress).toBe(address);
  });
});
