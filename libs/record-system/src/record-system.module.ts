import { Module } from '@nestjs/common';
import { AuditModule } from '@tapaamo/audit';
import { IdentificationModule } from '@tapaamo/identification';
import { VaultModule } from '@tapaamo/vault';
import { ReceiptFacts } from './receipt/receipt-facts.js';
import { VisitReceipts } from './receipt/visit-receipts.service.js';

/** What an organisation's own record system is told, and by what it asks. */
@Module({
  imports: [AuditModule, IdentificationModule, VaultModule],
  providers: [ReceiptFacts, VisitReceipts],
  exports: [VisitReceipts],
})
export class RecordSystemModule {}
