import { Body, Controller, Param, Post } from '@nestjs/common';
import { Audited, Permit, type StaffActor } from '@tapaamo/access';
import { idSchema, speakAloneRequestSchema, type SpeakAloneRequest } from '@tapaamo/contracts';
import { SendBackService, SpeakAloneService } from '@tapaamo/visit';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';

const id = { schema: idSchema };

/** Who of a meeting waits: who was sent back, and everybody else while somebody speaks alone. */
@Controller('api/visits/:visitId')
export class VisitRoomController {
  constructor(
    private readonly sending: SendBackService,
    private readonly speaking: SpeakAloneService,
  ) {}

  @Post('participants/:participantId/send-back')
  @Answers(null)
  @Permit('professional', 'team-lead')
  @Audited('participant.sent-back')
  @RateLimit(120)
  async sendBack(
    @Staff() actor: StaffActor,
    @Param('visitId', id) visitId: string,
    @Param('participantId', id) participantId: string,
  ): Promise<void> {
    await this.sending.sendBack(actor, visitId, participantId);
  }

  @Post('alone')
  @Answers(null)
  @Permit('professional', 'team-lead')
  @Audited('visit.alone-begun')
  @RateLimit(120)
  async speakAlone(
    @Staff() actor: StaffActor,
    @Param('visitId', id) visitId: string,
    @Body({ schema: speakAloneRequestSchema }) { participantId }: SpeakAloneRequest,
  ): Promise<void> {
    await this.speaking.begin(actor, visitId, participantId);
  }

  @Post('alone/end')
  @Answers(null)
  @Permit('professional', 'team-lead')
  @Audited('visit.alone-ended')
  @RateLimit(120)
  async bringBack(
    @Staff() actor: StaffActor,
    @Param('visitId', id) visitId: string,
  ): Promise<void> {
    await this.speaking.end(actor, visitId);
  }
}
