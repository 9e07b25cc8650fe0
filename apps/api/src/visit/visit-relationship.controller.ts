import { Controller, Param, Post } from '@nestjs/common';
import { Audited, Permit, type StaffActor } from '@tapaamo/access';
import { idSchema } from '@tapaamo/contracts';
import { ClientRelationships } from '@tapaamo/visit';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';

const id = { schema: idSchema };

/** What becomes of a client relationship, said on one of its visits that is over. */
@Controller('api/visits/:visitId/relationship')
export class VisitRelationshipController {
  constructor(private readonly relationships: ClientRelationships) {}

  @Post('end')
  @Answers(null)
  @Permit('professional', 'team-lead')
  @Audited('visit.relationship-ended')
  @RateLimit(120)
  async end(@Staff() actor: StaffActor, @Param('visitId', id) visitId: string): Promise<void> {
    await this.relationships.end(actor, visitId);
  }

  @Post('go-on')
  @Answers(null)
  @Permit('professional', 'team-lead')
  @Audited('visit.relationship-goes-on')
  @RateLimit(120)
  async goOn(@Staff() actor: StaffActor, @Param('visitId', id) visitId: string): Promise<void> {
    await this.relationships.goOn(actor, visitId);
  }
}
