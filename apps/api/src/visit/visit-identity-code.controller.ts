import { Body, Controller, Param, Post } from '@nestjs/common';
import { Audited, Permit, type StaffActor } from '@tapaamo/access';
import {
  idSchema,
  setIdentityCodeRequestSchema,
  type SetIdentityCodeRequest,
} from '@tapaamo/contracts';
import { SetIdentityCodeService } from '@tapaamo/visit';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';

/** The identity code that the door compares with. It is written and never read. */
@Controller('api/visits/:visitId/participants/:participantId/identity-code')
export class VisitIdentityCodeController {
  constructor(private readonly codes: SetIdentityCodeService) {}

  @Post()
  @Answers(null)
  @Permit('professional', 'team-lead')
  @Audited('participant.identity-code-set', 'participant.identity-code-removed')
  async set(
    @Staff() actor: StaffActor,
    @Param('visitId', { schema: idSchema }) visitId: string,
    @Param('participantId', { schema: idSchema }) participantId: string,
    @Body({ schema: setIdentityCodeRequestSchema }) { hetu }: SetIdentityCodeRequest,
  ): Promise<void> {
    await this.codes.set(actor, visitId, { participantId, hetu });
  }
}
