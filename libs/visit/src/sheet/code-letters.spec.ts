import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { codeOf, groupedCode, readCode } from './code-letters.js';

describe('a visit code', () => {
  const code = codeOf(randomBytes(32));

  it('has sixty bits, and no letter that looks like another', () => {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
    expect(groupedCode('7KQ2M9XD4RTA')).toBe('7KQ2-M9XD-4RTA');
  });

  it('can be any: each letter is as likely as every other', () => {
    const letters = Array.from({ length: 256 }, (_, byte) => codeOf(Buffer.alloc(12, byte))[0]);
    const counts = Map.groupBy(letters, (letter) => letter);
    expect([...counts.values()].map(({ length }) => length)).toEqual(Array(32).fill(8));
  });

  it('is read however it is typed', () => {
    const gap = fc.constantFrom('', ' ', '-', ' - ', '–', '\u00a0', '.', '\t');
    const bytes = fc.uint8Array({ minLength: 12, maxLength: 12 });
    const typing = fc.array(fc.tuple(gap, fc.boolean()), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(bytes, typing, (random, ways) => {
        const wanted = codeOf(Buffer.from(random));
        const typed = ways.map(([between, isSmall], index) => {
          const letter = wanted.charAt(index);
          return between + (isSmall ? letter.toLowerCase() : letter);
        });
        expect(readCode(typed.join(''))).toBe(wanted);
      }),
    );
  });

  it('is read with the letters that look like its own, and in full width', () => {
    expect(readCode('oOiI lL00-1111')).toBe('001111001111');
    expect(readCode('７ＫＱ２－Ｍ９ＸＤ－４ＲＴＡ')).toBe('7KQ2M9XD4RTA');
  });

  it.each([
    '',
    '7KQ2-M9XD-4RT',
    '7KQ2-M9XD-4RTAA',
    '7KQ2-M9XD-4RTU',
    '7KQ2-M9XD-4RTÄ',
    '\0'.repeat(12),
  ])('is not %j', (typed) => {
    expect(readCode(typed)).toBeNull();
  });
});
