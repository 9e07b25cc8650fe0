import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '@tapaamo/audit';
import { CONFIG } from '@tapaamo/config';
import { JobsModule } from '@tapaamo/jobs';
import { OrganisationModule } from '@tapaamo/organisation';
import { ProfessionalModule } from '@tapaamo/professional';
import { VaultModule } from '@tapaamo/vault';
import { CaughtMessages } from './caught-messages.js';
import { OutboxClaims } from './outbox-claims.js';
import { OutboxDelivery } from './outbox-delivery.js';
import { OutboxMessage } from './outbox-message.entity.js';
import { Outbox } from './outbox.service.js';
import { MessageReceipts } from './receipts/message-receipts.js';
import { ReceiptProof } from './receipts/receipt-proof.js';
import { MailSender, SmtpMailSender } from './senders/mail-sender.js';
import { SmsSender } from './senders/sms-sender.js';
import { smsSenderOf } from './senders/sms-sender-of.js';
import { AccountNoticeDelivery } from './staff/account-notice-delivery.js';
import { StaffInvitationDelivery } from './staff/staff-invitation-delivery.js';
import { OrganisationText } from './texts/message-text.entity.js';
import { OrganisationTexts } from './texts/organisation-texts.service.js';

/** Messages to participants, and to staff: invitations, and what was changed of their accounts. */
@Module({
  imports: [
    TypeOrmModule.forFeature([OrganisationText, OutboxMessage]),
    AuditModule,
    JobsModule,
    OrganisationModule,
    ProfessionalModule,
    VaultModule,
  ],
  providers: [
    AccountNoticeDelivery,
    CaughtMessages,
    MessageReceipts,
    OrganisationTexts,
    Outbox,
    OutboxClaims,
    OutboxDelivery,
    ReceiptProof,
    StaffInvitationDelivery,
    { provide: MailSender, useClass: SmtpMailSender },
    { provide: SmsSender, inject: [CONFIG], useFactory: smsSenderOf },
  ],
  exports: [
    AccountNoticeDelivery,
    CaughtMessages,
    MailSender,
    MessageReceipts,
    OrganisationTexts,
    Outbox,
    OutboxDelivery,
    ReceiptProof,
    StaffInvitationDelivery,
  ],
})
export class NotificationModule {}
