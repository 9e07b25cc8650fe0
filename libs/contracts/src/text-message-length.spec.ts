import fc from 'fast-check';
import { textMessageLength } from './text-message-length.js';

describe('the length of a text message', () => {
  it.each([
    ['', 'gsm', 0, 0, 160],
    ['Tervetuloa, Åsa & Öisti!', 'gsm', 24, 1, 136],
    ['a'.repeat(160), 'gsm', 160, 1, 0],
    ['a'.repeat(161), 'gsm', 161, 2, 145],
    ['ä'.repeat(306), 'gsm', 306, 2, 0],
    ['ä'.repeat(307), 'gsm', 307, 3, 152],
    ['€'.repeat(80), 'gsm', 160, 1, 0],
    ['š', 'ucs2', 1, 1, 69],
    ['š'.repeat(70), 'ucs2', 70, 1, 0],
    ['š'.repeat(71), 'ucs2', 71, 2, 63],
    ['😀'.repeat(35), 'ucs2', 70, 1, 0],
  ])('of %j is counted as operators do', (text, alphabet, places, parts, left) => {
    expect(textMessageLength(text)).toMatchObject({ alphabet, places, parts, left });
  });

  it('does not divide what takes two places between two parts', () => {
    // 152 places and a euro sign: it does not fit into the first part's last place.
    const text = `${'a'.repeat(152)}€${'a'.repeat(20)}`;
    expect(textMessageLength(text)).toMatchObject({ places: 174, parts: 2, left: 131 });
    // 66 places and a pair: the same in the other alphabet.
    expect(textMessageLength(`${'š'.repeat(66)}😀š😀`)).toMatchObject({ parts: 2, left: 62 });
  });

  it('names the letters that make it longer, each once', () => {
    expect(textMessageLength('Žižkov, šakki ja Šaša').foreign).toEqual(['Ž', 'ž', 'š', 'Š']);
    expect(textMessageLength('Ääkköset').foreign).toEqual([]);
  });

  it('never shrinks when a text grows, and never counts fewer parts than fit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), fc.string(), (text, more) => {
        const [short, long] = [textMessageLength(text), textMessageLength(text + more)];
        expect(long.parts).toBeGreaterThanOrEqual(short.parts);
        const part = short.alphabet === 'gsm' ? 153 : 67;
        expect(short.parts).toBeGreaterThanOrEqual(short.parts > 1 ? short.places / part : 0);
        expect(short.left).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
