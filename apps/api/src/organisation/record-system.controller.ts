import { Body, Controller, Get, Post } from '@nestjs/common';
import { Audited, NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import {
  changeRecordSystemRequestSchema,
  recordSystemSettingsSchema,
  recordTestSchema,
  webhookSecretSchema,
  type ChangeRecordSystemRequest,
  type RecordSystemSettings,
  type RecordTest,
  type WebhookSecret,
} from '@tapaamo/contracts';
import { RecordSystemSettingsService, WebhookSecrets } from '@tapaamo/record-system';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';

/** What the organisation's record system is told, and where. */
@Controller('api/organisation/record-system')
export class RecordSystemController {
  constructor(
    private readonly settings: RecordSystemSettingsService,
    private readonly secrets: WebhookSecrets,
  ) {}

  @Get()
  @Permit('admin', 'data-protection-officer')
  @NotAudited('settings of the organisation without secrets, and counts')
  @Answers(recordSystemSettingsSchema)
  read(@Staff() actor: StaffActor): Promise<RecordSystemSettings> {
    return this.settings.read(actor);
  }

  @Post()
  @Permit('admin')
  @Audited('record-system.changed')
  @RateLimit(60)
  @Answers(recordSystemSettingsSchema)
  change(
    @Staff() actor: StaffActor,
    @Body({ schema: changeRecordSystemRequestSchema }) request: ChangeRecordSystemRequest,
  ): Promise<RecordSystemSettings> {
    return this.settings.change(actor, request);
  }

  @Post('webhook-secret')
  @Permit('admin')
  @Audited('record-system.secret-made')
  @RateLimit(20)
  @Answers(webhookSecretSchema)
  async makeSecret(@Staff() actor: StaffActor): Promise<WebhookSecret> {
    return { secret: await this.secrets.make(actor) };
  }

  @Post('webhook-secret/end-previous')
  @Permit('admin')
  @Audited('record-system.secret-ended')
  @RateLimit(20)
  @Answers(null)
  async endPrevious(@Staff() actor: StaffActor): Promise<void> {
    await this.secrets.endPrevious(actor);
  }

  @Post('test')
  @Permit('admin')
  @NotAudited('an event that tells of nothing')
  @RateLimit(20)
  @Answers(recordTestSchema)
  test(@Staff() actor: StaffActor): Promise<RecordTest> {
    return this.secrets.test(actor);
  }
}
