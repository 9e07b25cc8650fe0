import fc from 'fast-check';
import { hetuBirthDate, isHetu, maskedHetu, tidyHetu } from './hetu.js';

const any = { isArtificialAllowed: true };
const real = { isArtificialAllowed: false };

/** Signs of each century (decree 690/2022). */
const SIGNS = { 18: '+', 19: '-YXWVU', 20: 'ABCDEF' } as const;
const CHECKS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

const two = (number: number): string => String(number).padStart(2, '0');

/** A code of anybody: a day that there was, one of the thirteen signs of its century, any number that is given. */
const codes = fc
  .record({
    born: fc.date({
      min: new Date('1800-01-01T00:00:00Z'),
      max: new Date('2099-12-31T00:00:00Z'),
      noInvalidDate: true,
    }),
    sign: fc.nat(5),
    individual: fc.integer({ min: 2, max: 899 }),
  })
  .map(({ born, sign, individual }) => {
    const century = Math.floor(born.getUTCFullYear() / 100) as keyof typeof SIGNS;
    const signs = SIGNS[century];
    const day =
      two(born.getUTCDate()) + two(born.getUTCMonth() + 1) + two(born.getUTCFullYear() % 100);
    const number = String(individual).padStart(3, '0');
    return {
      text: `${day}${signs[sign % signs.length] ?? ''}${number}${checkOf(day + number)}`,
      born: born.toISOString().slice(0, 10),
      signs,
    };
  });

describe('a personal identity code', () => {
  it.each([
    '131052-308T',
    '010594Y9032',
    '020594X903P',
    '030594W903B',
    '040594V9030',
    '050594U903M',
    '010516B903X',
    '020516C903K',
    '030516D9037',
    '010501E9032',
    '020503F9037',
    '020504A902E',
  ])('%s is one', (text) => {
    expect(isHetu(text, any)).toBe(true);
  });

  it.each([
    ['with a wrong check character', '131052-308U'],
    ['with two letters exchanged', '113052-308T'],
    ['on a day that is not in the calendar', '300290-9006'],
    ['in a month that is not', '011390-900M'],
    ['on 29 February of a common year', '290293-900T'],
    ['with a lower-case letter', '131052-308t'],
    ['with a space', ' 131052-308T'],
    ['with a long dash', '131052–308T'],
    ['with the individual number 001', '010190-0017'],
    ['with a sign that no century has', '131052G308T'],
    ['that is empty', ''],
  ])('%s is none', (_case, text) => {
    expect(isHetu(text, any)).toBe(false);
  });

  it.each(['210281-9988', '291292-918R', '010200A9618'])('%s is artificial', (text) => {
    expect(isHetu(text, any)).toBe(true);
    expect(isHetu(text, real)).toBe(false);
  });

  it('is recognised with every sign of its century, and tells its day', () => {
    const signs = new Set<string>();
    fc.assert(
      fc.property(codes, ({ text, born }) => {
        expect(isHetu(text, real)).toBe(true);
        expect(hetuBirthDate(text)).toBe(born);
        signs.add(text.charAt(6));
      }),
      { numRuns: 2_000 },
    );
    expect([...signs].sort().join('')).toBe('+-ABCDEFUVWXY');
  });

  it('is none with any one character changed but the sign of its century', () => {
    const others = fc.constantFrom(...Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ+-'));
    const places = fc.constantFrom(0, 1, 2, 3, 4, 5, 7, 8, 9, 10);
    fc.assert(
      fc.property(codes, places, others, ({ text }, place, other) => {
        fc.pre(text[place] !== other);
        const changed = text.slice(0, place) + other + text.slice(place + 1);
        expect(isHetu(changed, any)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is another person’s with another sign of the same century', () => {
    fc.assert(
      fc.property(codes, ({ text, signs, born }) => {
        for (const sign of signs) {
          const namesake = text.slice(0, 6) + sign + text.slice(7);
          expect(isHetu(namesake, real)).toBe(true);
          expect(hetuBirthDate(namesake)).toBe(born);
          expect(namesake === text).toBe(sign === text.charAt(6));
        }
      }),
    );
  });

  it('is looked for in any text without a throw', () => {
    const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ maxLength: 14 }));
    fc.assert(
      fc.property(typed, (text) => {
        expect(typeof isHetu(text, any)).toBe('boolean');
        expect(isHetu(tidyHetu(text), any) && hetuBirthDate(tidyHetu(text)) === null).toBe(false);
        expect(tidyHetu(tidyHetu(text))).toBe(tidyHetu(text));
      }),
    );
  });
});

it('is typed in small letters, with any dash and space around, and never mended otherwise', () => {
  expect(tidyHetu(' 131052\u2212308t\n')).toBe('131052-308T');
  expect(tidyHetu('131052 - 308T')).toBe('131052 - 308T');
  expect(tidyHetu('131052y308t')).toBe('131052Y308T');
});

it('shows the day of birth with its century and nothing by which two of one day differ', () => {
  expect(maskedHetu('131052Y308T')).toBe('131052Y****');
  fc.assert(
    fc.property(codes, ({ text }) => {
      expect(maskedHetu(text)).toBe(`${text.slice(0, 7)}****`);
    }),
  );
});

function checkOf(digits: string): string {
  return CHECKS[Number(digits) % 31] ?? '';
}
