import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Audited, NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import { RequestInvalidError, addDays } from '@tapaamo/common';
import {
  bookingListSchema,
  bookingSchema,
  createBookingRequestSchema,
  foundBookingsSchema,
  listBookingsQuerySchema,
  searchBookingsRequestSchema,
  serviceListSchema,
  type Booking,
  type BookingList,
  type CreateBookingRequest,
  type FoundBookings,
  type ListBookingsQuery,
  type SearchBookingsRequest,
  type ServiceList,
} from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { OrganisationService, nameOf } from '@tapaamo/organisation';
import { BookVisitService, BookedVisits, BookingSearch } from '@tapaamo/visit';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';

const MOST_DAYS = 62;

/** The bookings that staff reach. */
@Controller('api')
export class BookingController {
  constructor(
    private readonly bookVisit: BookVisitService,
    private readonly bookedVisits: BookedVisits,
    private readonly search: BookingSearch,
    private readonly organisations: OrganisationService,
    private readonly scope: OrganisationScope,
  ) {}

  @Get('services')
  @Permit('professional', 'team-lead')
  @NotAudited('names of services, which every client sees')
  @Answers(serviceListSchema)
  async services(@Staff() actor: StaffActor): Promise<ServiceList> {
    const services = await this.scope.of(actor.organisationId, (tx) =>
      this.organisations.bookableServices(tx, actor.organisationId),
    );
    return {
      services: services.map((service) => ({
        id: service.id,
        name: nameOf(service),
        durationMinutes: service.durationMinutes,
        identificationLevel: service.identificationLevel,
      })),
    };
  }

  @Get('bookings')
  @Permit('professional', 'team-lead')
  @Audited('client-identifiers.viewed')
  @Answers(bookingListSchema)
  async list(
    @Staff() actor: StaffActor,
    @Query({ schema: listBookingsQuerySchema }) query: ListBookingsQuery,
  ): Promise<BookingList> {
    const { from, to } = query;
    if (to < from || to > addDays(from, MOST_DAYS)) {
      throw new RequestInvalidError([{ field: 'to', code: 'field.invalid' }]);
    }
    return { bookings: await this.bookedVisits.list(actor, query) };
  }

  @Post('bookings/search')
  @Permit('professional', 'team-lead')
  @Audited('client-identifiers.viewed')
  @RateLimit(300)
  @Answers(foundBookingsSchema)
  async find(
    @Staff() actor: StaffActor,
    @Body({ schema: searchBookingsRequestSchema }) request: SearchBookingsRequest,
  ): Promise<FoundBookings> {
    return this.search.find(actor, request);
  }

  @Post('bookings')
  @Permit('professional', 'team-lead')
  @Audited('booking.created')
  @RateLimit(120)
  @Answers(bookingSchema, 201)
  async create(
    @Staff() actor: StaffActor,
    @Body({ schema: createBookingRequestSchema }) request: CreateBookingRequest,
  ): Promise<Booking> {
    return this.scope.of(actor.organisationId, async (tx) =>
      this.bookedVisits.one(tx, actor, await this.bookVisit.book(tx, actor, request)),
    );
  }
}
