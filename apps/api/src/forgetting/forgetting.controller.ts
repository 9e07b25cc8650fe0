import { Controller, Get } from '@nestjs/common';
import { Audited, Permit, type StaffActor } from '@tapaamo/access';
import { Looks } from '@tapaamo/audit';
import { forgettingSchema, type Forgetting } from '@tapaamo/contracts';
import { ForgettingOverview } from '@tapaamo/purge';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';

/** What is due, done and late in the admin's organisation. */
@Controller('api/forgetting')
export class ForgettingController {
  constructor(
    private readonly overview: ForgettingOverview,
    private readonly looks: Looks,
  ) {}

  @Get()
  @Permit('admin', 'data-protection-officer')
  @Audited('forgetting.viewed')
  @Answers(forgettingSchema)
  async read(@Staff() actor: StaffActor): Promise<Forgetting> {
    const forgetting = await this.overview.read(actor.organisationId);
    await this.looks.note(actor, 'forgetting.viewed');
    return forgetting;
  }
}
