import type { Clock, Randomness } from '@tapaamo/common';
import type { Config } from '@tapaamo/config';
import { FileKeyStore } from './file-key-store.js';
import { refuseUnsafeFolder } from './folder-rules.js';
import type { KeyStore } from './key-store.js';
import { KmsClient } from './kms-client.js';
import { KmsKeyStore } from './kms-key-store.js';
import { TransitClient } from './transit-client.js';
import { TransitKeyStore } from './transit-key-store.js';

/**
 * The key store that the settings name, not yet known to any database.
 *
 * @throws ConfigInvalidError naming the setting, when its folder shares the fate of what it seals
 */
export async function openKeyStore(
  config: Config,
  randomness: Randomness,
  clock: Clock,
): Promise<KeyStore> {
  if (config.KEY_STORE === 'transit') {
    const client = new TransitClient(config.KEY_STORE_URL, config.KEY_STORE_TOKEN_FILE);
    return new TransitKeyStore(client);
  }
  await refuseUnsafeFolder(config);
  if (config.KEY_STORE === 'file') {
    return new FileKeyStore(config.KEY_STORE_DIR, randomness);
  }
  const place = {
    url: config.KEY_STORE_URL,
    region: config.KEY_STORE_REGION,
    credentialsFile: config.KEY_STORE_TOKEN_FILE,
  };
  return new KmsKeyStore(config.KEY_STORE_DIR, randomness, new KmsClient(place, clock));
}
