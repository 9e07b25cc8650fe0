import { Controller, Get, Param, Query } from '@nestjs/common';
import { NotAudited, Permit } from '@tapaamo/access';
import { ColleaguesBusyTimes, FreeTimes } from '@tapaamo/availability';
import {
  busyQuerySchema,
  busyTimesSchema,
  freeTimesQuerySchema,
  freeTimesSchema,
  idSchema,
  recordProfessionalsSchema,
  serviceListSchema,
  type BusyQuery,
  type BusyTimes,
  type FreeTimes as FreeTimesAnswer,
  type FreeTimesQuery,
  type RecordProfessionals,
  type ServiceList,
} from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { OrganisationService } from '@tapaamo/organisation';
import { Colleagues } from '@tapaamo/professional';
import type { RecordActor } from '@tapaamo/record-system';
import { writtenSpan } from '../availability/written-span.js';
import { serviceList } from '../booking/service-list.js';
import { RecordSystem } from '../http/actors.js';
import { Answers } from '../http/answers.decorator.js';
import { RateLimit } from '../http/rate-limit.guard.js';
import { RecordScoped } from './record-scoped.decorator.js';

const id = { schema: idSchema };

/** For record systems: what can be booked, with whom and when. */
@Controller('api/records/v1')
export class RecordCalendarController {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly colleagues: Colleagues,
    private readonly busyTimes: ColleaguesBusyTimes,
    private readonly freeTimes: FreeTimes,
    private readonly scope: OrganisationScope,
  ) {}

  @Get('services')
  @Permit('record-system')
  @RecordScoped('calendar:read', 'Services that can be booked, and languages of messages')
  @NotAudited('names of services and languages, which every client sees')
  @RateLimit(120)
  @Answers(serviceListSchema)
  services(@RecordSystem() { organisationId }: RecordActor): Promise<ServiceList> {
    return this.scope.of(organisationId, (tx) =>
      serviceList(tx, this.organisations, organisationId),
    );
  }

  @Get('professionals')
  @Permit('record-system')
  @RecordScoped('calendar:read', 'Professionals who meet clients')
  @NotAudited('names of the organisation’s own staff')
  @RateLimit(120)
  @Answers(recordProfessionalsSchema)
  async professionals(
    @RecordSystem() { organisationId }: RecordActor,
  ): Promise<RecordProfessionals> {
    return {
      professionals: await this.scope.of(organisationId, (tx) =>
        this.colleagues.all(tx, organisationId),
      ),
    };
  }

  @Get('professionals/:professionalId/busy')
  @Permit('record-system')
  @RecordScoped('calendar:read', 'When a professional has no time')
  @NotAudited('when a professional has no time, without why')
  @RateLimit(600)
  @Answers(busyTimesSchema)
  async busy(
    @RecordSystem() actor: RecordActor,
    @Param('professionalId', id) professionalId: string,
    @Query({ schema: busyQuerySchema }) query: BusyQuery,
  ): Promise<BusyTimes> {
    return { busy: (await this.busyTimes.of(actor, professionalId, query)).map(writtenSpan) };
  }

  @Get('professionals/:professionalId/free')
  @Permit('record-system')
  @RecordScoped('calendar:read', 'When a professional has time for a visit of a service')
  @NotAudited('when a professional has time')
  @RateLimit(600)
  @Answers(freeTimesSchema)
  async free(
    @RecordSystem() actor: RecordActor,
    @Param('professionalId', id) professionalId: string,
    @Query({ schema: freeTimesQuerySchema }) query: FreeTimesQuery,
  ): Promise<FreeTimesAnswer> {
    const found = await this.freeTimes.of(actor, professionalId, query);
    return { ...found, free: found.free.map(writtenSpan) };
  }
}
