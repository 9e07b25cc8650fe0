import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Randomness } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { FileKeyStore } from './key-store/file-key-store.js';
import { KeyStore } from './key-store/key-store.js';
import { Vault } from './vault.service.js';
import { VisitKey } from './visit-key.entity.js';

/** The vault over the file key store. */
@Module({
  imports: [TypeOrmModule.forFeature([VisitKey])],
  providers: [
    {
      provide: KeyStore,
      inject: [CONFIG, Randomness],
      useFactory: (config: Config, randomness: Randomness) =>
        new FileKeyStore(config.KEY_STORE_DIR, randomness),
    },
    Vault,
  ],
  exports: [Vault],
})
export class VaultModule {}
