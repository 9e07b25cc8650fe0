import fc from 'fast-check';
import { isHetu } from './hetu.js';

const any = { isArtificialAllowed: true };
const real = { isArtificialAllowed: false };

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

  it('is recognised with every sign of its century, and not with one character changed', () => {
    const code = fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      month: fc.integer({ min: 1, max: 12 }),
      year: fc.integer({ min: 0, max: 99 }),
      sign: fc.constantFrom(...Array.from('+-YXWVUABCDEF')),
      individual: fc.integer({ min: 2, max: 899 }),
      place: fc.constantFrom(0, 1, 2, 3, 4, 5, 7, 8, 9),
      other: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(code, ({ day, month, year, sign, individual, place, other }) => {
        const two = (number: number): string => String(number).padStart(2, '0');
        const birth = two(day) + two(month) + two(year);
        const number = String(individual).padStart(3, '0');
        const text = `${birth}${sign}${number}${checkOf(birth + number)}`;
        expect(isHetu(text, real)).toBe(true);
        const digit = (Number(text[place]) + other) % 10;
        expect(isHetu(text.slice(0, place) + String(digit) + text.slice(place + 1), any)).toBe(
          false,
        );
      }),
    );
  });
});

function checkOf(digits: string): string {
  return '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(digits) % 31] ?? '';
}
