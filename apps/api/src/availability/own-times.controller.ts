import { Controller, Get, Query } from '@nestjs/common';
import { NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import { OwnTimes } from '@tapaamo/availability';
import {
  busyQuerySchema,
  ownTimesSchema,
  type BusyQuery,
  type OwnTimes as OwnTimesAnswer,
} from '@tapaamo/contracts';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { writtenSpan } from './written-span.js';

/** What one's own calendar draws behind the visits. */
@Controller('api/own-times')
export class OwnTimesController {
  constructor(private readonly times: OwnTimes) {}

  @Get()
  @Permit('professional', 'team-lead')
  @NotAudited('one’s own hours and other calendar')
  @Answers(ownTimesSchema)
  async read(
    @Staff() actor: StaffActor,
    @Query({ schema: busyQuerySchema }) query: BusyQuery,
  ): Promise<OwnTimesAnswer> {
    const { work, times } = await this.times.of(actor, query);
    return {
      work: work.map(writtenSpan),
      times: times.map(({ kind, ...span }) => ({ kind, ...writtenSpan(span) })),
    };
  }
}
