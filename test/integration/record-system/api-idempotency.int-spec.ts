import { randomUUID } from 'node:crypto';
import { BookingRow } from '@tapaamo/booking';
import { recordBookingSchema, type RecordBooking } from '@tapaamo/contracts';
import { PurgeService } from '@tapaamo/purge';
import { RecordAnswer } from '@tapaamo/record-system';
import { expectAnswer, expectProblem, type ApiAnswer } from '../../support/api-client.js';
import { bookingRequest } from '../../support/builders/booking-builder.js';
import { tamper } from '../../support/audit.js';
import { RecordCaller } from '../../support/record-caller.js';
import { NOW, startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

describe('an idempotency key', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let caller: RecordCaller;
  let key: string;

  beforeAll(async () => {
    api = await startApi();
  });

  beforeEach(async () => {
    api.clock.set(NOW);
    world = await buildWorld(api.dataSource);
    caller = await RecordCaller.of(api, world);
    key = randomUUID();
  });

  afterAll(async () => {
    await api.close();
  });

  const wish = (changes: Record<string, unknown> = {}) => ({
    ...bookingRequest(world.service),
    professionalId: world.professional.id,
    ...changes,
  });
  const book = (changes: Record<string, unknown> = {}, by = caller, requestKey = key) =>
    by.post('/bookings', wish(changes), requestKey);
  const booking = (answer: ApiAnswer) => expectAnswer(answer, 201, recordBookingSchema);
  const bookings = () =>
    api.dataSource.manager.countBy(BookingRow, { organisationId: world.organisationId });
  const answers = () =>
    api.dataSource.manager.findBy(RecordAnswer, { organisationId: world.organisationId });
  const codeOf = (answer: ApiAnswer) => expectProblem(answer).code;

  it('gets the same answer to the same wish, whatever became of the visit since', async () => {
    const first = await book();
    const { visitId } = booking(first);
    const again = wish();
    const inOtherOrder = Object.fromEntries(Object.entries(again).toReversed());
    await caller.post(`/visits/${visitId}/cancel`, { version: 1, reason: 'other' });
    const second = await caller.post('/bookings', inOtherOrder, key);
    expect([second.status, second.json]).toEqual([201, first.json]);
    await expect(bookings()).resolves.toBe(1);
  });

  it('books once when it is asked twenty times at once', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => book()));
    const told = new Set(all.map((answer) => `${String(answer.status)} ${answer.text}`));
    expect([...told]).toHaveLength(1);
    expect(booking(all[0] as ApiAnswer).status).toBe('booked');
    await expect(bookings()).resolves.toBe(1);
  });

  it('is refused for another wish, and nothing is done', async () => {
    const { visitId } = booking(await book());
    for (const answer of [
      await book({ time: '12:00' }),
      await book({ clientName: 'Aino Virtane' }),
      await caller.post(`/visits/${visitId}/cancel`, { version: 1, reason: 'other' }, key),
    ]) {
      expect(answer.status).toBe(422);
      expect(expectProblem(answer)).toMatchObject({
        code: 'record-system.request-key-reused',
        fields: [{ field: 'Idempotency-Key', code: 'record-system.request-key-reused' }],
      });
    }
    await expect(bookings()).resolves.toBe(1);
  });

  it('is another’s of another record system, of the same organisation too', async () => {
    const second = await RecordCaller.of(api, world);
    const one = booking(await book());
    const other = booking(await book({ time: '12:00' }, second));
    expect(other.visitId).not.toBe(one.visitId);
  });

  it('is not used up by what was refused', async () => {
    expect(codeOf(await book({ time: '09:00' }))).toBe('booking.start-in-past');
    await expect(answers()).resolves.toEqual([]);
    expect(booking(await book()).status).toBe('booked');
  });

  it('is not used up by a crash in the middle: what was begun is undone with it', async () => {
    await tamper(
      api,
      `CREATE FUNCTION fails() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'crash'; END $$`,
    );
    await tamper(
      api,
      'CREATE TRIGGER fails BEFORE UPDATE ON record_answer FOR EACH ROW EXECUTE FUNCTION fails()',
    );
    await tamper(api, 'ALTER TABLE record_answer ENABLE ALWAYS TRIGGER fails');
    const crashed = await book();
    await tamper(api, 'DROP FUNCTION fails CASCADE');
    expect(crashed.status).toBe(500);
    await expect(bookings()).resolves.toBe(0);
    expect(booking(await book()).status).toBe('booked');
    await expect(bookings()).resolves.toBe(1);
  });

  it('moves once, and calls off once', async () => {
    const { visitId } = booking(await book({}, caller, randomUUID()));
    const time = { version: 1, date: '2027-02-11', time: '12:00', durationMinutes: 45 };
    const path = `/visits/${visitId}`;
    const moved = await Promise.all([1, 2, 3].map(() => caller.post(`${path}/time`, time, key)));
    expect(moved.map(({ status, text }) => `${String(status)} ${text}`)).toEqual(
      Array.from({ length: 3 }, () => `200 ${moved[0]?.text ?? ''}`),
    );
    expect(moved[0]?.json).toMatchObject({ version: 2 });
    const reason = { version: 2, reason: 'client-asked' };
    const [first, second] = [
      await caller.post(`${path}/cancel`, reason, 'cancel-once'),
      await caller.post(`${path}/cancel`, reason, 'cancel-once'),
    ];
    expect([second.status, second.json]).toEqual([200, first.json]);
    expect((first.json as RecordBooking).status).toBe('cancelled');
    // Without one the second is told that it comes too late.
    expect(codeOf(await caller.post(`${path}/cancel`, reason))).toBe('visit.ended');
  });

  it('is needed to book, and has a form', async () => {
    const send = (headers: Record<string, string>) =>
      caller.request('POST', '/bookings', { body: wish(), headers });
    const fieldOf = (answer: ApiAnswer) => [answer.status, expectProblem(answer).fields];
    expect(fieldOf(await send({}))).toEqual([
      400,
      [{ field: 'Idempotency-Key', code: 'field.missing' }],
    ]);
    for (const bad of ['short', 'with a space in it', 'ä'.repeat(20), 'x'.repeat(256), '']) {
      expect([bad, ...fieldOf(await send({ 'idempotency-key': bad }))]).toEqual([
        bad,
        400,
        [{ field: 'Idempotency-Key', code: 'field.invalid' }],
      ]);
    }
    const { visitId } = booking(await book());
    const path = `/visits/${visitId}/cancel`;
    const answer = await caller.post(path, { version: 1, reason: 'other' }, 'short');
    expect(fieldOf(answer)[0]).toBe(400);
    await expect(bookings()).resolves.toBe(1);
  });

  it('is known for 24 hours', async () => {
    const first = booking(await book({ date: '2027-02-20' }));
    api.clock.set('2027-02-11T07:59:59.000Z');
    expect(booking(await book({ date: '2027-02-20' }))).toEqual(first);
    api.clock.set('2027-02-11T08:00:00.000Z');
    expect(codeOf(await book({ date: '2027-02-20' }))).toBe('booking.overlap');
    expect(booking(await book({ date: '2027-02-21' })).visitId).not.toBe(first.visitId);
  });

  it('is kept as hashes that need the record system’s key, and the answer without the client', async () => {
    const second = await RecordCaller.of(api, world);
    await book({ date: '2027-02-20' });
    await book({ date: '2027-02-21' }, second);
    const [one, other] = await answers();
    expect(one?.requestHash).toHaveLength(32);
    expect(one?.requestHash).not.toEqual(other?.requestHash);
    const rows = await api.dataSource.query<object[]>(
      'SELECT row_to_json(record_answer)::text AS text FROM record_answer',
    );
    expect(JSON.stringify(rows)).not.toContain(key);
    expect(JSON.stringify(rows)).not.toMatch(/Virtanen|40123/);
  });

  it('is forgotten with its visit, and by the sweep after a day', async () => {
    const { visitId } = booking(await book({ date: '2027-02-20' }, caller, randomUUID()));
    booking(await book({ date: '2027-02-21' }));
    await api.dataSource.query('UPDATE visit SET purge_due_at = $1 WHERE id = $2', [
      api.clock.now(),
      visitId,
    ]);
    await api.get(PurgeService).sweep();
    expect(await answers()).toHaveLength(1);
    api.clock.set('2027-02-11T07:59:59.000Z');
    await api.get(PurgeService).sweep();
    expect(await answers()).toHaveLength(1);
    api.clock.set('2027-02-11T08:00:00.000Z');
    await api.get(PurgeService).sweep();
    await expect(answers()).resolves.toEqual([]);
    await expect(bookings()).resolves.toBe(1);
  });
});
