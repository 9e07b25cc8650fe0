import { Body, Controller, Get, Post } from '@nestjs/common';
import { NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import { CalendarLookUpService, OwnExternalCalendar } from '@tapaamo/availability';
import {
  calendarLookUpRequestSchema,
  calendarLookUpSchema,
  externalCalendarSchema,
  setExternalCalendarRequestSchema,
  type CalendarLookUp,
  type CalendarLookUpRequest,
  type ExternalCalendarState,
  type SetExternalCalendarRequest,
} from '@tapaamo/contracts';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';

/** The calendar that one keeps elsewhere. */
@Controller('api/external-calendar')
export class ExternalCalendarController {
  constructor(
    private readonly calendar: OwnExternalCalendar,
    private readonly lookUps: CalendarLookUpService,
  ) {}

  @Get()
  @Permit('professional', 'team-lead')
  @NotAudited('one’s own other calendar')
  @Answers(externalCalendarSchema)
  read(@Staff() actor: StaffActor): Promise<ExternalCalendarState> {
    return this.calendar.read(actor);
  }

  @Post()
  @Permit('professional', 'team-lead')
  @NotAudited('one’s own other calendar')
  @RateLimit(30)
  @Answers(externalCalendarSchema)
  set(
    @Staff() actor: StaffActor,
    @Body({ schema: setExternalCalendarRequestSchema }) wish: SetExternalCalendarRequest,
  ): Promise<ExternalCalendarState> {
    return this.calendar.set(actor, wish);
  }

  /** Few a minute: each tries a password at somebody else's server. */
  @Post('look-up')
  @Permit('professional', 'team-lead')
  @NotAudited('one’s own other calendar')
  @RateLimit(10)
  @Answers(calendarLookUpSchema)
  lookUp(
    @Body({ schema: calendarLookUpRequestSchema }) wish: CalendarLookUpRequest,
  ): Promise<CalendarLookUp> {
    return this.lookUps.find(wish);
  }

  @Post('remove')
  @Permit('professional', 'team-lead')
  @NotAudited('one’s own other calendar')
  @Answers(null)
  async remove(@Staff() actor: StaffActor): Promise<void> {
    await this.calendar.remove(actor);
  }
}
