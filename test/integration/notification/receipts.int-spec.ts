import { hashSecret } from '@tapaamo/common';
import { OutboxMessage } from '@tapaamo/notification';
import { SignJWT } from 'jose';
import { expectProblem } from '../../support/api-client.js';
import { bookedVisit, type BookedVisit } from '../../support/booked-visit.js';
import { databaseSnapshot } from '../../support/database-snapshot.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { startJobRunner, type TestJobRunner } from '../../support/start-job-runner.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

const SECRET = 'the secret that the gateway shares, 32+';
const NEXT_SECRET = 'the secret that comes after it, 32+ letters';
const RECEIPTS = '/api/message-receipts';

describe('receipts of text messages', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let runner: TestJobRunner;
  let visit: BookedVisit;
  let reference: string;

  beforeAll(async () => {
    api = await startApi({ config: { SMS_RECEIPT_SECRET: SECRET } });
    world = await buildWorld(api.dataSource);
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    await api.dataSource.query('TRUNCATE booking CASCADE');
    runner = await startJobRunner(api);
    visit = await bookedVisit(api, world.service);
    await runner.deliver();
    reference = runner.sms.record.sent[0]?.reference ?? '';
  });

  afterEach(() => runner.close());
  afterAll(() => api.close());

  /** As a program does: without the header of our own pages. */
  const tell = (body: object, secret = SECRET) =>
    api.client().post(RECEIPTS, body, {
      headers: { 'x-tapaamo': null, authorization: `Bearer ${secret}` },
    });
  const delivered = () => tell({ reference, status: 'delivered' });
  const failed = (reason?: string) => tell({ reference, status: 'failed', reason });
  const message = () =>
    api.dataSource.manager.findOneByOrFail(OutboxMessage, { visitId: visit.visitId });
  const shown = async () => {
    const list = await visit.professional.get('/api/bookings?from=2027-02-10&to=2027-02-10');
    return (list.json as { bookings: { messages: unknown[] }[] }).bookings[0]?.messages;
  };

  it('show the professional that a message was delivered, or why it was not', async () => {
    const { visitId, participantId } = visit;
    const told = {
      participantId,
      kind: 'invitation',
      channel: 'sms',
      dueAt: null,
      isHeldUp: false,
    };
    expect(await shown()).toEqual([{ ...told, status: 'sent', failure: null }]);
    expect((await failed('number-not-in-use')).status).toBe(204);
    expect(await shown()).toEqual([{ ...told, status: 'failed', failure: 'number-not-in-use' }]);
    expect((await delivered()).status).toBe(204);
    expect(await shown()).toEqual([{ ...told, status: 'delivered', failure: null }]);
    const ofVisit = await visit.professional.get(`/api/visits/${visitId}/messages`);
    expect(ofVisit.json).toEqual({
      messages: [{ ...told, status: 'delivered', failure: null }],
    });
  });

  it('come again and in any order: what was delivered stays so', async () => {
    await delivered();
    const before = await message();
    for (const again of [delivered, failed, delivered, failed]) {
      expect((await again()).status).toBe(204);
    }
    expect(await message()).toEqual(before);
    expect(before).toMatchObject({ status: 'delivered', failure: null });
  });

  it('that come at once end as delivered', async () => {
    const answers = await Promise.all([failed(), delivered(), failed(), delivered(), failed()]);
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204]);
    expect((await message()).status).toBe('delivered');
  });

  it('of a message that is still in hand are not overwritten, and its text is dropped', async () => {
    const other = await bookedVisit(api, world.service, { time: '13:00' });
    const row = () =>
      api.dataSource.manager.findOneByOrFail(OutboxMessage, { visitId: other.visitId });
    const whole = (await row()).envelope.length;
    runner.sms.record.meanwhile = async (taken) => {
      await tell({ reference: taken.reference, status: 'delivered' });
      expect((await row()).envelope.length).toBeLessThan(whole / 2);
    };
    await expect(runner.deliver()).resolves.toBe(1);
    expect(await row()).toMatchObject({ status: 'delivered', inHandUntil: null });
    await expect(runner.deliver()).resolves.toBe(0);
  });

  it('of what is unknown or not sent yet change nothing and are answered like any other', async () => {
    const before = await databaseSnapshot(api.database.adminUrl, { besides: ['jobs'] });
    expect((await tell({ reference: 'x'.repeat(43), status: 'delivered' })).status).toBe(204);
    expect(await databaseSnapshot(api.database.adminUrl, { besides: ['jobs'] })).toEqual(before);
    const waiting = 'w'.repeat(43);
    await bookedVisit(api, world.service, { time: '13:00' });
    await api.dataSource.manager.update(
      OutboxMessage,
      { status: 'queued' },
      { referenceHash: hashSecret('message-receipt', waiting) },
    );
    expect((await tell({ reference: waiting, status: 'delivered' })).status).toBe(204);
    expect(await api.dataSource.manager.countBy(OutboxMessage, { status: 'queued' })).toBe(1);
  });

  it('of what was forgotten find nothing', async () => {
    await api.dataSource.query('TRUNCATE booking CASCADE');
    expect((await delivered()).status).toBe(204);
    expect(await api.dataSource.manager.count(OutboxMessage)).toBe(0);
  });

  it.each([
    ['nothing', {}, 'reference'],
    ['a reference that is none', { reference: "' OR 1=1", status: 'delivered' }, 'reference'],
    ['another state', { reference: 'x'.repeat(43), status: 'DELIVERED' }, 'status'],
    [
      'a sentence for a reason',
      { reference: 'x'.repeat(43), status: 'failed', reason: 'no +358401234567' },
      'reason',
    ],
    ['a number beside', { reference: 'x'.repeat(43), status: 'failed', to: '+358401234567' }, 'to'],
  ])('that hold %s are refused, and the field is named', async (_case, body, field) => {
    const problem = expectProblem(await tell(body));
    expect(problem).toMatchObject({ status: 400, code: 'request.invalid' });
    expect(problem.fields?.map((one) => one.field)).toContain(field);
    expect(api.log.lines.join('')).not.toContain('358401234567');
  });

  it.each(['', 'wrong', `${SECRET}x`, 'x'.repeat(10_000)])(
    'are taken from nobody who does not hold the secret (%#)',
    async (secret) => {
      const answer = await tell({ reference, status: 'delivered' }, secret);
      expect(expectProblem(answer).code).toBe('access.denied-or-missing');
      expect((await message()).status).toBe('sent');
    },
  );

  it('are proven by the secret before, too, while it is known', async () => {
    const config = { SMS_RECEIPT_SECRET: NEXT_SECRET, SMS_RECEIPT_SECRET_PREVIOUS: SECRET };
    const later = await startApi({ beside: api, config });
    try {
      const statuses = [];
      for (const secret of [SECRET, NEXT_SECRET, 'another secret, 32 characters or more']) {
        const headers = { 'x-tapaamo': null, authorization: `Bearer ${secret}` };
        const body = { reference, status: 'delivered' };
        statuses.push((await later.client().post(RECEIPTS, body, { headers })).status);
      }
      expect(statuses).toEqual([204, 204, 404]);
      const empty = { 'x-tapaamo': null, authorization: 'Bearer ' };
      const told = { reference, status: 'delivered' };
      const unproven = await api.client().post(RECEIPTS, told, { headers: empty });
      expect(expectProblem(unproven).code).toBe('access.denied-or-missing');
    } finally {
      await later.close();
    }
  });

  it('are taken from no page of another site', async () => {
    const answer = await api.client().post(
      RECEIPTS,
      { reference, status: 'delivered' },
      {
        headers: {
          'x-tapaamo': null,
          origin: 'https://evil.example',
          authorization: `Bearer ${SECRET}`,
        },
      },
    );
    expect(expectProblem(answer).code).toBe('access.origin-not-allowed');
  });

  describe('by GatewayAPI', () => {
    let other: TestApi;

    beforeAll(async () => {
      const config = { SMS_RECEIPT_SECRET: SECRET, SMS_GATEWAY: 'gatewayapi' } as const;
      other = await startApi({ beside: api, config });
    });

    afterAll(() => other.close());

    /** The example of its documentation, signed. */
    const sign = (changes: object = {}, secret = SECRET, alg = 'HS256') =>
      new SignJWT({
        id: 1000001,
        msisdn: 358401234567,
        time: 1450000000,
        status: 'DELIVERED',
        userref: reference,
        country_code: 'FI',
        country_prefix: 358,
        ...changes,
      })
        .setProtectedHeader({ typ: 'JWT', alg })
        .sign(Buffer.from(secret));
    const post = (token: string | null, body: object = {}) =>
      other.client().post(`${RECEIPTS}/gatewayapi`, body, {
        headers: { 'x-tapaamo': null, 'x-gwapi-signature': token },
      });

    it.each([
      ['DELIVERED', 'delivered', null],
      ['UNDELIVERABLE', 'failed', 'number-not-in-use'],
      ['EXPIRED', 'failed', 'not-reached'],
      ['REJECTED', 'failed', 'provider-refused'],
      ['ENROUTE', 'sent', null],
      ['ACCEPTED', 'sent', null],
      ['constructor', 'sent', null],
    ])('are read from the signature: %s is %s', async (state, status, failure) => {
      expect((await post(await sign({ status: state }))).status).toBe(204);
      expect(await message()).toMatchObject({ status, failure });
    });

    it('are read from nowhere else, and from no other signature', async () => {
      const body = { userref: reference, status: 'DELIVERED' };
      const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(body)).toString('base64url')}.`;
      const tokens = [
        null,
        '',
        'x.y.z',
        unsigned,
        await sign({}, 'another secret, 32 characters or more'),
      ];
      for (const token of tokens) {
        const answer = await post(token, body);
        expect(expectProblem(answer).code).toBe('access.denied-or-missing');
      }
      expect((await message()).status).toBe('sent');
    });

    it('of other messages of the account say nothing to us', async () => {
      for (const changes of [{ userref: null }, { userref: 'of another program' }, { status: 7 }]) {
        expect((await post(await sign(changes))).status).toBe(204);
      }
      expect((await message()).status).toBe('sent');
    });

    it('are not taken by the way of another gateway', async () => {
      const generic = await other.client().post(
        RECEIPTS,
        { reference, status: 'delivered' },
        {
          headers: { authorization: `Bearer ${SECRET}` },
        },
      );
      expect(expectProblem(generic).code).toBe('access.denied-or-missing');
      const answer = await api.client().post(
        `${RECEIPTS}/gatewayapi`,
        {},
        {
          headers: { 'x-gwapi-signature': await sign() },
        },
      );
      expect(expectProblem(answer).code).toBe('access.denied-or-missing');
    });
  });
});
