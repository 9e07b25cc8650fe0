import { Controller, Get, Query } from '@nestjs/common';
import { NotAudited, Permit } from '@tapaamo/access';
import { holidaysOf } from '@tapaamo/availability';
import {
  holidayListSchema,
  holidaysQuerySchema,
  type HolidayList,
  type HolidaysQuery,
} from '@tapaamo/contracts';
import { Answers } from '../http/answers.decorator.js';

/** The days on which offices are closed. */
@Controller('api/holidays')
export class HolidayController {
  @Get()
  @Permit('staff')
  @NotAudited('days of the calendar')
  @Answers(holidayListSchema)
  list(@Query({ schema: holidaysQuerySchema }) { year }: HolidaysQuery): HolidayList {
    return { holidays: holidaysOf(year) };
  }
}
