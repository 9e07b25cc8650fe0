import { argon2 as argon2Callback } from 'node:crypto';
import { promisify } from 'node:util';
import { equalInConstantTime, type Randomness } from '@tapaamo/common';

const argon2 = promisify(argon2Callback);

/** Argon2id with 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet). */
const COST = { parallelism: 1, tagLength: 32, memory: 19_456, passes: 2 } as const;

/**
 * Hashes a password for storing.
 *
 * @returns `argon2id$<salt>$<tag>`, both base64url.
 */
export async function hashPassword(randomness: Randomness, password: string): Promise<string> {
  const salt = randomness.bytes(16);
  return `argon2id$${salt.toString('base64url')}$${(await derive(password, salt)).toString('base64url')}`;
}

/** Whether a password is the one that was hashed. Takes the same time for every well-formed hash. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [, salt = '', tag = ''] = stored.split('$');
  const derived = await derive(password, Buffer.from(salt, 'base64url'));
  return equalInConstantTime(derived, Buffer.from(tag, 'base64url'));
}

/** NFKC, so that a password typed on another keyboard is the same (NIST SP 800-63B 5.1.1.2). */
async function derive(password: string, nonce: Buffer): Promise<Buffer> {
  return argon2('argon2id', { ...COST, message: Buffer.from(password.normalize('NFKC')), nonce });
}
