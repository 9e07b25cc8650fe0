import { join } from 'node:path';
import type { Config } from '@tapaamo/config';
import type { JWK } from 'jose';
import { KeyFile, SIGNING_ALG, makeKey, signingKeysIn, type LoadedKey } from './key-file.js';
import type { RelyingPartyKeys } from './relying-party-keys.js';

/** Name of the file that development makes for itself in DATA_DIR. */
const DEVELOPMENT_FILE = 'oidc-entity-key.json';

/**
 * Our entity key (OpenID Federation 1.0): it lives long, is handed to the provider once, and vouches for the other keys,
 * which then change without anybody's help. The first of the file signs; further ones are published beside it.
 */
export class EntityKeys {
  private constructor(
    /** Null where there is none: then nothing of ours is signed by it. */
    readonly signing: LoadedKey | null,
    readonly publicJwks: { keys: JWK[] },
  ) {}

  /**
   * Reads the key file; outside production makes it first when there is none.
   *
   * @param others - Our other keys: one that vouches for itself would vouch for nothing.
   * @throws ConfigInvalidError naming OIDC_ENTITY_KEY_FILE when the file is missing or not usable.
   */
  static async load(config: Config, others: RelyingPartyKeys): Promise<EntityKeys> {
    const { OIDC_ENTITY_KEY_FILE, DATA_DIR, NODE_ENV } = config;
    if (OIDC_ENTITY_KEY_FILE === '' && NODE_ENV === 'production') {
      return new EntityKeys(null, { keys: [] });
    }
    const path = OIDC_ENTITY_KEY_FILE || join(DATA_DIR, DEVELOPMENT_FILE);
    const file = new KeyFile('OIDC_ENTITY_KEY_FILE', path);
    if (OIDC_ENTITY_KEY_FILE === '') {
      await file.makeOnce(async () => [await makeKey('sig', SIGNING_ALG)]);
    }
    const { first, published } = await signingKeysIn(file, await file.read());
    const used = others.publicJwks.keys.map(({ n }) => n);
    if (published.some(({ n }) => used.includes(n))) {
      throw file.unusable('must hold another key than OIDC_KEYS_FILE.');
    }
    return new EntityKeys(first, { keys: published });
  }
}
