import { createHmac } from 'node:crypto';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import {
  LANGUAGES,
  RECORDS_PATH,
  cancelReasonSchema,
  cancelVisitRequestSchema,
  moveVisitRequestSchema,
  recordBookingRequestSchema,
  recordBookingSchema,
  recordEventSchema,
  recordScopeSchema,
} from '@tapaamo/contracts';
import {
  BOOK,
  BOOKED,
  BOOKING,
  CANCEL,
  CHANGE,
  EVENT,
  MOVE,
  VERIFY,
} from './developer-examples.js';
import { now } from '../time/clock.js';
import { developer } from './developer.js';

describe('the guide for developers of record systems', () => {
  it.each([
    ['a booking', recordBookingRequestSchema, BOOKING],
    ['its answer', recordBookingSchema, BOOKED],
    ['a move', moveVisitRequestSchema, MOVE],
    ['a cancellation', cancelVisitRequestSchema, CANCEL],
  ])('shows %s as the contract has it', (_, schema, example) => {
    expect(schema.parse(JSON.parse(example))).toEqual(JSON.parse(example));
  });

  it('shows an event that there is, and addresses that there are', () => {
    const { type } = JSON.parse(EVENT) as { type: string };
    expect(recordEventSchema.options).toContain(type);
    expect([BOOK, CHANGE].every((example) => example.includes(RECORDS_PATH))).toBe(true);
  });

  it.each(LANGUAGES)('names every event, scope and reason (%s)', (language) => {
    const guide = JSON.stringify(developer[language]);
    const words = [recordEventSchema, recordScopeSchema, cancelReasonSchema].flatMap(
      ({ options }): string[] => options,
    );
    expect(words.filter((word) => !guide.includes(word))).toEqual([]);
  });

  it('shows a check of the signature that takes what is right and nothing else', () => {
    const key = Buffer.alloc(32, 7);
    const secret = `whsec_${key.toString('base64')}`;
    const at = String(Math.floor(now() / 1000));
    const signature = (time: string) =>
      `v1,${createHmac('sha256', key).update(`msg.${time}.${EVENT}`).digest('base64')}`;
    const headers = (time: string, given = signature(time)) => ({
      'webhook-id': 'msg',
      'webhook-timestamp': time,
      'webhook-signature': given,
    });
    const isFromTapaamo = (asked: object, body = EVENT) =>
      runInNewContext(`${VERIFY}\nisFromTapaamo(asked, body, secret)`, {
        require: createRequire(import.meta.url),
        Buffer,
        asked,
        body,
        secret,
      }) as boolean;
    const old = String(Number(at) - 301);
    expect([
      isFromTapaamo(headers(at)),
      isFromTapaamo(headers(at, `v1,${Buffer.alloc(32).toString('base64')} ${signature(at)}`)),
      isFromTapaamo(headers(at), `${EVENT} `),
      isFromTapaamo(headers(at, 'v1,')),
      isFromTapaamo(headers(old)),
      isFromTapaamo(headers('x')),
    ]).toEqual([true, true, false, false, false, false]);
  });
});
