import fc from 'fast-check';
import { messageTextFaults } from './message-text-faults.js';
import type { MessageText } from './message-text.js';

const EMAIL = { kind: 'invitation', channel: 'email' } as const;
const SMS = { kind: 'invitation', channel: 'sms' } as const;
const GOOD: MessageText = { subject: 'Tervetuloa', body: 'Hei! Aika on {time}.\n\nLiity: {link}' };

const codesOf = (field: 'subject' | 'body', text: string) =>
  messageTextFaults(EMAIL, { ...GOOD, [field]: text })
    .filter((fault) => fault.field === field)
    .map(({ code }) => code);

describe('a text of an organisation’s own', () => {
  it.each([
    'Hei!\nAika: {time} – {link}',
    'Kutsuja {inviter}, aika {time} klo 10.00, {link} Tiedot poistuvat {forgottenOn}.',
    'Soita 09 123 4567, jos aika {time} ei sovi. {link}',
    'Välkommen till mötet {time}, t.ex. hemifrån. {link}',
    'Aika 14.12. klo 10.00, {time}, €5 & 100 % {link}',
  ])('is taken: %j', (body) => {
    expect(messageTextFaults(EMAIL, { subject: 'Tervetuloa – välkommen!', body })).toEqual([]);
    expect(messageTextFaults(SMS, { subject: null, body })).toEqual([]);
  });

  it.each([
    ['', 'field.missing'],
    ['  \n ', 'field.missing'],
    ['{time}', 'message-text.link-missing'],
    ['{link}', 'message-text.time-missing'],
    ['({link}) {time}', 'message-text.link-alone'],
    ['{time} {link}.', 'message-text.link-alone'],
    ['{time} {link} {client}', 'message-text.placeholder-unknown'],
    ['{time} {link} {service}', 'message-text.placeholder-unknown'],
    ['{time} {link} {oldTime}', 'message-text.placeholder-unknown'],
    ['{time} {link} {constructor}', 'message-text.placeholder-unknown'],
    ['{time} {link} {', 'message-text.placeholder-unknown'],
    ['{{time}} {link}', 'message-text.placeholder-unknown'],
    ['{ time } {time} {link}', 'message-text.placeholder-unknown'],
    ['<b>{time}</b> {link}', 'message-text.markup'],
    ['{time} {link} &#60;script', 'message-text.markup'],
    ['{time} {link} &lt;b&gt;', 'message-text.markup'],
    ['{time} {link} https://paha.example/', 'message-text.address'],
    ['{time} {link} paha.example/kirjaudu', 'message-text.address'],
    ['{time} {link} www paha', 'message-text.address'],
    ['{time} {link} suomi.fi', 'message-text.address'],
    ['{time} {link} suomi。fi', 'message-text.address'],
    ['{time} {link} 203.0.113.7', 'message-text.address'],
    ['{time} {link} nimi@paha', 'message-text.address'],
    ['{time} {link} javascript:alert(1)', 'message-text.address'],
    ['{link}.paha.example {time}', 'message-text.address'],
    ['{time} {link} \u202Eetnul', 'field.invalid'],
    ['{time} {link} \u0000', 'field.invalid'],
    ['{time} {link}\r\n', 'field.invalid'],
    ['{time} {link} \u200B', 'field.invalid'],
    ['{time} {link} раура1', 'field.invalid'],
    ['{time} {link} 131052-308T', 'field.identity-code'],
    [`{time} {link} ${'x'.repeat(2_000)}`, 'field.too-long'],
  ])('is refused: %j (%s)', (body, code) => {
    expect(codesOf('body', body)).toContain(code);
  });

  it.each([
    ['', 'field.missing'],
    ['Kutsu\nBcc: kaikki', 'field.invalid'],
    ['Kutsu\r\nBcc: kaikki', 'field.invalid'],
    ['Kutsu {link}', 'message-text.placeholder-unknown'],
    ['Kutsu {time}', 'message-text.placeholder-unknown'],
    ['Kutsu suomi.fi', 'message-text.address'],
    ['<i>Kutsu</i>', 'message-text.markup'],
    ['x'.repeat(121), 'field.too-long'],
  ])('has no subject %j (%s)', (subject, code) => {
    expect(codesOf('subject', subject)).toContain(code);
  });

  it('of a text message has no subject and is no longer than a few parts', () => {
    expect(messageTextFaults(SMS, GOOD)).toEqual([{ field: 'subject', code: 'field.invalid' }]);
    const body = `{time} {link} ${'x'.repeat(400)}`;
    expect(messageTextFaults(SMS, { subject: null, body })).toEqual([
      { field: 'body', code: 'field.too-long' },
    ]);
  });

  it('of a cancellation leads nowhere, and of a change may tell the earlier time', () => {
    const of = (kind: 'cancellation' | 'change', body: string) =>
      messageTextFaults({ kind, channel: 'sms' }, { subject: null, body }).map(({ code }) => code);
    expect(of('cancellation', 'Peruttu: {time}')).toEqual([]);
    expect(of('cancellation', 'Peruttu: {time} {link}')).toEqual([
      'message-text.placeholder-unknown',
    ]);
    expect(of('change', '{time} eikä {oldTime} {link}')).toEqual([]);
  });

  it('is looked at whatever it is, and in time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (text) => {
        expect(Array.isArray(messageTextFaults(EMAIL, { subject: text, body: text }))).toBe(true);
      }),
    );
    const begun = performance.now();
    messageTextFaults(EMAIL, { subject: 'a.'.repeat(10_000), body: '{'.repeat(20_000) });
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
