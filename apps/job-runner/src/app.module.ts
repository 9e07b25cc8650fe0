import { Module, type DynamicModule } from '@nestjs/common';
import { AuditModule } from '@tapaamo/audit';
import { AvailabilityModule } from '@tapaamo/availability';
import type { Clock } from '@tapaamo/common';
import { ConfigModule, type Config } from '@tapaamo/config';
import { ContractEndModule } from '@tapaamo/contract-end';
import { DatabaseModule } from '@tapaamo/database';
import { JobsModule } from '@tapaamo/jobs';
import { HoldReviewModule } from '@tapaamo/legal-hold';
import { LoggingModule, type Logger } from '@tapaamo/logging';
import { NotificationModule } from '@tapaamo/notification';
import { PurgeModule, ReconcileModule } from '@tapaamo/purge';
import { RecordSystemModule } from '@tapaamo/record-system';
import { KeyEscrowModule, VaultModule } from '@tapaamo/vault';
import { VisitModule } from '@tapaamo/visit';
import { DeliverySchedule } from './delivery-schedule.js';
import { ForgettingSchedule } from './forgetting-schedule.js';
import { HealthServer } from './health-server.js';
import { RestoreWatch } from './restore-watch.js';
import { Schedule } from './schedule.js';
import { WatchedEscrow } from './watched-escrow.js';

/** The job runner: sweeps and deliveries. */
@Module({})
export class AppModule {
  static forRoot(config: Config, logger: Logger, overrides: { clock?: Clock } = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot(config, overrides),
        LoggingModule.forRoot(logger),
        DatabaseModule.forRoot(),
        AuditModule,
        AvailabilityModule,
        ContractEndModule,
        HoldReviewModule,
        JobsModule,
        KeyEscrowModule,
        NotificationModule,
        PurgeModule,
        ReconcileModule,
        RecordSystemModule,
        VaultModule,
        VisitModule,
      ],
      providers: [
        DeliverySchedule,
        ForgettingSchedule,
        HealthServer,
        RestoreWatch,
        Schedule,
        WatchedEscrow,
      ],
    };
  }
}
