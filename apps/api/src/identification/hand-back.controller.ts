import { Body, Controller, Get, Headers, Post, Req, Res } from '@nestjs/common';
import { Permit, type DoorActor } from '@tapaamo/access';
import {
  confirmHandBackRequestSchema,
  handBackSchema,
  identificationProgressSchema,
  languageFromHeader,
  type ConfirmHandBackRequest,
  type HandBack,
  type IdentificationProgress,
} from '@tapaamo/contracts';
import { ProviderSignOut } from '@tapaamo/identification';
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
  constructor(
    private readonly returned: ReturnedElsewhere,
    private readonly providerSignOut: ProviderSignOut,
  ) {}

  @Get('hand-back')
  @Permit('public')
  @RateLimit(300)
  @Answers(handBackSchema)
  async look(
    @Req() request: Request,
    @Headers('accept-language') language: string | undefined,
  ): Promise<HandBack> {
    const handBack = await this.returned.look(handBackSecret(request));
    const providerSignOutUrl = await this.providerSignOut.address(languageFromHeader(language));
    return { ...handBack, providerSignOutUrl };
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
