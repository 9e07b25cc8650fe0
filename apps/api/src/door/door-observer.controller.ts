import { Body, Controller, Post } from '@nestjs/common';
import { Permit, type DoorActor } from '@tapaamo/access';
import { answerObserverRequestSchema, type AnswerObserverRequest } from '@tapaamo/contracts';
import { ObserverConsent } from '@tapaamo/visit';
import { Answers } from '../http/answers.decorator.js';
import { Door } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';

/** The client's yes or no to a student who would like to follow the visit. */
@Controller('api/door/observers')
export class DoorObserverController {
  constructor(private readonly consent: ObserverConsent) {}

  @Post()
  @Answers(null)
  @Permit('door')
  @RateLimit(60)
  async answer(
    @Door() actor: DoorActor,
    @Body({ schema: answerObserverRequestSchema }) answer: AnswerObserverRequest,
  ): Promise<void> {
    await this.consent.answer(actor, answer);
  }
}
