import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '@tapaamo/audit';
import { VaultModule } from '@tapaamo/vault';
import { ClockWatch } from './clock-watch.js';
import { ForecastWatch } from './forecast-watch.js';
import { KeyRelease } from './key-release.entity.js';
import { KeyReleases } from './key-releases.js';
import { PurgeForecast } from './purge-forecast.entity.js';
import { PurgeGuard } from './purge-guard.js';
import { PurgePause } from './purge-pause.entity.js';
import { PurgePauses } from './purge-pauses.js';
import { ReferenceClocks } from './reference-clocks.js';

/** What keeps a mistake from forgetting everybody at once. */
@Module({
  imports: [
    TypeOrmModule.forFeature([KeyRelease, PurgeForecast, PurgePause]),
    AuditModule,
    VaultModule,
  ],
  providers: [ClockWatch, ForecastWatch, PurgeGuard, ReferenceClocks, PurgePauses, KeyReleases],
  exports: [ClockWatch, PurgeGuard, PurgePauses, KeyReleases],
})
export class PurgeGuardModule {}

/** Pausing and letting go on, for the operator's command: it touches neither keys nor visits. */
@Module({
  imports: [TypeOrmModule.forFeature([KeyRelease, PurgePause]), AuditModule],
  providers: [PurgePauses, KeyReleases],
  exports: [PurgePauses, KeyReleases],
})
export class PurgeControlModule {}
