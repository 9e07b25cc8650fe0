import { Injectable } from '@nestjs/common';
import { AuditChecks } from '@tapaamo/audit';
import { messageChannelSchema } from '@tapaamo/contracts';
import { Jobs } from '@tapaamo/jobs';
import {
  AccountNoticeDelivery,
  OutboxDelivery,
  StaffInvitationDelivery,
} from '@tapaamo/notification';
import { PurgeService } from '@tapaamo/purge';
import { EndVisitService } from '@tapaamo/visit';

/** Ties each job to the work it stands for. */
@Injectable()
export class Schedule {
  constructor(
    private readonly jobs: Jobs,
    private readonly delivery: OutboxDelivery,
    private readonly invitations: StaffInvitationDelivery,
    private readonly notices: AccountNoticeDelivery,
    private readonly endings: EndVisitService,
    private readonly purge: PurgeService,
    private readonly auditChecks: AuditChecks,
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
    await this.jobs.work('visit.close-overdue', async () => {
      await this.endings.closeOverdue();
    });
    await this.jobs.work('purge.sweep', async () => {
      await this.purge.sweep();
    });
    await this.jobs.work('audit.verify', async () => {
      await this.auditChecks.checkDue();
    });
  }
}
