import { Body, Controller, Param, Post } from '@nestjs/common';
import { Audited, Permit, type StaffActor } from '@tapaamo/access';
import {
  allowUnidentifiedRequestSchema,
  idSchema,
  type AllowUnidentifiedRequest,
} from '@tapaamo/contracts';
import { AllowUnidentifiedService, UnlockIdentificationService } from '@tapaamo/visit';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';

/** How somebody identifies for a visit. */
@Controller('api/visits/:visitId/participants/:participantId/identification')
export class VisitIdentificationController {
  constructor(
    private readonly unlocking: UnlockIdentificationService,
    private readonly allowing: AllowUnidentifiedService,
  ) {}

  @Post('unlock')
  @Answers(null)
  @Permit('professional', 'team-lead')
  @Audited('participant.identification-unlocked')
  async unlock(
    @Staff() actor: StaffActor,
    @Param('visitId', { schema: idSchema }) visitId: string,
    @Param('participantId', { schema: idSchema }) participantId: string,
  ): Promise<void> {
    await this.unlocking.unlock(actor, visitId, participantId);
  }

  @Post('waiting')
  @Answers(null)
  @Permit('professional', 'team-lead')
  @Audited('participant.unidentified-allowed')
  async allowWaiting(
    @Staff() actor: StaffActor,
    @Param('visitId', { schema: idSchema }) visitId: string,
    @Param('participantId', { schema: idSchema }) participantId: string,
    @Body({ schema: allowUnidentifiedRequestSchema }) { allowed }: AllowUnidentifiedRequest,
  ): Promise<void> {
    await this.allowing.set(actor, { visitId, participantId, allowed });
  }
}
