import { Controller, Param, Post } from '@nestjs/common';
import { Audited, Permit, type StaffActor } from '@tapaamo/access';
import { idSchema } from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { RenewLinkService, SendLinkService } from '@tapaamo/visit';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';

const id = { schema: idSchema };

/** The client's link, again or anew. */
@Controller('api/visits/:visitId/participants/:participantId/link')
export class VisitLinkController {
  constructor(
    private readonly links: SendLinkService,
    private readonly renewals: RenewLinkService,
    private readonly scope: OrganisationScope,
  ) {}

  @Post('resend')
  @Answers(null)
  @Permit('professional', 'team-lead')
  @Audited('link.resent')
  @RateLimit(120)
  async resend(
    @Staff() actor: StaffActor,
    @Param('visitId', id) visitId: string,
    @Param('participantId', id) participantId: string,
  ): Promise<void> {
    await this.scope.of(actor.organisationId, (tx) =>
      this.links.resend(tx, actor, { visitId, participantId }),
    );
  }

  @Post('renew')
  @Answers(null)
  @Permit('professional', 'team-lead')
  @Audited('link.renewed')
  @RateLimit(120)
  async renew(
    @Staff() actor: StaffActor,
    @Param('visitId', id) visitId: string,
    @Param('participantId', id) participantId: string,
  ): Promise<void> {
    await this.scope.of(actor.organisationId, (tx) =>
      this.renewals.renew(tx, actor, { visitId, participantId }),
    );
  }

  @Post('call-in')
  @Answers(null)
  @Permit('professional', 'team-lead')
  @Audited('client.called-in')
  @RateLimit(120)
  async callIn(
    @Staff() actor: StaffActor,
    @Param('visitId', id) visitId: string,
    @Param('participantId', id) participantId: string,
  ): Promise<void> {
    await this.scope.of(actor.organisationId, (tx) =>
      this.links.callIn(tx, actor, { visitId, participantId }),
    );
  }
}
