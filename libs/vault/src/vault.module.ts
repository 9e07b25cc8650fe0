import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Randomness } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { Logger } from '@tapaamo/logging';
import { DataSource } from 'typeorm';
import { FileKeyStore } from './key-store/file-key-store.js';
import { refuseUnsafeFolder } from './key-store/folder-rules.js';
import { KeyStoreRow } from './key-store/key-store-row.entity.js';
import { KeyStore } from './key-store/key-store.js';
import { KnownKeyStore } from './key-store/known-key-store.js';
import { TransitClient } from './key-store/transit-client.js';
import { TransitKeyStore } from './key-store/transit-key-store.js';
import { Vault } from './vault.service.js';
import { VisitKey } from './visit-key.entity.js';

/** The vault over the key store that the settings name. */
@Module({
  imports: [TypeOrmModule.forFeature([KeyStoreRow, VisitKey])],
  providers: [
    {
      provide: KeyStore,
      inject: [CONFIG, Randomness, DataSource, Logger],
      useFactory: async (
        config: Config,
        randomness: Randomness,
        dataSource: DataSource,
        logger: Logger,
      ) => {
        const store = await storeOf(config, randomness);
        return new KnownKeyStore(store, dataSource, logger);
      },
    },
    Vault,
  ],
  exports: [KeyStore, Vault],
})
export class VaultModule {}

async function storeOf(config: Config, randomness: Randomness): Promise<KeyStore> {
  if (config.KEY_STORE === 'transit') {
    const client = new TransitClient(config.KEY_STORE_URL, config.KEY_STORE_TOKEN_FILE);
    return new TransitKeyStore(client);
  }
  await refuseUnsafeFolder(config);
  return new FileKeyStore(config.KEY_STORE_DIR, randomness);
}
