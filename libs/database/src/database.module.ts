import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, type Config } from '@tapaamo/config';
import { Logger } from '@tapaamo/logging';
import type { DataSourceOptions } from 'typeorm';
import { ApplicationRole } from './application-role.js';
import { DatabaseNotifications } from './database-notifications.js';
import { migrations } from './migrations/index.js';
import { OrganisationScope } from './organisation-scope.js';
import { MainMark } from './restore/main-mark.js';
import { RestoreMarkRow } from './restore/restore-mark.entity.js';
import { ServingGate } from './restore/serving-gate.js';
import { ServerSettings } from './server-settings/server-settings.js';
import { SteadyClient } from './steady-client.js';

/** Options of every connection to the main database. Statements are never logged: they could carry values. */
export function dataSourceOptions(config: Config, logger?: Logger): DataSourceOptions {
  return {
    type: 'postgres',
    url: config.DATABASE_URL,
    poolSize: config.DATABASE_POOL_SIZE,
    connectTimeoutMS: 2_000,
    synchronize: false,
    migrations,
    migrationsTransactionMode: 'each',
    logging: false,
    applicationName: 'tapaamo',
    // Without a listener a broken idle connection ends the process (node-postgres #2112).
    poolErrorHandler: (error: unknown) => logger?.warn('database.connection-lost', {}, error),
    extra: {
      Client: SteadyClient,
      statement_timeout: config.DATABASE_DEADLINE_MS,
      query_timeout: config.DATABASE_DEADLINE_MS + 1_000,
      idle_in_transaction_session_timeout: 30_000,
      options: '-c TimeZone=UTC',
    },
  };
}

/** The main database for every module; each lib registers its own entities with `TypeOrmModule.forFeature`. */
@Module({})
export class DatabaseModule {
  static forRoot(): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [CONFIG, Logger],
          useFactory: (config: Config, logger: Logger) => ({
            ...dataSourceOptions(config, logger),
            autoLoadEntities: true,
            retryAttempts: 0,
          }),
        }),
        TypeOrmModule.forFeature([RestoreMarkRow]),
      ],
      providers: [
        ApplicationRole,
        DatabaseNotifications,
        MainMark,
        OrganisationScope,
        ServerSettings,
        ServingGate,
      ],
      exports: [DatabaseNotifications, MainMark, OrganisationScope, ServerSettings, ServingGate],
    };
  }
}
