import type { RecordSystemSettings } from '@tapaamo/contracts';
import { bookedVisit } from '../../support/booked-visit.js';
import { visitPath } from '../../support/door.js';
import { RecordReceiver } from '../../support/record-receiver.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import {
  hasCome,
  toldOrganisation,
  type ToldOrganisation,
} from '../../support/told-organisation.js';

describe('the record systems of several organisations', () => {
  let api: TestApi;
  let runner: TestJobRunner;
  let hanging: RecordReceiver;
  let receiver: RecordReceiver;
  let other: ToldOrganisation;

  beforeAll(async () => {
    api = await startApi();
    runner = await startJobRunner(api);
    hanging = await RecordReceiver.start();
    receiver = await RecordReceiver.start();
    hanging.answering = 'hang';
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    other = await toldOrganisation(api, receiver);
    receiver.take();
    receiver.answering = 204;
  });

  afterEach(() => api.dataSource.query('UPDATE record_system SET webhook_active = false'));

  afterAll(async () => {
    await hanging.close();
    await receiver.close();
    await runner.close();
    await api.close();
  });

  it('are told while one of them hangs', async () => {
    const one = await toldOrganisation(api, hanging);
    hanging.take();
    await bookedVisit(api, one.world.service);
    await bookedVisit(api, other.world.service);
    await bookedVisit(api, other.world.service);
    let isOver = false;
    const run = runner.tellRecords('webhook').then((taken) => {
      isOver = true;
      return taken;
    });
    await hasCome(hanging, 1);
    await hasCome(receiver, 2);
    // The one that hangs is still waited for.
    expect(isOver).toBe(false);
    hanging.hangUp();
    await expect(run).resolves.toBe(2);
    const failed = (settings: RecordSystemSettings) =>
      settings.attempts.map(({ failure }) => failure);
    expect([failed(await one.settings()), failed(await other.settings())]).toEqual([
      ['unreachable'],
      [null, null],
    ]);
  });

  it('are told the same again when an answer was lost, byte for byte and by the same id', async () => {
    receiver.answering = 503;
    const visit = await bookedVisit(api, other.world.service);
    await runner.tellRecords('webhook');
    const [first] = receiver.take();
    receiver.answering = 204;
    api.clock.set('2027-02-10T08:02:00.000Z');
    await runner.tellRecords('webhook');
    const [again] = receiver.take();
    expect(again?.text).toBe(first?.text);
    expect(again?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(String(first?.headers['webhook-id'])).toMatch(
      new RegExp(`^${visit.visitId}\\.1\\.[0-9a-f]{16}$`),
    );
  });

  it('are told by another id when what is told has changed between two attempts', async () => {
    receiver.answering = 503;
    const visit = await bookedVisit(api, other.world.service);
    expect((await visit.professional.post(visitPath(visit.visitId, '/end'))).status).toBe(204);
    await runner.tellRecords('webhook');
    const [first] = receiver.take();
    // Nothing announces that the client was there after all.
    await api.dataSource.query('UPDATE participant SET arrived_at = $2 WHERE id = $1', [
      visit.participantId,
      NOW,
    ]);
    receiver.answering = 204;
    api.clock.set('2027-02-10T08:02:00.000Z');
    await runner.tellRecords('webhook');
    const [again] = receiver.take();
    const [id, changedId] = [first, again].map((each) => String(each?.headers['webhook-id']));
    expect(again?.text).toContain(NOW);
    expect(changedId).not.toBe(id);
    expect(changedId?.slice(0, 38)).toBe(id?.slice(0, 38));
  });
});
