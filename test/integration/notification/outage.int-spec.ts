import { jest } from '@jest/globals';
import { NotTakenError, OutboxMessage } from '@tapaamo/notification';
import { Vault } from '@tapaamo/vault';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { visitPath } from '../../support/door.js';
import { manyMessages } from '../../support/many-messages.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

/** How often the runner's tick comes by itself, in milliseconds. */
const TICK_MS = 15_000;

/** Most messages that a runner has in hand, and tries before it leaves an operator alone: a batch and what was begun. */
const BATCH = 16;
const MOST_TRIED = 2 * BATCH;

/** As many as an installation of some counties has in a morning. */
const MANY = 2_000;
const LONGEST_MS = 300_000;

const outOfOrder = () => new NotTakenError('provider-unavailable', 'http-503', { isFinal: false });

describe('an operator', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let runner: TestJobRunner;
  let second: TestJobRunner;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    await api.dataSource.query('TRUNCATE booking CASCADE');
    runner = await startJobRunner(api);
    second = await startJobRunner(api);
  });

  afterEach(async () => {
    await runner.close();
    await second.close();
  });

  afterAll(() => api.close());

  const messageOf = ({ visitId }: BookedVisit) =>
    api.dataSource.manager.findOneByOrFail(OutboxMessage, { visitId, kind: 'invitation' });

  it(
    'that is back after an outage gets all that waited, each once, a few at a time',
    async () => {
      const visit = await bookedVisit(api, world.service);
      const texts = await manyMessages(api, visit, MANY);
      runner.sms.record.failure = outOfOrder();
      for (let tick = 1; tick <= 3; tick += 1) {
        await expect(runner.deliver(['sms'])).resolves.toBe(0);
        expect(runner.sms.record.tried).toBeLessThanOrEqual(tick * MOST_TRIED);
        api.clock.advance(TICK_MS);
      }
      runner.sms.record.failure = null;
      let most = 0;
      for (const { sms } of [runner, second]) {
        let inHand = 0;
        sms.record.meanwhile = async () => {
          inHand += 1;
          most = Math.max(most, inHand);
          await new Promise((done) => setImmediate(done));
          inHand -= 1;
        };
      }
      await Promise.all([runner.deliver(['sms']), second.deliver(['sms'])]);
      // What failed in the last tick waits for its turn.
      api.clock.advance(60_000);
      await runner.deliver(['sms']);
      const sent = [runner, second].flatMap(({ sms }) => sms.record.sent);
      expect(sent).toHaveLength(MANY + 1);
      expect(new Set(sent.map(({ id }) => id)).size).toBe(MANY + 1);
      expect(sent.map(({ text }) => text)).toEqual(expect.arrayContaining(texts.slice(0, 100)));
      expect(new Set(sent.map(({ text }) => text)).size).toBe(MANY + 1);
      expect(most).toBeLessThanOrEqual(BATCH);
      expect(await api.dataSource.manager.countBy(OutboxMessage, { status: 'queued' })).toBe(0);
    },
    LONGEST_MS,
  );

  it('that takes long does not keep other organisations’ messages from going out', async () => {
    const other = await buildWorld(api.dataSource, { name: 'Toinen' });
    const visit = await bookedVisit(api, world.service);
    await manyMessages(api, visit, 200);
    api.clock.advance(1_000);
    const late = await bookedVisit(api, other.service);
    await runner.deliver(['sms']);
    const place = runner.sms.record.sent.findIndex(({ text }) => text.includes(late.link));
    expect(place).toBeGreaterThanOrEqual(0);
    expect(place).toBeLessThan(BATCH);
  });

  it('is asked again when it wants to be, within an hour', async () => {
    for (const [retryAfter, seconds] of [
      ['600', 600],
      ['1', 5],
      ['86400', 3_600],
      ['Wed, 10 Feb 2027 08:20:00 GMT', 1_200],
      ['whenever', 5],
    ] as const) {
      api.clock.set(NOW);
      await api.dataSource.query('TRUNCATE booking CASCADE');
      const visit = await bookedVisit(api, world.service);
      runner.sms.record.failure = new NotTakenError('provider-unavailable', 'http-429', {
        isFinal: false,
        retryAfter,
      });
      await runner.deliver(['sms']);
      const { nextAttemptAt } = await messageOf(visit);
      expect([retryAfter, nextAttemptAt.getTime() - api.clock.nowMs()]).toEqual([
        retryAfter,
        seconds * 1_000,
      ]);
    }
  });

  it('that refuses a message for good is not asked again, and the professional sees why', async () => {
    const visit = await bookedVisit(api, world.service);
    runner.sms.record.failure = new NotTakenError('address-refused', 'http-403', { isFinal: true });
    await runner.deliver(['sms']);
    api.clock.advance(3_600_000);
    await runner.deliver(['sms']);
    expect(runner.sms.record.tried).toBe(1);
    expect(await messageOf(visit)).toMatchObject({
      status: 'failed',
      failure: 'address-refused',
      attempts: 1,
      inHandUntil: null,
    });
    expect(runner.log.of('message.given-up')).toMatchObject([{ code: 'http-403' }]);
  });

  it('that refuses many for good is not out of order: the others go', async () => {
    const visit = await bookedVisit(api, world.service);
    await manyMessages(api, visit, 60);
    runner.sms.record.meanwhile = ({ text }) => {
      const isRefused = runner.sms.record.tried <= 40 && text !== '';
      runner.sms.record.failure = isRefused
        ? new NotTakenError('address-refused', 'http-403', { isFinal: true })
        : null;
      return Promise.resolve();
    };
    await runner.deliver(['sms']);
    expect(runner.sms.record.tried).toBe(61);
    expect(runner.sms.record.sent).toHaveLength(21);
  });

  it('is told nothing of a visit that is called off while its message waits in hand', async () => {
    const first = await bookedVisit(api, world.service);
    await manyMessages(api, first, BATCH - 2);
    api.clock.advance(1_000);
    const last = await bookedVisit(api, world.service);
    const { professional, visitId } = last;
    const callOff = async () => {
      expect((await messageOf(last)).inHandUntil).not.toBeNull();
      const body = { version: 1, reason: 'client-asked' };
      expect((await professional.post(visitPath(visitId, '/cancel'), body)).status).toBe(200);
    };
    let calledOff: Promise<void> | undefined;
    runner.sms.record.meanwhile = () => (calledOff ??= callOff());
    await runner.deliver(['sms']);
    expect(calledOff).toBeDefined();
    expect(runner.sms.record.sent).toHaveLength(BATCH - 1);
    expect(await messageOf(last)).toMatchObject({
      status: 'withdrawn',
      attempts: 0,
      inHandUntil: null,
    });
    // Who has not heard of the visit hears nothing of its end either.
    api.clock.advance(TICK_MS);
    await runner.deliver(['sms']);
    expect(runner.sms.record.sent.some(({ text }) => text.includes(last.link))).toBe(false);
    expect(runner.sms.record.sent).toHaveLength(BATCH - 1);
  });

  it('that was away until a visit was over leaves its professional knowing that nobody was told', async () => {
    const visit = await bookedVisit(api, world.service);
    api.clock.set('2027-02-10T09:00:00.000Z');
    await runner.deliver(['sms']);
    expect(runner.sms.record.tried).toBe(0);
    expect(await messageOf(visit)).toMatchObject({
      status: 'failed',
      failure: 'provider-unavailable',
    });
  });

  it('that took a message is not given it again when that cannot be written down as it should', async () => {
    const visit = await bookedVisit(api, world.service);
    const vault = runner.module.get(Vault, { strict: false });
    const seal = jest.spyOn(vault, 'seal').mockRejectedValue(new Error('no keys'));
    await expect(runner.deliver(['sms'])).resolves.toBe(1);
    seal.mockRestore();
    expect(await messageOf(visit)).toMatchObject({ status: 'sent', inHandUntil: null });
    api.clock.advance(3_600_000);
    await runner.deliver(['sms']);
    expect(runner.sms.record.sent).toHaveLength(1);
  });
});
