import { argon2 as argon2Callback } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { equalInConstantTime, type Randomness } from '@tapaamo/common';
import { WorkQueue, type Asker } from './password/work-queue.js';

const argon2 = promisify(argon2Callback);

/** Argon2id with 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet). */
const COST = { parallelism: 1, tagLength: 32, memory: 19_456, passes: 2 } as const;

/** Half of the processors at most hash for this process: the rest answers requests. One queue, as there is one process. */
const HASHING = new WorkQueue({
  atOnce: Math.max(1, Math.floor(availableParallelism() / 2)),
  waiting: 40,
  waitingFrom: 10,
});

/** Work of the product's own, and of who has proved something already. */
const KNOWN: Asker = { isKnown: true, from: '' };

/**
 * Hashes a password for storing.
 *
 * @returns `argon2id$<salt>$<tag>`, both base64url.
 */
export async function hashPassword(randomness: Randomness, password: string): Promise<string> {
  const salt = randomness.bytes(16);
  return `argon2id$${salt.toString('base64url')}$${(await derive(password, salt, KNOWN)).toString('base64url')}`;
}

/**
 * Whether a password is the one that was hashed. Takes the same time for every well-formed hash.
 *
 * @throws SignInBusyError (`sign-in.busy`) to a stranger, when too many of them wait already.
 */
export async function verifyPassword(
  password: string,
  stored: string,
  asker: Asker = KNOWN,
): Promise<boolean> {
  const [, salt = '', tag = ''] = stored.split('$');
  const derived = await derive(password, Buffer.from(salt, 'base64url'), asker);
  return equalInConstantTime(derived, Buffer.from(tag, 'base64url'));
}

/** NFKC, so that a password typed on another keyboard is the same (NIST SP 800-63B 5.1.1.2). */
async function derive(password: string, nonce: Buffer, asker: Asker): Promise<Buffer> {
  const message = Buffer.from(password.normalize('NFKC'));
  return HASHING.run(asker, () => argon2('argon2id', { ...COST, message, nonce }));
}
