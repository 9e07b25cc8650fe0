import { parseSms } from './sms-request.js';

const GOOD = { id: 'a-1', to: '+358401234567', text: 'hei' };

describe('a request to the SMS gateway', () => {
  it('is taken when it is whole', () => {
    expect(parseSms(JSON.stringify(GOOD)).message).toEqual({
      ...GOOD,
      channel: 'sms',
      subject: '',
    });
  });

  it.each([
    ['no JSON', '{', 'body', 'field.invalid'],
    ['no object', '[]', 'body', 'field.invalid'],
    ['nothing', 'null', 'body', 'field.invalid'],
    ['no receiver', { id: 'a', text: 'hei' }, 'to', 'field.missing'],
    ['a receiver in local form', { ...GOOD, to: '0401234567' }, 'to', 'field.invalid'],
    ['a receiver that is a number', { ...GOOD, to: 358401234567 }, 'to', 'field.invalid'],
    ['no text', { ...GOOD, text: '' }, 'text', 'field.invalid'],
    ['too long a text', { ...GOOD, text: 'x'.repeat(1601) }, 'text', 'field.too-long'],
    ['an id with spaces', { ...GOOD, id: 'a b' }, 'id', 'field.invalid'],
    ['too long an id', { ...GOOD, id: 'x'.repeat(65) }, 'id', 'field.too-long'],
    ['a field too many', { ...GOOD, operator: 'x' }, 'operator', 'field.unknown'],
  ])('is refused with %s, and the field is named', (_case, body, field, code) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    expect(parseSms(text).problems).toContainEqual({ field, code });
  });
});
