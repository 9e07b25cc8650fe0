import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BookingRow } from '@tapaamo/booking';
import { Service } from '@tapaamo/organisation';
import { Professional } from '@tapaamo/professional';
import { VaultModule } from '@tapaamo/vault';
import { Participant, VisitModule, VisitRow } from '@tapaamo/visit';
import { ExportKeyRow } from './export-key.entity.js';
import { ExportKeys } from './export-keys.service.js';
import { VisitExport } from './visit-export.service.js';

/** The sealed file in which an organisation takes its living visits with it. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      BookingRow,
      ExportKeyRow,
      Participant,
      Professional,
      Service,
      VisitRow,
    ]),
    VaultModule,
    VisitModule,
  ],
  providers: [ExportKeys, VisitExport],
  exports: [ExportKeys, VisitExport],
})
export class VisitExportModule {}
