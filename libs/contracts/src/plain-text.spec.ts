import { plainText } from './plain-text.js';

const accepts = (text: string): boolean => plainText(60).safeParse(text).success;

describe('a line of text', () => {
  it.each([
    'Mallilan hyvinvointialue',
    'Södra Karelens välfärdsområde',
    'Sámi soga lágádus, Ohcejohka',
    'Ryhmäkoti ”Pihla” (Å–Ö) & Co. 24/7',
  ])('is accepted: %s', (text) => {
    expect(accepts(text)).toBe(true);
  });

  it.each([
    ['a control sign', 'Mallila\u0007'],
    ['a line break', 'Mallila\nBcc: kaikki@example.fi'],
    ['a turn of the reading direction', 'Mallila \u202Eeulaiotniovnivyh'],
    ['an isolate', '\u2066Mallila\u2069'],
    ['a space of no width', 'Mall\u200Bila'],
    ['a soft hyphen', 'Malli\u00ADla'],
    ['a Cyrillic letter that looks Latin', 'M\u0430llila'],
    ['a Greek letter that looks Latin', '\u039Callila'],
    ['a mathematical letter', '\u{1D40C}allila'],
    ['a letter of double width', '\uFF2Dallila'],
    ['heaped marks', 'Ma\u0331\u0332\u0333\u0334llila'],
    ['half a sign', 'Mallila\uD800'],
    ['nothing', '   '],
    ['too much', 'M'.repeat(61)],
  ])('is refused with %s', (_, text) => {
    expect(accepts(text)).toBe(false);
  });

  it('is kept in one form', () => {
    expect(plainText(60).parse('  Mallila va\u0308lfa\u0308rd ')).toBe('Mallila välfärd');
  });
});
