import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '@tapaamo/audit';
import { IdentificationModule } from '@tapaamo/identification';
import { ProfessionalModule } from '@tapaamo/professional';
import { VaultModule } from '@tapaamo/vault';
import { VisitModule } from '@tapaamo/visit';
import { RecordAnswer } from './api/record-answer.entity.js';
import { RecordAnswers } from './api/record-answers.js';
import { RecordBookings, RecordUseCases } from './api/record-bookings.service.js';
import { RecordVisits } from './api/record-visits.service.js';
import { RecordAttempt } from './delivery/record-attempt.entity.js';
import { RecordDelivery } from './delivery/record-delivery.js';
import { RecordMessages } from './delivery/record-messages.js';
import { RecordNotice } from './delivery/record-notice.entity.js';
import { WaitingReceipts } from './delivery/waiting-receipts.js';
import { RecordCallers } from './keys/record-callers.js';
import { RecordKeyRow } from './keys/record-key.entity.js';
import { RecordKeys } from './keys/record-keys.service.js';
import { ReceiptFacts } from './receipt/receipt-facts.js';
import { VisitReceipts } from './receipt/visit-receipts.service.js';
import { RecordGate } from './settings/record-gate.js';
import { RecordSecrets } from './settings/record-secrets.js';
import { RecordSystemSettingsService } from './settings/record-system-settings.service.js';
import { RecordSystem } from './settings/record-system.entity.js';
import { WebhookSecrets } from './settings/webhook-secrets.service.js';

/** What an organisation's own record system is told. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      RecordAnswer,
      RecordAttempt,
      RecordKeyRow,
      RecordNotice,
      RecordSystem,
    ]),
    AuditModule,
    IdentificationModule,
    ProfessionalModule,
    VaultModule,
    VisitModule,
  ],
  providers: [
    ReceiptFacts,
    RecordAnswers,
    RecordBookings,
    RecordCallers,
    RecordDelivery,
    RecordGate,
    RecordKeys,
    RecordMessages,
    RecordSecrets,
    RecordSystemSettingsService,
    RecordUseCases,
    RecordVisits,
    VisitReceipts,
    WaitingReceipts,
    WebhookSecrets,
  ],
  exports: [
    RecordBookings,
    RecordCallers,
    RecordDelivery,
    RecordKeys,
    RecordSystemSettingsService,
    RecordVisits,
    VisitReceipts,
    WaitingReceipts,
    WebhookSecrets,
  ],
})
export class RecordSystemModule {}
