import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BookingChecks } from './checks/booking-checks.service.js';
import { WorkingHoursRow } from './working-hours/working-hours.entity.js';
import { OwnWorkingHours } from './working-hours/working-hours.service.js';

/** When professionals have time. */
@Module({
  imports: [TypeOrmModule.forFeature([WorkingHoursRow])],
  providers: [BookingChecks, OwnWorkingHours],
  exports: [BookingChecks, OwnWorkingHours],
})
export class AvailabilityModule {}
