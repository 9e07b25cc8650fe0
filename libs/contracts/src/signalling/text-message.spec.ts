import fc from 'fast-check';
import { readTextMessage, TEXT_LENGTH_MAX, writeTextMessage } from './text-message.js';

describe('a text of the meeting', () => {
  it('comes back as it was written, in every writing', () => {
    for (const text of ['Hei!\nMitä kuuluu?', 'Ääkköset Å', 'مرحبا', '👩‍👧 sopii', '  x ']) {
      const message = { kind: 'said' as const, text };
      expect(readTextMessage(writeTextMessage(message))).toEqual(message);
    }
  });

  it('loses signs that would change how the rest is read', () => {
    const message = { kind: 'typing' as const, text: 'a\u202Eb\u0007c\u2066d' };
    expect(readTextMessage(writeTextMessage(message))).toEqual({ kind: 'typing', text: 'abcd' });
  });

  it.each([
    ['a number', 7],
    ['bytes', new ArrayBuffer(3)],
    ['no JSON', '{'],
    ['another kind', '{"kind":"shout","text":"a"}'],
    ['more than it may hold', '{"kind":"said","text":"a","html":"<b>"}'],
    ['too long a text', writeTextMessage({ kind: 'said', text: 'a'.repeat(TEXT_LENGTH_MAX + 1) })],
  ])('is not read from %s', (_what, received) => {
    expect(readTextMessage(received)).toBeNull();
  });

  it('is never more than a data channel of the node takes, and nothing makes reading it fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (received) => {
        const message = readTextMessage(received);
        return message === null || message.text.length <= TEXT_LENGTH_MAX;
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: TEXT_LENGTH_MAX }), (text) => {
        const written = writeTextMessage({ kind: 'said', text: text.slice(0, TEXT_LENGTH_MAX) });
        return Buffer.byteLength(written) <= 8_192;
      }),
    );
  });
});
