import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ConfigInvalidError } from '@tapaamo/config';
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type CryptoKey,
  type JWK,
} from 'jose';
import { z } from 'zod';

/** How everything of ours is signed (213/2023 S). */
export const SIGNING_ALG = 'RS256';

const keySchema = z.looseObject({
  kty: z.literal('RSA'),
  use: z.enum(['sig', 'enc']),
  kid: z.string().min(1),
  alg: z.string().optional(),
  n: z.string().min(342, 'at least 2048 bits'),
  e: z.string(),
  d: z.string(),
});
const fileSchema = z.object({ keys: z.array(keySchema) });

/** A private key as it stands in a file. */
export type PrivateKey = z.output<typeof keySchema>;

/** A private key ready for use. */
export interface LoadedKey {
  key: CryptoKey;
  kid: string;
  alg: string;
}

/** A file with private keys of ours: a JWK set (RFC 7517). */
export class KeyFile {
  /** @param setting - By which the operator knows the file. */
  constructor(
    private readonly setting: 'OIDC_KEYS_FILE' | 'OIDC_ENTITY_KEY_FILE',
    private readonly path: string,
  ) {}

  /** @throws ConfigInvalidError naming the setting when the file is missing or not usable. */
  async read(): Promise<PrivateKey[]> {
    try {
      return fileSchema.parse(JSON.parse(await readFile(this.path, 'utf8'))).keys;
    } catch (error) {
      // The reason is told by code or by field; the file's content must not reach a log.
      const reason =
        error instanceof z.ZodError
          ? error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
          : ((error as NodeJS.ErrnoException).code ?? 'not JSON');
      throw this.unusable(`cannot be used (${reason}).`);
    }
  }

  /** @throws ConfigInvalidError naming the setting and the key. */
  async load(key: PrivateKey, alg: string): Promise<LoadedKey> {
    const imported = await importJWK(key as JWK, alg).catch(() => {
      throw this.unusable(`cannot be used (key ${key.kid}).`);
    });
    return { key: imported as CryptoKey, kid: key.kid, alg };
  }

  /** Makes the file, unless it exists: written aside and linked, so that nobody ever reads half of it. */
  async makeOnce(newKeys: () => Promise<JWK[]>): Promise<void> {
    const exists = await readFile(this.path).then(
      () => true,
      () => false,
    );
    if (exists) {
      return;
    }
    const aside = `${this.path}.${randomUUID()}`;
    await mkdir(dirname(this.path), { recursive: true });
    await writeFile(aside, JSON.stringify({ keys: await newKeys() }), { mode: 0o600, flag: 'wx' });
    try {
      await link(aside, this.path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw error;
      }
    } finally {
      await rm(aside, { force: true });
    }
  }

  unusable(reason: string): ConfigInvalidError {
    return new ConfigInvalidError([`${this.setting} ${reason}`]);
  }
}

/** Keys of ours that sign: the first does, the others are published beside it. */
export interface SigningKeys {
  first: LoadedKey;
  published: JWK[];
}

/**
 * The signing keys of a file. All are opened, so that none is published that could not be used.
 *
 * @throws ConfigInvalidError naming the setting when there is none, or two keys of one name.
 */
export async function signingKeysIn(
  file: KeyFile,
  keys: readonly PrivateKey[],
): Promise<SigningKeys> {
  if (new Set(keys.map(({ kid }) => kid)).size < keys.length) {
    throw file.unusable('must not hold two keys of one name.');
  }
  const signing = keys.filter((key) => key.use === 'sig');
  const [first] = await Promise.all(signing.map((key) => file.load(key, SIGNING_ALG)));
  if (first === undefined) {
    throw file.unusable('must hold a "sig" key.');
  }
  return { first, published: signing.map((key) => publicPart(key, SIGNING_ALG)) };
}

/** A new private key, named by its thumbprint. */
export async function makeKey(use: 'sig' | 'enc', alg: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true, modulusLength: 2048 });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, use, alg, kid: await calculateJwkThumbprint(jwk) };
}

/** What may be published of a key. */
export function publicPart({ kty, use, kid, n, e, alg }: PrivateKey, fallback: string): JWK {
  return { kty, use, kid, alg: alg ?? fallback, n, e };
}
