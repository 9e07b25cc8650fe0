import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { Permit, type DoorActor } from '@tapaamo/access';
import {
  confirmHandBackRequestSchema,
  handBackSchema,
  identificationProgressSchema,
  type ConfirmHandBackRequest,
  type HandBack,
  type IdentificationProgress,
} from '@tapaamo/contracts';
import { ReturnedElsewhere } from '@tapaamo/visit';
import type { Request, Response } from 'express';
import { setDoorCookie } from '../door/door-cookie.js';
import { Answers } from '../http/answers.decorator.js';
import { Door } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';
import { clearingHandBackCookie, handBackSecret } from './hand-back-cookie.js';

/** Identifications that came back in another browser than they began in: what each of the two browsers asks. */
@Controller('api/identification')
export class HandBackController {
  constructor(private readonly returned: ReturnedElsewhere) {}

  @Get('hand-back')
  @Permit('public')
  @RateLimit(300)
  @Answers(handBackSchema)
  look(@Req() request: Request): Promise<HandBack> {
    return this.returned.look(handBackSecret(request));
  }

  @Post('hand-back/confirm')
  @Permit('public')
  @RateLimit(60)
  @Answers(null)
  async confirm(
    @Body({ schema: confirmHandBackRequestSchema }) { number }: ConfirmHandBackRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const confirmed = this.returned.confirm(handBackSecret(request), number);
    await clearingHandBackCookie(response, confirmed);
  }

  @Post('hand-back/refuse')
  @Permit('public')
  @RateLimit(60)
  @Answers(null)
  async refuse(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await clearingHandBackCookie(response, this.returned.refuse(handBackSecret(request)));
  }

  /** Asked every two seconds by a page that waits. */
  @Get('progress')
  @Permit('door')
  @RateLimit(240)
  @Answers(identificationProgressSchema)
  progress(@Door() actor: DoorActor): Promise<IdentificationProgress> {
    return this.returned.progress(actor);
  }

  @Post('pick-up')
  @Permit('door')
  @RateLimit(60)
  @Answers(null)
  async pickUp(
    @Door() actor: DoorActor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    setDoorCookie(response, await this.returned.pickUp(actor));
  }
}
