import { Body, Controller, Param, Post } from '@nestjs/common';
import { Audited, Permit, type StaffActor } from '@tapaamo/access';
import {
  chooseColleagueRequestSchema,
  idSchema,
  type ChooseColleagueRequest,
} from '@tapaamo/contracts';
import { HandOverVisitService, ShareVisitService } from '@tapaamo/visit';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';

const id = { schema: idSchema };
const colleague = { schema: chooseColleagueRequestSchema };

/** Whose a visit is, and which colleagues it is shared with. */
@Controller('api/visits/:visitId')
export class VisitColleaguesController {
  constructor(
    private readonly handingOver: HandOverVisitService,
    private readonly sharing: ShareVisitService,
  ) {}

  @Post('shares')
  @Answers(null)
  @Permit('professional', 'team-lead')
  @Audited('booking.shared')
  async share(
    @Staff() actor: StaffActor,
    @Param('visitId', id) visitId: string,
    @Body(colleague) { professionalId }: ChooseColleagueRequest,
  ): Promise<void> {
    await this.sharing.share(actor, visitId, professionalId);
  }

  @Post('shares/:colleagueId/end')
  @Answers(null)
  @Permit('professional', 'team-lead')
  @Audited('booking.share-ended')
  async endShare(
    @Staff() actor: StaffActor,
    @Param('visitId', id) visitId: string,
    @Param('colleagueId', id) colleagueId: string,
  ): Promise<void> {
    await this.sharing.end(actor, visitId, colleagueId);
  }

  @Post('hand-over')
  @Answers(null)
  @Permit('professional', 'team-lead')
  @Audited('booking.handed-over')
  async handOver(
    @Staff() actor: StaffActor,
    @Param('visitId', id) visitId: string,
    @Body(colleague) { professionalId }: ChooseColleagueRequest,
  ): Promise<void> {
    await this.handingOver.one(actor, visitId, professionalId);
  }
}
