import { Body, Controller, Get, Post } from '@nestjs/common';
import { Audited, NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import {
  changeMessageTextRequestSchema,
  messageTextsSchema,
  type ChangeMessageTextRequest,
  type MessageTexts,
} from '@tapaamo/contracts';
import { OrganisationTexts } from '@tapaamo/notification';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';

/** What the messages of the actor's organisation say. */
@Controller('api/organisation/message-texts')
export class MessageTextController {
  constructor(private readonly texts: OrganisationTexts) {}

  @Get()
  @Permit('admin', 'data-protection-officer')
  @NotAudited('texts that every client gets')
  @Answers(messageTextsSchema)
  list(@Staff() actor: StaffActor): Promise<MessageTexts> {
    return this.texts.list(actor);
  }

  @Post()
  @Permit('admin')
  @Audited('message-text.changed')
  @RateLimit(60)
  @Answers(messageTextsSchema)
  change(
    @Staff() actor: StaffActor,
    @Body({ schema: changeMessageTextRequestSchema }) request: ChangeMessageTextRequest,
  ): Promise<MessageTexts> {
    return this.texts.change(actor, request);
  }
}
