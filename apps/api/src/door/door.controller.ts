import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { Permit, type DoorActor } from '@tapaamo/access';
import {
  chooseLanguageRequestSchema,
  doorSessionSchema,
  doorViewSchema,
  enterRequestSchema,
  leftDoorSchema,
  lookByCodeRequestSchema,
  lookRequestSchema,
  meetingAccessSchema,
  openByCodeRequestSchema,
  openDoorRequestSchema,
  type ChooseLanguageRequest,
  type DoorSession,
  type DoorView,
  type EnterRequest,
  type LeftDoor,
  type LookByCodeRequest,
  type LookRequest,
  type MeetingAccess,
  type OpenByCodeRequest,
  type OpenDoorRequest,
} from '@tapaamo/contracts';
import { ProviderSignOut } from '@tapaamo/identification';
import { CALENDAR_FILE } from '@tapaamo/notification';
import { DoorCalendar, DoorService, LeaveDoorService, WaitingRoom } from '@tapaamo/visit';
import type { Request, Response } from 'express';
import { Answers } from '../http/answers.decorator.js';
import { Door } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';
import { CodeAttempts } from './code-attempts.js';
import { clearDoorCookie, doorSecret, setDoorCookie } from './door-cookie.js';

/** The client's door: from the link to the waiting room. The link's secret comes in bodies only. */
@Controller('api/door')
export class DoorController {
  constructor(
    private readonly door: DoorService,
    private readonly calendar: DoorCalendar,
    private readonly waitingRoom: WaitingRoom,
    private readonly attempts: CodeAttempts,
    private readonly leaving: LeaveDoorService,
    private readonly providerSignOut: ProviderSignOut,
  ) {}

  @Post('look')
  @Permit('public')
  @RateLimit(600)
  @Answers(doorViewSchema)
  look(@Body({ schema: lookRequestSchema }) { link }: LookRequest): Promise<DoorView> {
    return this.door.look({ link });
  }

  @Post('open')
  @Permit('public')
  @RateLimit(300)
  @Answers(doorSessionSchema)
  async open(
    @Body({ schema: openDoorRequestSchema }) { link, language }: OpenDoorRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DoorSession> {
    const held = doorSecret(request);
    const { secret, session } = await this.door.open({ link }, language, held);
    setDoorCookie(response, secret);
    return session;
  }

  @Post('code/look')
  @Permit('public')
  @RateLimit(120)
  @Answers(doorViewSchema)
  lookByCode(
    @Body({ schema: lookByCodeRequestSchema }) { code }: LookByCodeRequest,
    @Req() request: Request,
  ): Promise<DoorView> {
    return this.attempts.of(request.ip ?? '', () => this.door.look({ code }));
  }

  @Post('code/open')
  @Permit('public')
  @RateLimit(120)
  @Answers(doorSessionSchema)
  async openByCode(
    @Body({ schema: openByCodeRequestSchema }) { code, language }: OpenByCodeRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DoorSession> {
    const held = doorSecret(request);
    const { secret, session } = await this.attempts.of(request.ip ?? '', () =>
      this.door.open({ code }, language, held),
    );
    setDoorCookie(response, secret);
    return session;
  }

  @Get()
  @Permit('door')
  @Answers(doorSessionSchema)
  session(@Door() actor: DoorActor): Promise<DoorSession> {
    return this.door.session(actor);
  }

  /** The visit for the client's own calendar. */
  @Get('calendar.ics')
  @Permit('door')
  @RateLimit(60)
  async calendarFile(@Door() actor: DoorActor, @Res() response: Response): Promise<void> {
    const text = await this.calendar.of(actor);
    response.setHeader('Content-Disposition', `attachment; filename="${CALENDAR_FILE}"`);
    response.type('text/calendar; charset=utf-8').send(text);
  }

  @Post('language')
  @Answers(null)
  @Permit('door')
  @RateLimit(60)
  async chooseLanguage(
    @Door() actor: DoorActor,
    @Body({ schema: chooseLanguageRequestSchema }) { language }: ChooseLanguageRequest,
  ): Promise<void> {
    await this.door.chooseLanguage(actor, language);
  }

  @Post('enter')
  @Permit('door')
  @RateLimit(60)
  @Answers(meetingAccessSchema)
  enter(
    @Door() actor: DoorActor,
    @Body({ schema: enterRequestSchema }) request: EnterRequest,
  ): Promise<MeetingAccess> {
    return this.waitingRoom.enter(actor, request);
  }

  /** Ends the session of this browser first; only then is the person told where to sign out of the provider. */
  @Post('leave')
  @Permit('door')
  @Answers(leftDoorSchema)
  async leave(
    @Door() actor: DoorActor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<LeftDoor> {
    const { wasIdentified, language } = await this.leaving.leave(actor);
    clearDoorCookie(response);
    const providerSignOutUrl = wasIdentified ? await this.providerSignOut.address(language) : null;
    return { wasIdentified, providerSignOutUrl };
  }
}
