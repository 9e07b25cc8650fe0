import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock, Randomness } from '@tapaamo/common';
import { CONFIG, type Config } from '@tapaamo/config';
import { ServerSettings } from '@tapaamo/database';
import { Logger } from '@tapaamo/logging';
import { DataSource } from 'typeorm';
import { KeyStoreHealth } from './key-store/key-store-health.js';
import { KeyStoreRow } from './key-store/key-store-row.entity.js';
import { KeyStore } from './key-store/key-store.js';
import { KnownKeyStore } from './key-store/known-key-store.js';
import { openKeyStore } from './key-store/open-key-store.js';
import { KeyDatabase } from './keys/key-database.js';
import { KeyDatabaseRow } from './keys/key-database-row.entity.js';
import { KeyDays } from './keys/key-days.js';
import { PostgresVisitKeys } from './keys/postgres-visit-keys.js';
import { VisitKeys } from './keys/visit-keys.js';
import { PostgresPunctures } from './puncture/postgres-punctures.js';
import { Punctures } from './puncture/punctures.js';
import { InstallationMarks } from './restore/installation-marks.js';
import { KeyReconcile } from './restore/key-reconcile.js';
import { HeldKeys } from './hold/held-keys.js';
import { PostgresHeldKeys } from './hold/postgres-held-keys.js';
import { VisitHolding } from './hold/visit-holding.js';
import { Vault } from './vault.service.js';

/** The store that the settings name, before it is known to be the database's. */
const NAMED_STORE = Symbol('named key store');

/** The vault over the key database and the key store that the settings name. */
@Module({
  imports: [TypeOrmModule.forFeature([KeyDatabaseRow, KeyStoreRow])],
  providers: [
    { provide: NAMED_STORE, inject: [CONFIG, Randomness, Clock], useFactory: openKeyStore },
    {
      provide: KeyStore,
      inject: [NAMED_STORE, DataSource, Logger, Clock],
      useFactory: (store: KeyStore, dataSource: DataSource, logger: Logger, clock: Clock) =>
        new KnownKeyStore(store, dataSource, logger, clock),
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
    {
      provide: KeyDays,
      inject: [KeyDatabase],
      useFactory: (database: KeyDatabase) => new KeyDays(database),
    },
    KeyStoreHealth,
    {
      provide: Punctures,
      inject: [KeyDatabase],
      useFactory: (database: KeyDatabase) => new PostgresPunctures(database),
    },
    InstallationMarks,
    KeyReconcile,
    {
      provide: HeldKeys,
      inject: [KeyDatabase],
      useFactory: (database: KeyDatabase) => new PostgresHeldKeys(database),
    },
    Vault,
    VisitHolding,
  ],
  exports: [
    HeldKeys,
    InstallationMarks,
    KeyDays,
    KeyDatabase,
    KeyReconcile,
    KeyStore,
    KeyStoreHealth,
    Vault,
    VisitHolding,
    VisitKeys,
  ],
})
export class VaultModule {}
