import { join } from 'node:path';
import type { Config } from '@tapaamo/config';
import type { JWK } from 'jose';
import { DIALECTS } from './dialects/dialects.js';
import {
  KeyFile,
  SIGNING_ALG,
  makeKey,
  publicPart,
  signingKeysIn,
  type LoadedKey,
  type PrivateKey,
} from './key-file.js';

/** Name of the key file that development makes for itself in DATA_DIR. */
const DEVELOPMENT_FILE = 'oidc-keys.json';

/** How many keys open tokens: the present one, and its predecessor or successor. */
const ENCRYPTION_KEYS_MAX = 2;

/**
 * Our keys at the identity provider. Of those that sign, the first does; further ones are only published: the next, before
 * it is used, or the last, while the provider still remembers its signatures. Of those that open ID tokens, one or two,
 * only the first is published. A key is changed by adding the new one second, swapping the two, dropping the old one.
 */
export class RelyingPartyKeys {
  private constructor(
    readonly signing: LoadedKey,
    /** By key and by the ways in which a token may be encrypted to it. */
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
    const path = config.OIDC_KEYS_FILE || join(config.DATA_DIR, DEVELOPMENT_FILE);
    const file = new KeyFile('OIDC_KEYS_FILE', path);
    const { keyEncryption } = DIALECTS[config.OIDC_DIALECT];
    if (config.OIDC_KEYS_FILE === '') {
      await file.makeOnce(() =>
        Promise.all([makeKey('sig', SIGNING_ALG), makeKey('enc', keyEncryption[0])]),
      );
    }
    const keys = await file.read();
    const signing = await signingKeysIn(file, keys);
    const opening = keys.filter((key) => key.use === 'enc');
    const [published] = opening;
    if (published === undefined || opening.length > ENCRYPTION_KEYS_MAX) {
      throw file.unusable('must hold one or two "enc" keys.');
    }
    const ways = opening.flatMap((key) =>
      waysOf(file, key, keyEncryption).map((alg) => file.load(key, alg)),
    );
    return new RelyingPartyKeys(signing.first, await Promise.all(ways), {
      keys: [...signing.published, publicPart(published, keyEncryption[0])],
    });
  }
}

/** Ways in which tokens may be encrypted to a key: the one that it is for, or all that the provider uses. */
function waysOf(file: KeyFile, { alg, kid }: PrivateKey, all: readonly string[]): string[] {
  const ways = all.filter((way) => alg === undefined || alg === way);
  if (ways.length === 0) {
    throw file.unusable(`holds key ${kid} for "${String(alg)}", which the provider does not use.`);
  }
  return ways;
}
