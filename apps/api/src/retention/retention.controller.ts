import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Audited, NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import {
  changeRetentionRequestSchema,
  confirmRetentionRequestSchema,
  idSchema,
  retentionAnchorSchema,
  retentionPeriodSchema,
  retentionPreviewSchema,
  retentionSchema,
  withdrawRetentionRequestSchema,
  type ChangeRetentionRequest,
  type ConfirmRetentionRequest,
  type Retention,
  type RetentionAnchor,
  type RetentionPeriod,
  type RetentionPreview,
  type WithdrawRetentionRequest,
} from '@tapaamo/contracts';
import { RetentionChanges, RetentionOverview } from '@tapaamo/visit';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';

const id = { schema: idSchema };

/** How long clients of the admin's organisation are known, and changes of it. */
@Controller('api/organisation/retention')
export class RetentionController {
  constructor(
    private readonly overview: RetentionOverview,
    private readonly changes: RetentionChanges,
  ) {}

  @Get()
  @Permit('admin', 'data-protection-officer')
  @NotAudited('policies of services and counts, which say nothing of anybody')
  @Answers(retentionSchema)
  async list(@Staff() actor: StaffActor): Promise<Retention> {
    return this.overview.read(actor);
  }

  @Get(':serviceId/preview/:anchor/:period')
  @Permit('admin', 'data-protection-officer')
  @NotAudited('counts, which say nothing of anybody')
  @Answers(retentionPreviewSchema)
  preview(
    @Staff() actor: StaffActor,
    @Param('serviceId', id) serviceId: string,
    @Param('anchor', { schema: retentionAnchorSchema }) anchor: RetentionAnchor,
    @Param('period', { schema: retentionPeriodSchema }) period: RetentionPeriod,
  ): Promise<RetentionPreview> {
    return this.changes.preview(actor, serviceId, { anchor, period });
  }

  @Post(':serviceId')
  @Permit('admin')
  @Audited('retention-policy.proposed', 'retention-policy.changed')
  @RateLimit(60)
  @Answers(retentionSchema)
  async change(
    @Staff() actor: StaffActor,
    @Param('serviceId', id) serviceId: string,
    @Body({ schema: changeRetentionRequestSchema }) request: ChangeRetentionRequest,
  ): Promise<Retention> {
    await this.changes.change(actor, serviceId, request);
    return this.list(actor);
  }

  @Post(':serviceId/confirm')
  @Permit('admin')
  @Audited('retention-policy.confirmed', 'retention-policy.changed')
  @RateLimit(60)
  @Answers(retentionSchema)
  async confirm(
    @Staff() actor: StaffActor,
    @Param('serviceId', id) serviceId: string,
    @Body({ schema: confirmRetentionRequestSchema }) request: ConfirmRetentionRequest,
  ): Promise<Retention> {
    await this.changes.confirm(actor, serviceId, request);
    return this.list(actor);
  }

  @Post(':serviceId/withdraw')
  @Permit('admin')
  @Audited('retention-policy.withdrawn')
  @RateLimit(60)
  @Answers(retentionSchema)
  async withdraw(
    @Staff() actor: StaffActor,
    @Param('serviceId', id) serviceId: string,
    @Body({ schema: withdrawRetentionRequestSchema }) { changeId }: WithdrawRetentionRequest,
  ): Promise<Retention> {
    await this.changes.withdraw(actor, serviceId, changeId);
    return this.list(actor);
  }
}
