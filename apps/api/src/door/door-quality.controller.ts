import { Body, Controller, Post } from '@nestjs/common';
import { Permit, type DoorActor } from '@tapaamo/access';
import { tellQualityRequestSchema, type TellQualityRequest } from '@tapaamo/contracts';
import { MeetingQualityService } from '@tapaamo/visit';
import { Answers } from '../http/answers.decorator.js';
import { Door } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';

/** How the meeting went, as who was in it says. */
@Controller('api/door/quality')
export class DoorQualityController {
  constructor(private readonly quality: MeetingQualityService) {}

  @Post()
  @Answers(null)
  @Permit('door')
  @RateLimit(10)
  async tell(
    @Door() actor: DoorActor,
    @Body({ schema: tellQualityRequestSchema }) { quality }: TellQualityRequest,
  ): Promise<void> {
    await this.quality.tell(actor, quality);
  }
}
