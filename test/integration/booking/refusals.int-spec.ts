import { ERROR_CODES, ERROR_TEXTS, LANGUAGES, type ErrorCode } from '@tapaamo/contracts';
import { expectProblem, type ApiClient } from '../../support/api-client.js';
import { book, bookingRequest } from '../../support/builders/booking-builder.js';
import { changedTables, databaseSnapshot } from '../../support/database-snapshot.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

/** What is typed wrong, the field that is to be named, and why. A code of `field.*` alone means `request.invalid`. */
const REFUSALS: readonly [string, Record<string, unknown>, string, ErrorCode, ErrorCode?][] = [
  ['no service', { serviceId: undefined }, 'serviceId', 'field.missing'],
  ['a service that is no id', { serviceId: "' OR 1=1" }, 'serviceId', 'field.invalid'],
  ['no day', { date: undefined }, 'date', 'field.missing'],
  ['a day that does not exist', { date: '2027-02-30' }, 'date', 'field.invalid'],
  ['a day as people write it', { date: '10.2.2027' }, 'date', 'field.invalid'],
  ['no time', { time: undefined }, 'time', 'field.missing'],
  ['a time after midnight', { time: '24:00' }, 'time', 'field.invalid'],
  ['a time with seconds', { time: '10:15:00' }, 'time', 'field.invalid'],
  ['too short a visit', { durationMinutes: 4 }, 'durationMinutes', 'field.invalid'],
  ['too long a visit', { durationMinutes: 481 }, 'durationMinutes', 'field.invalid'],
  ['half a minute', { durationMinutes: 20.5 }, 'durationMinutes', 'field.invalid'],
  ['minutes as text', { durationMinutes: '30' }, 'durationMinutes', 'field.invalid'],
  ['no name', { clientName: undefined }, 'clientName', 'field.missing'],
  ['an empty name', { clientName: '  ' }, 'clientName', 'field.missing'],
  ['a name of null', { clientName: null }, 'clientName', 'field.invalid'],
  ['a name of 300 letters', { clientName: 'a'.repeat(300) }, 'clientName', 'field.too-long'],
  ['a name that is an object', { clientName: { $ne: 1 } }, 'clientName', 'field.invalid'],
  [
    'an identity code as name',
    { clientName: 'Aino 131052-308T' },
    'clientName',
    'field.identity-code',
    'field.identity-code',
  ],
  ['an empty phone', { clientPhone: '' }, 'clientPhone', 'field.missing'],
  ['a long phone', { clientPhone: '0'.repeat(33) }, 'clientPhone', 'field.too-long'],
  [
    'a short phone',
    { clientPhone: '12' },
    'clientPhone',
    'field.phone-invalid',
    'field.phone-invalid',
  ],
  [
    'a premium phone',
    { clientPhone: '0600 123 456' },
    'clientPhone',
    'field.phone-invalid',
    'field.phone-invalid',
  ],
  [
    'a wrong e-mail',
    { clientEmail: 'aino@' },
    'clientEmail',
    'field.email-invalid',
    'field.email-invalid',
  ],
  [
    'a long e-mail',
    { clientEmail: `${'a'.repeat(250)}@example.fi` },
    'clientEmail',
    'field.too-long',
  ],
  [
    'no way to reach the client',
    { clientPhone: undefined },
    'clientPhone',
    'booking.contact-required',
    'booking.contact-required',
  ],
  [
    'an identity code as reference',
    { recordReference: '131052-308T' },
    'recordReference',
    'field.identity-code',
  ],
  ['a long reference', { recordReference: 'A'.repeat(65) }, 'recordReference', 'field.too-long'],
  ['an empty reference', { recordReference: ' ' }, 'recordReference', 'field.missing'],
  ['a reference with NUL', { recordReference: 'A\u0000' }, 'recordReference', 'field.invalid'],
  [
    'a reference of a series',
    { recordReference: 'A-2027-118', repeat: { everyWeeks: 1, times: 2 } },
    'recordReference',
    'booking.reference-of-series',
    'booking.reference-of-series',
  ],
  ['the past', { time: '09:59' }, 'time', 'booking.start-in-past', 'booking.start-in-past'],
  [
    'more than a year ahead',
    { date: '2028-02-11' },
    'date',
    'booking.start-too-far',
    'booking.start-too-far',
  ],
  [
    'a skipped hour',
    { date: '2027-03-28', time: '03:30' },
    'time',
    'booking.time-does-not-exist',
    'booking.time-does-not-exist',
  ],
  ['a note', { notes: 'pelkää koiria' }, 'notes', 'field.unknown'],
  ['an identity code', { identityCode: '131052-308T' }, 'identityCode', 'field.unknown'],
  ['another professional', { professionalId: 'x' }, 'professionalId', 'field.unknown'],
  ['a status', { status: 'fulfilled' }, 'status', 'field.unknown'],
  ['a purge day', { purgeDueAt: '2099-01-01' }, 'purgeDueAt', 'field.unknown'],
];

