import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ConfigInvalidError, type Config } from '@tapaamo/config';
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type CryptoKey,
  type JWK,
} from 'jose';
import { z } from 'zod';

/** Name of the key file that development makes for itself in DATA_DIR. */
const DEVELOPMENT_FILE = 'oidc-keys.json';

const SIGNING_ALG = 'RS256';
const DEFAULT_ENCRYPTION_ALG = 'RSA-OAEP';

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
type PrivateKey = z.output<typeof keySchema>;

/** A private key ready for use. */
export interface LoadedKey {
  key: CryptoKey;
  kid: string;
  alg: string;
}

/**
 * Our keys at the identity provider: one that signs requests and assertions, one or two that open ID tokens.
 * Only the first encryption key is published. To change it: add the new one as second, swap the two, drop the old one.
 */
export class RelyingPartyKeys {
  private constructor(
    readonly signing: LoadedKey,
    readonly encryption: readonly LoadedKey[],
    /** JWK set (RFC 7517) with public members only, for the provider. */
    readonly publicJwks: { keys: JWK[] },
  ) {}

  /**
   * Reads the key file; in development makes it first when there is none. Several processes may do so at once.
   *
   * @throws ConfigInvalidError naming OIDC_KEYS_FILE when the file is missing or not usable.
   */
  static async load(config: Config): Promise<RelyingPartyKeys> {
    const file = config.OIDC_KEYS_FILE || join(config.DATA_DIR, DEVELOPMENT_FILE);
    if (config.OIDC_KEYS_FILE === '') {
      await makeOnce(file);
    }
    const keys = await readKeys(file);
    const [signing, ...moreSigning] = keys.filter((key) => key.use === 'sig');
    const [encryption, ...moreEncryption] = keys.filter((key) => key.use === 'enc');
    if (!signing || !encryption || moreSigning.length > 0 || moreEncryption.length > 1) {
      throw unusable('must hold one "sig" key and one or two "enc" keys.');
    }
    return new RelyingPartyKeys(
      await load(signing, SIGNING_ALG),
      await Promise.all(
        [encryption, ...moreEncryption].map((key) => load(key, key.alg ?? DEFAULT_ENCRYPTION_ALG)),
      ),
      {
        keys: [publicPart(signing, SIGNING_ALG), publicPart(encryption, DEFAULT_ENCRYPTION_ALG)],
      },
    );
  }
}

async function readKeys(file: string): Promise<PrivateKey[]> {
  try {
    return fileSchema.parse(JSON.parse(await readFile(file, 'utf8'))).keys;
  } catch (error) {
    // The reason is told by code or by field; the file's content must not reach a log.
    const reason =
      error instanceof z.ZodError
        ? error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
        : ((error as NodeJS.ErrnoException).code ?? 'not JSON');
    throw unusable(`cannot be used (${reason}).`);
  }
}

async function load(key: PrivateKey, alg: string): Promise<LoadedKey> {
  const imported = await importJWK(key as JWK, alg).catch(() => {
    throw unusable(`cannot be used (key ${key.kid}).`);
  });
  return { key: imported as CryptoKey, kid: key.kid, alg };
}

function publicPart({ kty, use, kid, n, e, alg }: PrivateKey, fallback: string): JWK {
  return { kty, use, kid, alg: alg ?? fallback, n, e };
}

/** Makes the file, unless it exists: written aside and linked, so that nobody ever reads half of it. */
async function makeOnce(file: string): Promise<void> {
  const exists = await readFile(file).then(
    () => true,
    () => false,
  );
  if (exists) {
    return;
  }
  const aside = `${file}.${randomUUID()}`;
  const keys = [await makeKey('sig', SIGNING_ALG), await makeKey('enc', DEFAULT_ENCRYPTION_ALG)];
  await mkdir(dirname(file), { recursive: true });
  await writeFile(aside, JSON.stringify({ keys }), { mode: 0o600, flag: 'wx' });
  try {
    await link(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw error;
    }
  } finally {
    await rm(aside, { force: true });
  }
}

async function makeKey(use: 'sig' | 'enc', alg: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true, modulusLength: 2048 });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, use, alg, kid: await calculateJwkThumbprint(jwk) };
}

function unusable(reason: string): ConfigInvalidError {
  return new ConfigInvalidError([`OIDC_KEYS_FILE ${reason}`]);
}
