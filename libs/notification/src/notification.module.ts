import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JobsModule } from '@tapaamo/jobs';
import { VaultModule } from '@tapaamo/vault';
import { OutboxDelivery } from './outbox-delivery.js';
import { OutboxMessage } from './outbox-message.entity.js';
import { Outbox } from './outbox.service.js';
import { MailSender, SmtpMailSender } from './senders/mail-sender.js';
import { HttpSmsSender, SmsSender } from './senders/sms-sender.js';

/** Messages to participants. */
@Module({
  imports: [TypeOrmModule.forFeature([OutboxMessage]), JobsModule, VaultModule],
  providers: [
    Outbox,
    OutboxDelivery,
    { provide: MailSender, useClass: SmtpMailSender },
    { provide: SmsSender, useClass: HttpSmsSender },
  ],
  exports: [Outbox, OutboxDelivery],
})
export class NotificationModule {}
