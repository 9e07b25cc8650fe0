import { decodeFile } from './decode-file.js';

const TEXT = 'Nimi;Sähköposti\nÅke Öhman;ake@malli.example\n';

describe('the text of a file', () => {
  it.each([
    ['UTF-8', [...Buffer.from(TEXT)]],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...Buffer.from(TEXT)]],
    ['Windows-1252', [...Buffer.from(TEXT, 'latin1')]],
    ['UTF-16 as Excel writes it', [0xff, 0xfe, ...Buffer.from(TEXT, 'utf16le')]],
    ['UTF-16, the other way', [0xfe, 0xff, ...Buffer.from(TEXT, 'utf16le').swap16()]],
  ])('is read from %s', (_, bytes) => {
    expect(decodeFile(Uint8Array.from(bytes))).toBe(TEXT);
  });

  it('is empty in an empty file', () => {
    expect(decodeFile(new Uint8Array())).toBe('');
  });
});
