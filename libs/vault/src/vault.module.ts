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
import { Vault } from './vault.service.js';
import { VisitKey } from './visit-key.entity.js';

/** The vault over the file key store. */
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
        await refuseUnsafeFolder(config);
        const store = new FileKeyStore(config.KEY_STORE_DIR, randomness);
        return new KnownKeyStore(store, dataSource, logger);
      },
    },
    Vault,
  ],
  exports: [KeyStore, Vault],
})
export class VaultModule {}
