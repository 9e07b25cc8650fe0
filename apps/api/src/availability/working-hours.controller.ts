import { Body, Controller, Get, Post } from '@nestjs/common';
import { NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import { BookingChecks, OwnWorkingHours } from '@tapaamo/availability';
import {
  bookingCheckSchema,
  changeWorkingHoursRequestSchema,
  checkBookingRequestSchema,
  workingHoursSchema,
  type BookingCheck,
  type ChangeWorkingHoursRequest,
  type CheckBookingRequest,
  type WorkingHours,
} from '@tapaamo/contracts';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';

/** One's own working hours, and what they say of a time. */
@Controller('api')
export class WorkingHoursController {
  constructor(
    private readonly hours: OwnWorkingHours,
    private readonly checks: BookingChecks,
  ) {}

  @Get('working-hours')
  @Permit('professional', 'team-lead')
  @NotAudited('one’s own working hours')
  @Answers(workingHoursSchema)
  read(@Staff() actor: StaffActor): Promise<WorkingHours> {
    return this.hours.read(actor);
  }

  @Post('working-hours')
  @Permit('professional', 'team-lead')
  @NotAudited('one’s own working hours')
  @Answers(workingHoursSchema)
  change(
    @Staff() actor: StaffActor,
    @Body({ schema: changeWorkingHoursRequestSchema }) wish: ChangeWorkingHoursRequest,
  ): Promise<WorkingHours> {
    return this.hours.change(actor, wish);
  }

  @Post('bookings/check')
  @Permit('professional', 'team-lead')
  @NotAudited('a time that is not booked yet, of nobody')
  @Answers(bookingCheckSchema)
  async check(
    @Staff() actor: StaffActor,
    @Body({ schema: checkBookingRequestSchema }) wish: CheckBookingRequest,
  ): Promise<BookingCheck> {
    return { warnings: await this.checks.check(actor, wish) };
  }
}
