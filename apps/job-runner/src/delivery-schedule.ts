import { Injectable } from '@nestjs/common';
import { messageChannelSchema, recordTargetSchema } from '@tapaamo/contracts';
import { Jobs } from '@tapaamo/jobs';
import {
  AccountNoticeDelivery,
  OutboxDelivery,
  StaffInvitationDelivery,
} from '@tapaamo/notification';
import { RecordDelivery, WaitingReceipts } from '@tapaamo/record-system';

/** Ties each job that delivers messages to its work. */
@Injectable()
export class DeliverySchedule {
  constructor(
    private readonly jobs: Jobs,
    private readonly delivery: OutboxDelivery,
    private readonly invitations: StaffInvitationDelivery,
    private readonly notices: AccountNoticeDelivery,
    private readonly records: RecordDelivery,
    private readonly receipts: WaitingReceipts,
  ) {}

  /** Begins to work. */
  async start(): Promise<void> {
    for (const channel of messageChannelSchema.options) {
      await this.jobs.work(`outbox.deliver-${channel}`, async () => {
        await this.delivery.deliverDue(channel);
      });
    }
    await this.jobs.work('staff.deliver-invitations', async () => {
      await this.invitations.deliverDue();
    });
    await this.jobs.work('staff.deliver-notices', async () => {
      await this.notices.deliverDue();
    });
    // A webhook that hangs holds up no FHIR server.
    for (const target of recordTargetSchema.options) {
      await this.jobs.work(`records.tell-${target}`, async () => {
        await this.records.deliverDue(target);
        await this.receipts.countLate();
      });
    }
  }
}
