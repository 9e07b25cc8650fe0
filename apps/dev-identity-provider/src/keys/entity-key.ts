import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { JWK } from 'jose';
import { z } from 'zod';
import { newSigningKey } from './key-ring.js';

const keySchema = z.looseObject({ kty: z.literal('RSA'), kid: z.string(), d: z.string() });

/**
 * The key that vouches for the signing keys (OpenID Federation). It lives long, because relying parties pin it: it is
 * read from a file that makes itself.
 *
 * @param file - Without one the key is new.
 */
export async function entityKeyFrom(file: string | undefined): Promise<JWK & { kid: string }> {
  const text = file === undefined ? undefined : await readFile(file, 'utf8').catch(() => undefined);
  if (text !== undefined) {
    return keySchema.parse(JSON.parse(text));
  }
  const key = await newSigningKey();
  if (file !== undefined) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(key), { mode: 0o600 });
  }
  return key;
}
