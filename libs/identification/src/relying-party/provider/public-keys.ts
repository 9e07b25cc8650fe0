import type { JWK } from 'jose';
import { z } from 'zod';

/** Length of a modulus of 2048 bits in base64url. */
const MODULUS_LENGTH = 342;

/** Public members of an RSA key that may verify signatures; everything else of it is dropped on reading. */
const publicKeySchema = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1).max(200),
  use: z.literal('sig').optional(),
  alg: z.literal('RS256').optional(),
  n: z.string().min(MODULUS_LENGTH, 'at least 2048 bits').max(2000),
  e: z.string().min(1).max(20),
});

/** Keys of somebody else (RFC 7517): other kinds than RSA signature keys are passed over. */
const publicKeysSchema = z
  .array(z.unknown())
  .max(50)
  .transform((keys) => keys.flatMap((key) => publicKeySchema.safeParse(key).data ?? []))
  .refine((keys) => keys.length > 0, 'no RSA signature key of 2048 bits with a name');

/** A key set whose keys may be believed. */
export interface PublicKeys {
  keys: JWK[];
}

/** Form of a JWK set with at least one usable key. */
export const publicKeySetSchema = z.object({ keys: publicKeysSchema });
