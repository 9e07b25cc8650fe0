import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BookingModule } from '@tapaamo/booking';
import { JobsModule } from '@tapaamo/jobs';
import { OrganisationModule } from '@tapaamo/organisation';
import { ProfessionalModule } from '@tapaamo/professional';
import { ColleaguesBusyTimes } from './busy/busy-times.service.js';
import { FreeTimes } from './busy/free-times.service.js';
import { BookingChecks } from './checks/booking-checks.service.js';
import { BusyOfSource } from './external/busy-of-source.js';
import { BusyReader } from './external/busy-reader.js';
import { CalDavCalendar } from './external/caldav/caldav-calendar.js';
import { CalDavRequest } from './external/caldav/caldav-request.js';
import { CalendarLookUpService } from './external/caldav/calendar-look-up.service.js';
import { CalendarFetch } from './external/calendar-fetch.js';
import { CalendarReading } from './external/calendar-reading.service.js';
import { ExternalCalendar } from './external/external-calendar.entity.js';
import { OwnExternalCalendar } from './external/own-external-calendar.service.js';
import { OwnTimes } from './own-times/own-times.service.js';
import { WorkingHoursRow } from './working-hours/working-hours.entity.js';
import { OwnWorkingHours } from './working-hours/working-hours.service.js';

/** When professionals have time. */
@Module({
  imports: [
    BookingModule,
    JobsModule,
    OrganisationModule,
    ProfessionalModule,
    TypeOrmModule.forFeature([ExternalCalendar, WorkingHoursRow]),
  ],
  providers: [
    BookingChecks,
    BusyOfSource,
    BusyReader,
    CalDavCalendar,
    CalDavRequest,
    CalendarFetch,
    CalendarLookUpService,
    CalendarReading,
    ColleaguesBusyTimes,
    FreeTimes,
    OwnExternalCalendar,
    OwnTimes,
    OwnWorkingHours,
  ],
  exports: [
    BookingChecks,
    CalendarLookUpService,
    CalendarReading,
    ColleaguesBusyTimes,
    FreeTimes,
    OwnExternalCalendar,
    OwnTimes,
    OwnWorkingHours,
  ],
})
export class AvailabilityModule {}
