import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentificationModule } from '@tapaamo/identification';
import { NotificationModule } from '@tapaamo/notification';
import { VaultModule } from '@tapaamo/vault';
import { VisitModule } from '@tapaamo/visit';
import { ForgettingOverview } from './forgetting-overview.js';
import { PurgeCount } from './purge-count.entity.js';
import { PurgeRun } from './purge-run.entity.js';
import { SweepRecords } from './sweep-records.js';
import { PurgeService } from './purge.service.js';

/** Forgetting what is due, and showing it. */
@Module({
  imports: [
    TypeOrmModule.forFeature([PurgeCount, PurgeRun]),
    IdentificationModule,
    NotificationModule,
    VaultModule,
    VisitModule,
  ],
  providers: [PurgeService, ForgettingOverview, SweepRecords],
  exports: [PurgeService, ForgettingOverview],
})
export class PurgeModule {}
