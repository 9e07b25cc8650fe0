import type { MessageTextPlace } from '@tapaamo/contracts';
import {
  messageTextProblems,
  messageTextRequestOf,
  messageTextValuesOf,
  ourValuesOf,
  ownTextsWith,
  problemsOfField,
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

  it('says all at once what a field lacks, and what only the server knows by itself', () => {
    const values = { subject: 'Kutsu', body: 'Tervetuloa' };
    const both = ['message-text.link-missing', 'message-text.time-missing'];
    expect(problemsOfField(EMAIL, values, 'body', 'message-text.link-missing')).toEqual(both);
    const long = { ...values, body: 'x'.repeat(401) };
    expect(problemsOfField(SMS, long, 'body', 'field.too-long')).toEqual([
      'field.too-long',
      ...both,
    ]);
    expect(problemsOfField(EMAIL, values, 'body', 'message-text.names-service')).toEqual([
      'message-text.names-service',
    ]);
    expect(problemsOfField(EMAIL, values, 'subject', 'field.missing')).toEqual(['field.missing']);
  });

  it('is seen beside the organisation’s own of the other languages, where they are no one else’s', () => {
    const swedish = { ...SMS, language: 'sv' as const, subject: null, body: 'Tid {time} {link}' };
    const saved = [
      { ...swedish, version: 1 },
      { ...SMS, subject: null, body: 'Vanha {time} {link}', version: 1 },
      { ...swedish, language: 'en' as const, body: null, version: 2 },
      { ...swedish, kind: 'change' as const, language: 'en' as const, version: 1 },
    ];
    const written = { subject: '', body: 'Uusi {time} {link}' };
    expect([...ownTextsWith({ texts: saved }, SMS, written)]).toEqual([
      ['sv', { subject: null, body: 'Tid {time} {link}' }],
      ['fi', { subject: null, body: 'Uusi {time} {link}' }],
    ]);
    expect([...ownTextsWith({ texts: saved }, SMS, ourValuesOf(SMS)).keys()]).toEqual(['sv']);
  });
});
