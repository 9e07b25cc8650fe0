import { hasCareWord, holdsIdentityCode } from './told-too-much.js';

describe('an identity code in a text', () => {
  it.each([
    '131052-308T',
    'Aino Virtanen 131052-308T',
    'aino 010170-960f',
    '010101A0101',
    '010594Y9032',
    '131052–308T',
    '131052 - 308T',
    'hetu:131052-308T.',
    // A slip in the check character tells as much.
    '131052-308A',
  ])('is seen in %j', (text) => {
    expect(holdsIdentityCode(text)).toBe(true);
  });

  it.each([
    'Aino Virtanen',
    '040 123 4567',
    '+358401234567',
    '991352-308T',
    '131352-308T',
    'Y-tunnus 2345678-9',
    'Tiimi 2026-10',
    '1131052-308T',
    'FI21 1234 5600 0007 85',
  ])('is not seen in %j', (text) => {
    expect(holdsIdentityCode(text)).toBe(false);
  });
});

describe('a word of care in a text', () => {
  it.each(['Aino päihdekuntoutuja', 'Virtanen, lastensuojelu', 'MISSBRUK', 'Aino therapy'])(
    'is seen in %j',
    (text) => {
      expect(hasCareWord(text)).toBe(true);
    },
  );

  it.each(['Aino Virtanen', 'Päivi Lääperi-Sairanen', 'Åsa Valdemarsson', 'Masa Nuutinen', ''])(
    'is not seen in the name %j',
    (text) => {
      expect(hasCareWord(text)).toBe(false);
    },
  );
});
