import { Body, Controller, Param, Post } from '@nestjs/common';
import { Audited, Permit, type StaffActor } from '@tapaamo/access';
import {
  companionSchema,
  idSchema,
  nonDisclosureRequestSchema,
  type Companion,
  type NonDisclosureRequest,
} from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import {
  AddParticipantService,
  NonDisclosureService,
  RemoveParticipantService,
} from '@tapaamo/visit';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';

const id = { schema: idSchema };

/** Who takes part in a visit besides the client, and who sees their contact data. */
@Controller('api/visits/:visitId')
export class VisitPeopleController {
  constructor(
    private readonly additions: AddParticipantService,
    private readonly removals: RemoveParticipantService,
    private readonly nonDisclosure: NonDisclosureService,
    private readonly scope: OrganisationScope,
  ) {}

  @Post('participants')
  @Answers(null)
  @Permit('professional', 'team-lead')
  @Audited('participant.added')
  @RateLimit(120)
  async add(
    @Staff() actor: StaffActor,
    @Param('visitId', id) visitId: string,
    @Body({ schema: companionSchema }) companion: Companion,
  ): Promise<void> {
    await this.additions.add(actor, visitId, companion);
  }

  @Post('participants/:participantId/remove')
  @Answers(null)
  @Permit('professional', 'team-lead')
  @Audited('participant.removed')
  @RateLimit(120)
  async remove(
    @Staff() actor: StaffActor,
    @Param('visitId', id) visitId: string,
    @Param('participantId', id) participantId: string,
  ): Promise<void> {
    await this.scope.of(actor.organisationId, (tx) =>
      this.removals.remove(tx, actor, { visitId, participantId }),
    );
  }

  @Post('non-disclosure')
  @Answers(null)
  @Permit('professional', 'team-lead')
  @Audited('booking.non-disclosure-set')
  async withhold(
    @Staff() actor: StaffActor,
    @Param('visitId', id) visitId: string,
    @Body({ schema: nonDisclosureRequestSchema }) { nonDisclosure }: NonDisclosureRequest,
  ): Promise<void> {
    await this.nonDisclosure.set(actor, visitId, nonDisclosure);
  }
}
