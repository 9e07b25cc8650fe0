import { Body, Controller, Get, Post } from '@nestjs/common';
import { NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import { OwnExternalCalendar } from '@tapaamo/availability';
import {
  externalCalendarSchema,
  setExternalCalendarRequestSchema,
  type ExternalCalendarState,
  type SetExternalCalendarRequest,
} from '@tapaamo/contracts';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';

/** The calendar that one keeps elsewhere. */
@Controller('api/external-calendar')
export class ExternalCalendarController {
  constructor(private readonly calendar: OwnExternalCalendar) {}

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
    @Body({ schema: setExternalCalendarRequestSchema }) { address }: SetExternalCalendarRequest,
  ): Promise<ExternalCalendarState> {
    return this.calendar.set(actor, address);
  }

  @Post('remove')
  @Permit('professional', 'team-lead')
  @NotAudited('one’s own other calendar')
  @Answers(null)
  async remove(@Staff() actor: StaffActor): Promise<void> {
    await this.calendar.remove(actor);
  }
}
