import { Controller, Get } from '@nestjs/common';
import { Permit, type StaffActor } from '@tapaamo/access';
import { forgettingSchema, type Forgetting } from '@tapaamo/contracts';
import { ForgettingOverview } from '@tapaamo/purge';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';

/** What is due, done and late in the admin's organisation. */
@Controller('api/forgetting')
export class ForgettingController {
  constructor(private readonly overview: ForgettingOverview) {}

  @Get()
  @Permit('admin', 'data-protection-officer')
  @Answers(forgettingSchema)
  read(@Staff() actor: StaffActor): Promise<Forgetting> {
    return this.overview.read(actor.organisationId);
  }
}
