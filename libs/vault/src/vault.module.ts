import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Randomness } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { ServerSettings } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { DataSource } from 'typeorm';
import { FileKeyStore } from './key-store/file-key-store.js';
import { refuseUnsafeFolder } from './key-store/folder-rules.js';
import { KeyStoreRow } from './key-store/key-store-row.entity.js';
import { KeyStore } from './key-store/key-store.js';
import { KnownKeyStore } from './key-store/known-key-store.js';
import { TransitClient } from './key-store/transit-client.js';
import { TransitKeyStore } from './key-store/transit-key-store.js';
import { KeyDatabase } from './keys/key-database.js';
import { KeyDatabaseRow } from './keys/key-database-row.entity.js';
import { PostgresVisitKeys } from './keys/postgres-visit-keys.js';
import { VisitKeys } from './keys/visit-keys.js';
import { Vault } from './vault.service.js';

/** The vault over the key database and the key store that the settings name. */
@Module({
  imports: [TypeOrmModule.forFeature([KeyDatabaseRow, KeyStoreRow])],
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
    {
      provide: KeyDatabase,
      inject: [CONFIG, DataSource, ServerSettings, Logger],
      useFactory: (
        config: Config,
        dataSource: DataSource,
        settings: ServerSettings,
        logger: Logger,
      ) => new KeyDatabase(config, dataSource, settings, logger),
    },
    {
      provide: VisitKeys,
      inject: [KeyDatabase],
      useFactory: (database: KeyDatabase) => new PostgresVisitKeys(database),
    },
    Vault,
  ],
  exports: [KeyStore, Vault],
})
export class VaultModule {}

/** The key store that the settings name. */
export async function storeOf(config: Config, randomness: Randomness): Promise<KeyStore> {
  if (config.KEY_STORE === 'transit') {
    const client = new TransitClient(config.KEY_STORE_URL, config.KEY_STORE_TOKEN_FILE);
    return new TransitKeyStore(client);
  }
  await refuseUnsafeFolder(config);
  return new FileKeyStore(config.KEY_STORE_DIR, randomness);
}
