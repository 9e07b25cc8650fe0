import type { MessageTextPlace } from '@tapaamo/contracts';
import {
  messageTextProblems,
  messageTextRequestOf,
  messageTextValuesOf,
  ourValuesOf,
  savedTextOf,
} from './message-text-values.js';

const SMS: MessageTextPlace = { kind: 'invitation', channel: 'sms', language: 'fi' };
const EMAIL: MessageTextPlace = { ...SMS, channel: 'email' };

describe('a text of a message', () => {
  it('is Tapaamo’s where nobody changed it, and saved as that', () => {
    const saved = savedTextOf({ texts: [] }, EMAIL);
    const values = messageTextValuesOf(EMAIL, saved);
    expect(values).toEqual(ourValuesOf(EMAIL));
    expect(messageTextProblems(EMAIL, values)).toEqual([]);
    expect(messageTextRequestOf(EMAIL, values, 3)).toEqual({
      ...EMAIL,
      subject: null,
      body: null,
      version: 3,
    });
  });

  it('is found by its kind, way and language', () => {
    const own = { ...EMAIL, subject: 'Kutsu', body: '{time} {link}', version: 2 };
    const texts = [{ ...own, language: 'sv' as const, version: 1 }, own];
    expect(savedTextOf({ texts }, EMAIL)).toBe(own);
    expect(savedTextOf({ texts }, SMS)).toEqual({ subject: null, body: null, version: 0 });
  });

  it('has a subject by e-mail only, and line breaks of one kind', () => {
    const values = { subject: ' Kutsu ', body: 'Hei!\r\n{time}\r\n{link}\n' };
    expect(messageTextRequestOf(EMAIL, values, 0)).toMatchObject({
      subject: 'Kutsu',
      body: 'Hei!\n{time}\n{link}',
    });
    expect(messageTextRequestOf(SMS, values, 0)).toMatchObject({ subject: null });
  });

  it('says what is wrong, field by field', () => {
    expect(messageTextProblems(EMAIL, { subject: '', body: '{time}' })).toEqual([
      { field: 'body', code: 'message-text.link-missing' },
      { field: 'subject', code: 'field.missing' },
    ]);
  });
});