describe('a booking that is refused', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let professional: ApiClient;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    professional = api.client();
    await professional.signIn(world.professional.email);
  });

  afterAll(async () => {
    await api.close();
  });

  it.each(REFUSALS)('names the field: %s', async (_, changes, field, ...[fieldCode, code]) => {
    const answer = await professional.post('/api/bookings', bookingRequest(world.service, changes));
    const expected = code ?? 'request.invalid';
    expect(expectProblem(answer)).toMatchObject({
      code: expected,
      status: ERROR_CODES[expected].http,
      fields: [{ field, code: fieldCode }],
    });
  });

  it('names every wrong field at once', async () => {
    const answer = await professional.post('/api/bookings', {
      clientName: '',
      notes: 'x',
      time: 7,
    });
    expect(expectProblem(answer).fields).toEqual(
      expect.arrayContaining([
        { field: 'serviceId', code: 'field.missing' },
        { field: 'date', code: 'field.missing' },
        { field: 'time', code: 'field.invalid' },
        { field: 'clientName', code: 'field.missing' },
        { field: 'notes', code: 'field.unknown' },
      ]),
    );
  });

  it.each(LANGUAGES)('says so in the language that the browser asks for: %s', async (language) => {
    const cases = [
      [{ clientName: 'Aino 2' }, 'field.name-invalid'],
      [{ clientName: '' }, 'request.invalid'],
      [{ time: '09:00' }, 'booking.start-in-past'],
    ] as const;
    for (const [changes, code] of cases) {
      const answer = await professional.post(
        '/api/bookings',
        bookingRequest(world.service, changes),
        { headers: { 'accept-language': `${language}-FI,en;q=0.5` } },
      );
      expect(expectProblem(answer).title).toBe(ERROR_TEXTS[code][language]);
    }
  });

  it('never says back what was typed, neither in the answer nor in the log', async () => {
    const typed = {
      clientName: 'Aino Virtanen 131052-308T',
      clientPhone: '040 999 8877 66',
      clientEmail: 'aino.virtanen@',
      'Aino Virtanen': 'x',
    };
    for (const [name, value] of Object.entries(typed).slice(0, 3)) {
      const changes = { [name]: value };
      const answer = await professional.post(
        '/api/bookings',
        bookingRequest(world.service, changes),
      );
      expect(answer.status).toBe(422);
      expect(answer.text).not.toContain(value);
    }
    expect(api.log.lines.join('')).not.toMatch(/Virtanen|131052|999 8877/);
  });

  it('leaves nothing half-written', async () => {
    await book(professional, world.service, { time: '18:00' });
    const before = await databaseSnapshot(api.database.adminUrl, { besides: [] });
    for (const [, changes] of REFUSALS) {
      const request = bookingRequest(world.service, changes);
      await professional.post('/api/bookings', request, {
        headers: { 'x-forwarded-for': '192.0.2.7' },
      });
    }
    const overlap = await professional.post(
      '/api/bookings',
      bookingRequest(world.service, { time: '18:10' }),
    );
    expect(expectProblem(overlap).code).toBe('booking.overlap');
    const after = await databaseSnapshot(api.database.adminUrl, { besides: [] });
    expect(
      changedTables(before, after).filter((table) => table !== 'public.staff_session'),
    ).toEqual([]);
  });

  it('leaves nothing half-written when the very last statement fails', async () => {
    const admin = await api.dataSource.query<unknown[]>(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'no: %', NEW USING ERRCODE = 'P0001'; END $$`);
    expect(admin).toBeDefined();
    await api.dataSource.query(
      'CREATE TRIGGER refuse BEFORE INSERT ON outbox_message FOR EACH ROW EXECUTE FUNCTION refuse()',
    );
    const before = await databaseSnapshot(api.database.adminUrl, { besides: [] });
    const request = bookingRequest(world.service, {
      time: '20:00',
      clientName: 'Ursula Kanarialintu',
    });
    const answer = await professional.post('/api/bookings', request);
    await api.dataSource.query('DROP TRIGGER refuse ON outbox_message');
    expect(expectProblem(answer)).toMatchObject({ code: 'service.unexpected', status: 500 });
    const after = await databaseSnapshot(api.database.adminUrl, { besides: [] });
    expect(
      changedTables(before, after).filter((table) => table !== 'public.staff_session'),
    ).toEqual([]);
    expect(api.log.of('http.refused').at(-1)).toMatchObject({
      code: 'service.unexpected',
      errorClass: 'QueryFailedError',
    });
    expect(api.log.lines.join('')).not.toContain('Kanarialintu');
    await expect(book(professional, world.service, { time: '20:00' })).resolves.toBeDefined();
  });
});
