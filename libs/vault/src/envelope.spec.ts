import fc from 'fast-check';
import { Randomness, SystemRandomness } from '@tapaamo/common';
import { KEY_BYTES, openBytes, sealBytes } from './envelope.js';

const randomness = new SystemRandomness();
const key = randomness.bytes(KEY_BYTES);
const PLACE = 'participant|7f6c|v1';
const clear = Buffer.from(JSON.stringify({ name: 'Åsa Öberg', phone: '+358401234567' }));

describe('an envelope', () => {
  it('opens to what was sealed, whatever it was', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), fc.string(), (bytes, place) => {
        const sealed = sealBytes(randomness, key, place, Buffer.from(bytes));
        expect(openBytes(key, place, sealed)).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('does not open once any bit of any byte is another', () => {
    const sealed = sealBytes(randomness, key, PLACE, clear);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const tampered = Buffer.from(sealed);
      const index = Math.floor(bit / 8);
      tampered.writeUInt8((sealed[index] ?? 0) ^ (1 << (bit % 8)), index);
      expect(() => openBytes(key, PLACE, tampered)).toThrow();
    }
  });

  it('does not open when it is cut short or longer', () => {
    const sealed = sealBytes(randomness, key, PLACE, clear);
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => openBytes(key, PLACE, sealed.subarray(0, length))).toThrow();
    }
    expect(() => openBytes(key, PLACE, Buffer.concat([sealed, Buffer.alloc(1)]))).toThrow();
  });

  it.each(['participant|7f6d|v1', 'outbox_message|7f6c|v1', 'participant|7f6c|v2', ''])(
    'does not open at another place: %s',
    (place) => {
      const sealed = sealBytes(randomness, key, PLACE, clear);
      expect(() => openBytes(key, place, sealed)).toThrow();
    },
  );

  it('does not open with another key', () => {
    const sealed = sealBytes(randomness, key, PLACE, clear);
    expect(() => openBytes(randomness.bytes(KEY_BYTES), PLACE, sealed)).toThrow();
  });

  it('never uses a nonce twice', () => {
    const nonces = Array.from({ length: 2_000 }, () =>
      sealBytes(randomness, key, PLACE, clear).subarray(0, 12).toString('hex'),
    );
    expect(new Set(nonces).size).toBe(nonces.length);
  });

  it('shows nothing of what is in it but its length', () => {
    const sealed = sealBytes(randomness, key, PLACE, clear);
    expect(sealed.length).toBe(12 + clear.length + 16);
    for (let at = 0; at + 4 <= clear.length; at += 1) {
      expect(sealed.includes(clear.subarray(at, at + 4))).toBe(false);
    }
  });

  it('is AES-256-GCM as NIST gives it (gcmEncryptExtIV256, key and text of zeros)', () => {
    const zeros = new (class extends Randomness {
      override bytes(length: number): Buffer {
        return Buffer.alloc(length);
      }
      override uuid(): string {
        return '';
      }
    })();
    const sealed = sealBytes(zeros, Buffer.alloc(32), '', Buffer.alloc(16));
    expect(sealed.subarray(12).toString('hex')).toBe(
      'cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919',
    );
  });
});
