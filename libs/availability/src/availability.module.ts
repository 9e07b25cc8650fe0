import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BookingModule } from '@tapaamo/booking';
import { ProfessionalModule } from '@tapaamo/professional';
import { ColleaguesBusyTimes } from './busy/busy-times.service.js';
import { BookingChecks } from './checks/booking-checks.service.js';
import { WorkingHoursRow } from './working-hours/working-hours.entity.js';
import { OwnWorkingHours } from './working-hours/working-hours.service.js';

/** When professionals have time. */
@Module({
  imports: [BookingModule, ProfessionalModule, TypeOrmModule.forFeature([WorkingHoursRow])],
  providers: [BookingChecks, ColleaguesBusyTimes, OwnWorkingHours],
  exports: [BookingChecks, ColleaguesBusyTimes, OwnWorkingHours],
})
export class AvailabilityModule {}
