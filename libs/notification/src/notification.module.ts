import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JobsModule } from '@tapaamo/jobs';
import { OrganisationModule } from '@tapaamo/organisation';
import { ProfessionalModule } from '@tapaamo/professional';
import { VaultModule } from '@tapaamo/vault';
import { OutboxDelivery } from './outbox-delivery.js';
import { OutboxMessage } from './outbox-message.entity.js';
import { Outbox } from './outbox.service.js';
import { MailSender, SmtpMailSender } from './senders/mail-sender.js';
import { HttpSmsSender, SmsSender } from './senders/sms-sender.js';
import { AccountNoticeDelivery } from './staff/account-notice-delivery.js';
import { StaffInvitationDelivery } from './staff/staff-invitation-delivery.js';

/** Messages to participants, and to staff: invitations, and what was changed of their accounts. */
@Module({
  imports: [
    TypeOrmModule.forFeature([OutboxMessage]),
    JobsModule,
    OrganisationModule,
    ProfessionalModule,
    VaultModule,
  ],
  providers: [
    AccountNoticeDelivery,
    Outbox,
    OutboxDelivery,
    StaffInvitationDelivery,
    { provide: MailSender, useClass: SmtpMailSender },
    { provide: SmsSender, useClass: HttpSmsSender },
  ],
  exports: [AccountNoticeDelivery, Outbox, OutboxDelivery, StaffInvitationDelivery],
})
export class NotificationModule {}
