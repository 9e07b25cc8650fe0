import { Body, Controller, Get, HttpCode, Post, Res, SerializeOptions } from '@nestjs/common';
import { Permit, type DoorActor } from '@tapaamo/access';
import {
  chooseLanguageRequestSchema,
  deviceCheckSchema,
  doorSessionSchema,
  doorViewSchema,
  enterRequestSchema,
  lookRequestSchema,
  meetingAccessSchema,
  openDoorRequestSchema,
  type ChooseLanguageRequest,
  type DeviceCheck,
  type DoorSession,
  type DoorView,
  type EnterRequest,
  type LookRequest,
  type MeetingAccess,
  type OpenDoorRequest,
} from '@tapaamo/contracts';
import { DoorService } from '@tapaamo/visit';
import type { Response } from 'express';
import { Door } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';
import { clearDoorCookie, setDoorCookie } from './door-cookie.js';

/** The client's door: from the link to the waiting room. The link's secret comes in bodies only. */
@Controller('api/door')
export class DoorController {
  constructor(private readonly door: DoorService) {}

  @Post('look')
  @HttpCode(200)
  @Permit('public')
  @RateLimit(120)
  @SerializeOptions({ schema: doorViewSchema })
  look(@Body({ schema: lookRequestSchema }) { link }: LookRequest): Promise<DoorView> {
    return this.door.look(link);
  }

  @Post('open')
  @HttpCode(200)
  @Permit('public')
  @RateLimit(60)
  @SerializeOptions({ schema: doorSessionSchema })
  async open(
    @Body({ schema: openDoorRequestSchema }) { link, language }: OpenDoorRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DoorSession> {
    const { secret, session } = await this.door.open(link, language);
    setDoorCookie(response, secret);
    return session;
  }

  @Get()
  @Permit('door')
  @SerializeOptions({ schema: doorSessionSchema })
  session(@Door() actor: DoorActor): Promise<DoorSession> {
    return this.door.session(actor);
  }

  @Post('language')
  @HttpCode(204)
  @Permit('door')
  @RateLimit(60)
  async chooseLanguage(
    @Door() actor: DoorActor,
    @Body({ schema: chooseLanguageRequestSchema }) { language }: ChooseLanguageRequest,
  ): Promise<void> {
    await this.door.chooseLanguage(actor, language);
  }

  @Post('device-check')
  @HttpCode(204)
  @Permit('door')
  @RateLimit(60)
  async deviceCheck(
    @Door() actor: DoorActor,
    @Body({ schema: deviceCheckSchema.strict() }) check: DeviceCheck,
  ): Promise<void> {
    await this.door.keepDeviceCheck(actor, check);
  }

  @Post('enter')
  @HttpCode(200)
  @Permit('door')
  @RateLimit(60)
  @SerializeOptions({ schema: meetingAccessSchema })
  enter(
    @Door() actor: DoorActor,
    @Body({ schema: enterRequestSchema }) { takeOver }: EnterRequest,
  ): Promise<MeetingAccess> {
    return this.door.enter(actor, takeOver);
  }

  @Post('leave')
  @HttpCode(204)
  @Permit('door')
  async leave(
    @Door() actor: DoorActor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.door.leave(actor);
    clearDoorCookie(response);
  }
}
