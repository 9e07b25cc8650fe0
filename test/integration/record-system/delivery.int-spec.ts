import {
  recordSystemSettingsSchema,
  visitReceiptSchema,
  webhookSecretSchema,
} from '@tapaamo/contracts';
import { RecordNotice } from '@tapaamo/record-system';
import { register } from 'prom-client';
import { Webhook } from 'standardwebhooks';
import { expectAnswer, expectProblem, type ApiClient } from '../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { meet, visitPath } from '../../support/door.js';
import { RecordReceiver, type Received } from '../../support/record-receiver.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const PATH = '/api/organisation/record-system';

describe('what a record system is told', () => {
  let api: TestApi;
  let runner: TestJobRunner;
  let receiver: RecordReceiver;
  let world: TestOrganisation;
  let admin: ApiClient;
  let secret: string;
  let tests = 0;

  beforeAll(async () => {
    api = await startApi();
    runner = await startJobRunner(api);
    receiver = await RecordReceiver.start();
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    receiver.answering = 204;
    receiver.take();
    world = await buildWorld(api.dataSource);
    // Each test asks from an address of its own: how often one may make secrets is limited.
    tests += 1;
    admin = api.client({ from: `203.0.113.${String(tests)}` });
    await admin.signIn(world.admin.email);
    secret = await newSecret();
    const webhookAddress = receiver.address('/hook');
    await change({ webhookAddress, webhookActive: true, webhookCalendar: true });
  });

  afterEach(async () => {
    await api.dataSource.query(
      'UPDATE record_system SET webhook_active = false, fhir_active = false',
    );
  });

  afterAll(async () => {
    await receiver.close();
    await runner.close();
    await api.close();
  });

  const settings = async () => expectAnswer(await admin.get(PATH), 200, recordSystemSettingsSchema);
  const newSecret = async () =>
    expectAnswer(await admin.post(`${PATH}/webhook-secret`), 200, webhookSecretSchema).secret;
  const changeTo = async (changes: object) => {
    const { webhookAddress, webhookActive, webhookCalendar, ...others } = await settings();
    const { fhirAddress, fhirActive, version } = others;
    const webhook = { webhookAddress, webhookActive, webhookCalendar };
    const present = { ...webhook, fhirAddress, fhirActive, version };
    return admin.post(PATH, { ...present, fhirToken: null, ...changes });
  };
  const change = async (changes: object) =>
    expectAnswer(await changeTo(changes), 200, recordSystemSettingsSchema);
  const end = async ({ professional, visitId }: BookedVisit) => {
    expect((await professional.post(visitPath(visitId, '/end'))).status).toBe(204);
  };
  const met = async () => {
    const visit = await bookedVisit(api, world.service);
    await meet(api, visit);
    await end(visit);
    return visit;
  };
  const later = (minutes: number) =>
    api.clock.set(new Date(api.clock.nowMs() + minutes * 60_000).toISOString());
  const told = async () => {
    await runner.tellRecords('webhook');
    return receiver.take();
  };
  const contentOf = ({ text }: Received) =>
    JSON.parse(text) as {
      type: string;
      data: {
        visitId: string;
        version: number;
        status: string;
        recordReference: string | null;
        receipt: object | null;
      };
    };
  /** As a receiver checks it, by the library that Standard Webhooks gives to receivers. */
  const isSigned = ({ headers, text }: Received, by: string) => {
    try {
      new Webhook(by).verify(text, headers as Record<string, string>);
      return true;
    } catch {
      return false;
    }
  };

  it('is each thing that happens to a booking, signed, and nothing by which a client is known', async () => {
    const recordReference = 'A-2027-118';
    const asked = { clientPhone: '040 123 4567', recordReference };
    const visit = await bookedVisit(api, world.service, asked);
    const [booked] = await told();
    await visit.professional.post(visitPath(visit.visitId, '/time'), {
      version: 1,
      date: '2027-02-10',
      time: '10:30',
      durationMinutes: 30,
    });
    const [moved] = await told();
    await visit.professional.post(visitPath(visit.visitId, '/cancel'), {
      version: 2,
      reason: 'client-asked',
    });
    const [cancelled] = await told();
    const all = [booked, moved, cancelled].filter((one) => one !== undefined);
    expect(all.map(contentOf)).toMatchObject([
      {
        type: 'visit.booked',
        data: { visitId: visit.visitId, version: 1, status: 'booked', recordReference },
      },
      {
        type: 'visit.moved',
        data: { version: 2, bookingVersion: 2, startsAt: '2027-02-10T08:30:00.000Z' },
      },
      {
        type: 'visit.cancelled',
        data: { version: 3, receipt: { outcome: 'cancelled', recordReference } },
      },
    ]);
    expect(all.every((one) => isSigned(one, secret))).toBe(true);
    expect(all.map(({ headers }) => String(headers['webhook-id']).slice(0, -17))).toEqual(
      [1, 2, 3].map((version) => `${visit.visitId}.${String(version)}`),
    );
    for (const { text } of all) {
      expect(text).not.toMatch(/Virtanen|358401234567|\/v#/);
    }
    await expect(told()).resolves.toEqual([]);
  });

  it('is the receipt of a visit that ended, and a corrected outcome with a higher version', async () => {
    const visit = await bookedVisit(api, world.service);
    await told();
    await meet(api, visit);
    await end(visit);
    const [first] = await told();
    expect(first && contentOf(first)).toMatchObject({
      type: 'visit.ended',
      data: {
        version: 2,
        receipt: { outcome: 'fulfilled', participants: expect.anything() as object },
      },
    });
    await api.dataSource.query("UPDATE booking SET status = 'noshow' WHERE id = $1", [
      visit.booking.id,
    ]);
    const [corrected] = await told();
    expect(corrected && contentOf(corrected)).toMatchObject({
      type: 'visit.ended',
      data: { visitId: visit.visitId, version: 3, receipt: { outcome: 'noshow' } },
    });
  });

  it('is told again when the record system’s reference is said later, and not when nothing changed', async () => {
    const visit = await met();
    const [first] = await told();
    expect(first && contentOf(first).data).toMatchObject({ version: 2, recordReference: null });
    const say = (recordReference: string) =>
      visit.professional.post(visitPath(visit.visitId, '/record-reference'), { recordReference });
    await say('A-2027-118');
    const [again] = await told();
    expect(again && contentOf(again)).toMatchObject({
      type: 'visit.ended',
      data: { version: 3, receipt: { recordReference: 'A-2027-118' } },
    });
    await say('A-2027-118');
    await expect(told()).resolves.toEqual([]);
  });

  it('is seen to be forged by a receiver, or another than was sent, or old', async () => {
    await met();
    const [one] = await told();
    if (one === undefined) {
      throw new Error('Nothing was told.');
    }
    const { headers } = one;
    const at = Number(headers['webhook-timestamp']);
    const changed = (name: string, value: string) => ({
      ...one,
      headers: { ...headers, [name]: value },
    });
    expect(isSigned(one, secret)).toBe(true);
    expect(isSigned(one, `whsec_${Buffer.alloc(32).toString('base64')}`)).toBe(false);
    expect(isSigned({ ...one, text: `${one.text} ` }, secret)).toBe(false);
    expect(isSigned(changed('webhook-id', 'another'), secret)).toBe(false);
    expect(isSigned(changed('webhook-timestamp', String(at - 1)), secret)).toBe(false);
  });

  it.each(['redirect', 500, 404] as const)(
    'is told again, with the same id, when the answer was %s',
    async (answering) => {
      receiver.answering = answering;
      const visit = await met();
      const [first, ...others] = await told();
      expect(others).toEqual([]);
      await expect(told()).resolves.toEqual([]);
      receiver.answering = 204;
      later(1);
      const [again] = await told();
      expect(again?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
      expect(again && contentOf(again).data.visitId).toBe(visit.visitId);
      const { attempts, waiting } = await settings();
      expect(attempts.map(({ status, failure }) => [status, failure])).toEqual([
        [204, null],
        [answering === 'redirect' ? 307 : answering, 'refused'],
      ]);
      expect(waiting).toBe(0);
    },
  );

  it('waits for a system that never answers no longer than ten seconds, once in a run', async () => {
    receiver.answering = 'hang';
    await met();
    await met();
    const began = performance.now();
    // One attempt for all that wait: the system rests until the next run.
    await expect(told()).resolves.toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(25_000);
    expect((await settings()).attempts.map(({ failure }) => failure)).toEqual(['unreachable']);
  }, 90_000);

  it('waits days for a system that is away, is counted as late, and goes with what is forgotten', async () => {
    receiver.answering = 503;
    const visit = await met();
    await told();
    for (const day of [1, 2, 3]) {
      api.clock.set(`2027-02-1${String(day)}T09:00:00.000Z`);
      await expect(told()).resolves.toHaveLength(1);
    }
    expect(await register.getSingleMetric('tapaamo_receipts_late')?.get()).toMatchObject({
      values: [{ value: 1 }],
    });
    expect(runner.log.lines.some((line) => line.includes('record-system.receipts-late'))).toBe(
      true,
    );
    await visit.professional.signInAgain();
    const { deliveries, until } = expectAnswer(
      await visit.professional.get(visitPath(visit.visitId, '/receipt')),
      200,
      visitReceiptSchema,
    );
    expect(deliveries).toEqual([{ target: 'webhook', acceptedAt: null }]);
    expect(until).toBe('2027-03-10');
    api.clock.set('2027-03-10T08:45:00.000Z');
    // Due: nothing is told of it any more, whether it was erased already or not.
    receiver.answering = 204;
    await expect(told()).resolves.toEqual([]);
    await runner.sweep();
    const { id: bookingId } = visit.booking;
    expect(await api.dataSource.manager.findBy(RecordNotice, { bookingId })).toEqual([]);
    // That it was never told stays, without a word of which visit.
    await api.dataSource.query("UPDATE record_attempt SET at = $1 WHERE failure = 'forgotten'", [
      api.clock.now(),
    ]);
    await runner.tellRecords('webhook');
    await admin.signInAgain();
    const [latest] = (await settings()).attempts;
    expect(latest).toMatchObject({ event: 'visit.ended', failure: 'forgotten', status: null });
  });

  it('is an Encounter at a FHIR server, put in the place of what was told before', async () => {
    await change({
      webhookActive: false,
      fhirAddress: receiver.address('/fhir'),
      fhirActive: true,
      fhirToken: 'a token of theirs',
    });
    const visit = await met();
    await runner.tellRecords('fhir');
    const [{ method, path, headers, text } = {} as Received] = receiver.take();
    expect([method, path]).toEqual(['PUT', `/fhir/Encounter/${visit.visitId}`]);
    expect(headers).toMatchObject({
      authorization: 'Bearer a token of theirs',
      'content-type': 'application/fhir+json',
    });
    expect(JSON.parse(text)).toMatchObject({
      resourceType: 'Encounter',
      status: 'finished',
      class: { code: 'VR' },
    });
    expect(text).not.toContain('Virtanen');
  });

  it('is signed with two secrets while one replaces the other, and with one again when the admin says so', async () => {
    const fresh = await newSecret();
    await met();
    const [both] = await told();
    expect(both && [isSigned(both, secret), isSigned(both, fresh)]).toEqual([true, true]);
    expect((await settings()).previousSecretUntil).toBe('2027-02-17T08:00:00.000Z');
    expect((await admin.post(`${PATH}/webhook-secret/end-previous`)).status).toBe(204);
    await met();
    const [one] = await told();
    expect(one && [isSigned(one, secret), isSigned(one, fresh)]).toEqual([false, true]);
  });

  it('is signed with what the receiver has, when the admin lost the secret just made and makes another', async () => {
    const lost = await newSecret();
    const fresh = await newSecret();
    await met();
    const [one] = await told();
    const by = [secret, lost, fresh];
    expect(one && by.map((each) => isSigned(one, each))).toEqual([true, false, true]);
  });

  it('is told of what ended while nobody was to be told', async () => {
    await change({ webhookActive: false });
    const visit = await met();
    await expect(told()).resolves.toEqual([]);
    await change({ webhookActive: true });
    const [late, ...others] = await told();
    expect(late && contentOf(late)).toMatchObject({
      type: 'visit.ended',
      data: { visitId: visit.visitId },
    });
    expect(others).toEqual([]);
    await change({ webhookActive: true });
    await expect(told()).resolves.toEqual([]);
  });

  it('is a test event when the admin asks for one', async () => {
    const answer = await admin.post(`${PATH}/test`);
    expect([answer.status, answer.text]).toEqual([200, '{"status":204,"failure":null}']);
    const [test] = receiver.take();
    expect(test && contentOf(test).type).toBe('test');
    expect(test && isSigned(test, secret)).toBe(true);
  });

  it.each([
    ['https://records.example/hook', 'record-system.address-not-allowed'],
    ['http://10.0.0.1/hook', 'record-system.address-invalid'],
    ['https://user:secret@localhost/hook', 'record-system.address-invalid'],
    ['http://127.0.0.1/hook?secret=1', 'record-system.address-invalid'],
    ['http://127.0.0.1/hook#secret', 'record-system.address-invalid'],
    ['no address', 'record-system.address-invalid'],
  ])('goes not to %s', async (webhookAddress, code) => {
    const problem = expectProblem(await changeTo({ webhookAddress }));
    expect([problem.code, problem.fields?.[0]?.field]).toEqual([code, 'webhookAddress']);
  });

  it('takes no token along to another address, and needs a secret to sign with', async () => {
    const address = receiver.address('/fhir');
    await change({ fhirAddress: address, fhirActive: true, fhirToken: 'a token of theirs' });
    const moved = await changeTo({ fhirAddress: receiver.address('/other') });
    expect(expectProblem(moved).code).toBe('record-system.token-needed');
    const stale = await changeTo({ version: 0 });
    expect(expectProblem(stale).code).toBe('settings.changed-meanwhile');
    await change({ webhookActive: false });
    const none = expectProblem(await changeTo({ webhookActive: true, webhookAddress: null }));
    expect([none.code, none.fields?.[0]?.field]).toEqual(['field.missing', 'webhookAddress']);
    expect(JSON.stringify(await settings())).not.toMatch(/a token of theirs|whsec_/);
  });

  it('says all at once what is wrong before anything can be sent, each at its field', async () => {
    const other = await buildWorld(api.dataSource, { name: 'Toinen' });
    const theirs = api.client();
    await theirs.signIn(other.admin.email);
    const before = {
      webhookAddress: receiver.address('/hook'),
      webhookActive: true,
      webhookCalendar: false,
      fhirAddress: null,
      fhirActive: false,
      fhirToken: null,
      version: 0,
    };
    const problemsOf = async (changes: object) =>
      expectProblem(await theirs.post(PATH, { ...before, ...changes }));
    const noSecret = { field: 'webhookActive', code: 'record-system.secret-missing' };
    expect(await problemsOf({})).toMatchObject({ code: noSecret.code, fields: [noSecret] });
    const all = await problemsOf({ webhookAddress: 'http://records.example', fhirActive: true });
    expect(all).toMatchObject({
      code: 'request.invalid',
      fields: [
        { field: 'webhookAddress', code: 'record-system.address-invalid' },
        noSecret,
        { field: 'fhirAddress', code: 'field.missing' },
      ],
    });
  });
});
