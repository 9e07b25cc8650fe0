import { logFieldsSchema, safeLogFields, type LogFields } from './log-fields.js';

const ID = '8e0f4f0a-1d0b-4f7e-bf0f-0c5b9a6e4a31';
const TEXT_FIELDS = Object.keys(logFieldsSchema).filter(
  (name) => !logFieldsSchema[name as keyof LogFields].safeParse(1).success,
);

describe('fields of a log line', () => {
  it('lets ids, counts, codes and route patterns through', () => {
    const fields: LogFields = {
      correlationId: ID,
      visitId: ID,
      nodeId: ID,
      route: '/api/visits/:visitId/participants/:participantId/admit',
      method: 'POST',
      job: 'purge.sweep',
      code: 'booking.overlap',
      errorClass: 'QueryFailedError',
      at: 'libs/visit/src/door/door.service.ts:81',
      status: 503,
      durationMs: 12.5,
      count: 0,
      setting: 'DATABASE_URL',
      channel: 'sms',
      signal: 'SIGTERM',
    };
    expect(safeLogFields(fields)).toEqual(fields);
  });

  it.each(['23P01', '57014', '08006', 'ECONNREFUSED', 'OAUTH_RESPONSE_IS_NOT_CONFORM', '-'])(
    'lets the code %s through',
    (code) => {
      expect(safeLogFields({ code })).toEqual({ code });
    },
  );

  it.each([
    ['a name', 'Aino Virtanen'],
    ['a name with other letters', 'Åsa'],
    ['an identity code', '131052-308T'],
    ['a phone number', '+358401234567'],
    ['a phone number as it is typed', '0401234567'],
    ['an e-mail address', 'aino@example.fi'],
    ['a link', `http://localhost:8080/v#${'x'.repeat(43)}`],
    ['a sentence', 'duplicate key value violates unique constraint "x"'],
    ['a new line', 'a\nb'],
    ['something long', 'x'.repeat(200)],
  ])('refuses %s in every field', (_, value) => {
    const fields = Object.fromEntries(Object.keys(logFieldsSchema).map((name) => [name, value]));
    const safe = safeLogFields(fields);
    expect(new Set(Object.values(safe))).toEqual(new Set(['[refused]']));
    expect(TEXT_FIELDS.length).toBeGreaterThan(10);
  });

  it('has no place for a field that is not listed', () => {
    const fields = { visitId: ID, clientName: 'Aino', __proto__: { a: 1 } } as LogFields;
    expect(safeLogFields(fields)).toEqual({ visitId: ID });
  });

  it('refuses numbers that are none and things that are no text', () => {
    const fields = { count: 'Aino', visitId: { name: 'Aino' }, code: ['Aino'] };
    expect(safeLogFields(fields as unknown as LogFields)).toEqual({
      count: '[refused]',
      visitId: '[refused]',
      code: '[refused]',
    });
  });

  it('leaves out what is undefined', () => {
    expect(safeLogFields({ visitId: undefined })).toEqual({});
  });
});
