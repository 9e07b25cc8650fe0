import { Injectable } from '@nestjs/common';
import { messageChannelSchema } from '@tapaamo/contracts';
import { Jobs } from '@tapaamo/jobs';
import {
  AccountNoticeDelivery,
  OutboxDelivery,
  StaffInvitationDelivery,
} from '@tapaamo/notification';

/** Ties each job that delivers messages to its work. */
@Injectable()
export class DeliverySchedule {
  constructor(
    private readonly jobs: Jobs,
    private readonly delivery: OutboxDelivery,
    private readonly invitations: StaffInvitationDelivery,
    private readonly notices: AccountNoticeDelivery,
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
  }
}
