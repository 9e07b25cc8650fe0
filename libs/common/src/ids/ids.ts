import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';

/** Source of randomness, injected so that a test can foresee it. */
export abstract class Randomness {
  /** @returns `length` random bytes. */
  abstract bytes(length: number): Buffer;
  /** @returns A random UUID. */
  abstract uuid(): string;
}

/** Randomness of the operating system. */
export class SystemRandomness extends Randomness {
  override bytes(length: number): Buffer {
    return randomBytes(length);
  }

  override uuid(): string {
    return randomUUID();
  }
}

/** Length of every secret that opens something, in bytes: 256 bits, twice what ASVS 7.2.3 asks. */
const SECRET_BYTES = 32;

/** @returns A fresh secret of 256 bits in base64url (43 characters). */
export function newSecret(randomness: Randomness): string {
  return randomness.bytes(SECRET_BYTES).toString('base64url');
}

/**
 * Hash under which a secret is stored. A secret has 256 random bits, so a plain hash cannot be reversed by guessing.
 *
 * @param purpose - What the secret opens; keeps hashes of different purposes apart.
 * @returns SHA-256 (32 bytes).
 */
export function hashSecret(
  purpose:
    | 'link'
    | 'door-session'
    | 'identification-state'
    | 'provider-session'
    | 'representation-state'
    | 'browser'
    | 'hand-back'
    | 'staff-session'
    | 'invitation'
    | 'recovery-code'
    | 'sign-in-state'
    | 'staff-subject'
    | 'calendar-feed'
    | 'message-receipt'
    | 'record-key',
  secret: string,
): Buffer {
  return createHash('sha256').update(`${purpose}\0${secret}`).digest();
}

/** Compares two byte strings in time that depends on their length only. */
export function equalInConstantTime(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
