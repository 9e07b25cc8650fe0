import { Controller, Get, Headers, Param, Post, Res } from '@nestjs/common';
import { Audited, NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import { CalendarFeeds } from '@tapaamo/calendar-feed';
import {
  calendarFeedAddressSchema,
  calendarFeedStateSchema,
  languageFromHeader,
  type CalendarFeedAddress,
  type CalendarFeedState,
} from '@tapaamo/contracts';
import type { Response } from 'express';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';

/** One's own visits for one's own calendar program. */
@Controller('api/calendar-feed')
export class CalendarFeedController {
  constructor(private readonly feeds: CalendarFeeds) {}

  @Get()
  @Permit('professional', 'team-lead')
  @NotAudited('whether one’s own feed has an address')
  @Answers(calendarFeedStateSchema)
  state(@Staff() actor: StaffActor): Promise<CalendarFeedState> {
    return this.feeds.state(actor);
  }

  @Post('renew')
  @Permit('professional', 'team-lead')
  @Audited('calendar-feed.renewed')
  @Answers(calendarFeedAddressSchema)
  async renew(
    @Staff() actor: StaffActor,
    @Headers('accept-language') language: string | undefined,
  ): Promise<CalendarFeedAddress> {
    return { address: await this.feeds.renew(actor, languageFromHeader(language)) };
  }

  @Post('revoke')
  @Permit('professional', 'team-lead')
  @Audited('calendar-feed.revoked')
  @Answers(null)
  async revoke(@Staff() actor: StaffActor): Promise<void> {
    await this.feeds.revoke(actor);
  }

  /** The secret is the proof. An answer that a program has already is not sent again (`ETag`, by Express). */
  @Get(':secret.ics')
  @Permit('public')
  @RateLimit(240)
  async read(@Param('secret') secret: string, @Res() response: Response): Promise<void> {
    const text = await this.feeds.read(secret);
    response.setHeader('Cache-Control', 'private, no-cache');
    response.type('text/calendar; charset=utf-8').send(text);
  }
}
