import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentificationModule } from '@tapaamo/identification';
import { NotificationModule } from '@tapaamo/notification';
import { VaultModule } from '@tapaamo/vault';
import { VisitModule } from '@tapaamo/visit';
import { AlarmCauses } from './alarms/alarm-causes.js';
import { AlarmMail } from './alarms/alarm-mail.js';
import { Alarm } from './alarms/alarm.entity.js';
import { Alarms } from './alarms/alarms.js';
import { PurgeBatch } from './batch/purge-batch.entity.js';
import { PurgeBatches } from './batch/purge-batches.js';
import { PurgeClaims } from './batch/purge-claims.js';
import { PurgeErasure } from './batch/purge-erasure.js';
import { PurgeItem } from './batch/purge-item.entity.js';
import { DayEnds } from './day-end/day-ends.js';
import { PurgeDay } from './day-end/purge-day.entity.js';
import { EarlyErasure } from './early/early-erasure.service.js';
import { ForgettingOverview } from './forgetting-overview.js';
import { PurgeGuardModule } from './guard/purge-guard.module.js';
import { PurgeCount } from './purge-count.entity.js';
import { PassingRows } from './passing-rows.js';
import { PurgeRun } from './purge-run.entity.js';
import { SweepKeys } from './sweep-keys.js';
import { SweepRecords } from './sweep-records.js';
import { PurgeService } from './purge.service.js';

/** Forgetting what is due, and showing it. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Alarm, PurgeBatch, PurgeCount, PurgeDay, PurgeItem, PurgeRun]),
    IdentificationModule,
    NotificationModule,
    PurgeGuardModule,
    VaultModule,
    VisitModule,
  ],
  providers: [
    AlarmCauses,
    AlarmMail,
    Alarms,
    DayEnds,
    EarlyErasure,
    PurgeService,
    ForgettingOverview,
    PassingRows,
    PurgeBatches,
    PurgeClaims,
    PurgeErasure,
    SweepKeys,
    SweepRecords,
  ],
  exports: [AlarmCauses, Alarms, EarlyErasure, PurgeService, ForgettingOverview],
})
export class PurgeModule {}
