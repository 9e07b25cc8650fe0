import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RetentionPolicy } from '@tapaamo/retention';
import { ActWindow } from './act-window.js';
import { AuditCheck, AuditCheckpoint, AuditHead } from './audit-chain.entity.js';
import { AuditChecks } from './audit-checks.js';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditExpiry } from './audit-expiry.js';
import { AuditLog } from './audit-log.js';
import { AuditOrigin } from './audit-origin.js';
import { AuditReader } from './audit-reader.js';
import { ClientIdentifierViews } from './client-identifier-views.js';
import { Looks } from './looks.js';

const SERVICES = [
  ActWindow,
  AuditChecks,
  AuditExpiry,
  AuditLog,
  AuditOrigin,
  AuditReader,
  ClientIdentifierViews,
  Looks,
];

/** The audit log, for every module: whoever does something tells of it. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([AuditEntry, AuditHead, AuditCheckpoint, AuditCheck, RetentionPolicy]),
  ],
  providers: SERVICES,
  exports: SERVICES,
})
export class AuditModule {}
