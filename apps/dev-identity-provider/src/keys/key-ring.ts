import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** What a signing key is used for at present (the words are OP's). */
export type KeyStage = 'warm-up' | 'use' | 'cooldown';

/** A signing key and its stage. */
export interface RingKey {
  jwk: JWK & { kid: string };
  stage: KeyStage;
}

/** A fresh RSA signing key with a name. */
export async function newSigningKey(): Promise<JWK & { kid: string }> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = randomBytes(8).toString('hex');
  return { ...(await exportJWK(privateKey)), kid, use: 'sig', alg: 'RS256' };
}

/** Public part of a signing key. */
export function publicPart({ kty, kid, use, alg, n, e }: JWK): JWK {
  return Object.fromEntries(
    Object.entries({ kty, kid, use, alg, n, e }).filter(([, value]) => value !== undefined),
  );
}

/**
 * The provider's signing keys. They live in memory only: relying parties must cope with changed keys.
 */
export class KeyRing {
  #keys: RingKey[];

  constructor(first: JWK & { kid: string }) {
    this.#keys = [{ jwk: first, stage: 'use' }];
  }

  /** All keys that are published, the one in use first. */
  get keys(): readonly RingKey[] {
    return this.#keys;
  }

  /** The key that signs. */
  get signing(): JWK & { kid: string } {
    const [first] = this.#keys;
    if (first === undefined) {
      throw new Error('There is always a key in use.');
    }
    return first.jwk;
  }

  /** What is published. */
  get publicKeys(): JWK[] {
    return this.#keys.map(({ jwk }) => publicPart(jwk));
  }

  /** A new key signs from now on and the old ones are gone, as after a key has leaked. */
  async replace(): Promise<void> {
    this.#keys = [{ jwk: await newSigningKey(), stage: 'use' }];
  }

  /** A new key is published and not used yet, as providers do in peace. */
  async publish(): Promise<void> {
    const others = this.#keys.filter(({ stage }) => stage !== 'warm-up');
    this.#keys = [...others, { jwk: await newSigningKey(), stage: 'warm-up' }];
  }

  /** The published key signs from now on; the one before stays published. Nothing without a published key. */
  use(): void {
    const next = this.#keys.find(({ stage }) => stage === 'warm-up');
    if (next !== undefined) {
      const before = this.#keys.filter((key) => key !== next && key.stage === 'use');
      this.#keys = [
        { ...next, stage: 'use' },
        ...before.map(({ jwk }): RingKey => ({ jwk, stage: 'cooldown' })),
      ];
    }
  }

  /** Keys that were used before are not published any more. */
  withdraw(): void {
    this.#keys = this.#keys.filter(({ stage }) => stage !== 'cooldown');
  }
}
