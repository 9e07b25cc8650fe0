import type { Randomness } from '@tapaamo/common';
import type { AboutKeyStore } from '@tapaamo/contracts';
import { FileKeyStore } from './file-key-store.js';
import type { KmsClient } from './kms-client.js';
import { KmsRoot } from './kms-root.js';

/**
 * Day keys in a folder, under a root key that only a key of AWS KMS opens. Re-keying, which follows each destruction, makes
 * the next root key under a fresh key of the service and has the material of the former one deleted, at once: what the
 * disk, its journal or a copy of the folder kept of a destroyed day key opens no more.
 */
export class KmsKeyStore extends FileKeyStore {
  override readonly about: AboutKeyStore = {
    provider: 'kms',
    grade: 'A',
    destroyLatency: 'PT0S',
    caveats: ['service-is-trusted'],
  };

  /** @param folder - As for a file key store. */
  constructor(folder: string, randomness: Randomness, kms: KmsClient) {
    super(folder, randomness, new KmsRoot(kms, randomness, folder));
  }
}
