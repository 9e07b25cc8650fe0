import { Controller, Get, Param } from '@nestjs/common';
import { NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import { idSchema, visitMessagesSchema, type VisitMessages } from '@tapaamo/contracts';
import { MessageStates } from '@tapaamo/visit';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';

/** What became of the messages of a visit. */
@Controller('api/visits/:visitId/messages')
export class VisitMessageController {
  constructor(private readonly states: MessageStates) {}

  @Get()
  @Permit('professional', 'team-lead')
  @NotAudited('where messages are; neither whom they are for nor what they say')
  @Answers(visitMessagesSchema)
  list(
    @Staff() actor: StaffActor,
    @Param('visitId', { schema: idSchema }) visitId: string,
  ): Promise<VisitMessages> {
    return this.states.read(actor, visitId);
  }
}
