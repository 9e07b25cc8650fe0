import { Controller, Get, Param, Query } from '@nestjs/common';
import { NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import { ColleaguesBusyTimes } from '@tapaamo/availability';
import {
  busyQuerySchema,
  busyTimesSchema,
  idSchema,
  type BusyQuery,
  type BusyTimes,
} from '@tapaamo/contracts';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { writtenSpan } from './written-span.js';

/** When colleagues have no time. */
@Controller('api/colleagues/:colleagueId/busy')
export class BusyController {
  constructor(private readonly busyTimes: ColleaguesBusyTimes) {}

  @Get()
  @Permit('professional', 'team-lead')
  @NotAudited('when a colleague has no time, without why')
  @Answers(busyTimesSchema)
  async read(
    @Staff() actor: StaffActor,
    @Param('colleagueId', { schema: idSchema }) colleagueId: string,
    @Query({ schema: busyQuerySchema }) query: BusyQuery,
  ): Promise<BusyTimes> {
    const spans = await this.busyTimes.of(actor, colleagueId, query);
    return { busy: spans.map(writtenSpan) };
  }
}
