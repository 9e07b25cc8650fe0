import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Audited, NotAudited, Permit, type StaffActor } from '@tapaamo/access';
import { RequestInvalidError, addDays } from '@tapaamo/common';
import {
  arrivedBookingsQuerySchema,
  bookingListSchema,
  bookingSchema,
  cancelVisitRequestSchema,
  createBookingRequestSchema,
  foundBookingsSchema,
  idSchema,
  listBookingsQuerySchema,
  moveVisitRequestSchema,
  searchBookingsRequestSchema,
  serviceListSchema,
  type ArrivedBookingsQuery,
  type Booking,
  type BookingList,
  type CancelVisitRequest,
  type CreateBookingRequest,
  type FoundBookings,
  type ListBookingsQuery,
  type MoveVisitRequest,
  type SearchBookingsRequest,
  type ServiceList,
} from '@tapaamo/contracts';
import { OrganisationScope } from '@tapaamo/database';
import { OrganisationService } from '@tapaamo/organisation';
import {
  BookVisitService,
  BookedVisits,
  BookingSearch,
  CancelVisitService,
  MoveVisitService,
} from '@tapaamo/visit';
import { Answers } from '../http/answers.decorator.js';
import { Staff } from '../http/actors.js';
import { RateLimit } from '../http/rate-limit.guard.js';
import { serviceList } from './service-list.js';

const MOST_DAYS = 62;

/** The bookings that staff reach. */
@Controller('api')
export class BookingController {
  constructor(
    private readonly bookVisit: BookVisitService,
    private readonly moveVisit: MoveVisitService,
    private readonly cancelVisit: CancelVisitService,
    private readonly bookedVisits: BookedVisits,
    private readonly search: BookingSearch,
    private readonly organisations: OrganisationService,
    private readonly scope: OrganisationScope,
  ) {}

  @Get('services')
  @Permit('professional', 'team-lead')
  @NotAudited('names of services and languages, which every client sees')
  @Answers(serviceListSchema)
  async services(@Staff() actor: StaffActor): Promise<ServiceList> {
    const { organisationId } = actor;
    return this.scope.of(organisationId, (tx) =>
      serviceList(tx, this.organisations, organisationId),
    );
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

  @Get('bookings/arrived')
  @Permit('professional', 'team-lead')
  @Audited('client-identifiers.viewed')
  @Answers(bookingListSchema)
  async arrived(
    @Staff() actor: StaffActor,
    @Query({ schema: arrivedBookingsQuerySchema }) query: ArrivedBookingsQuery,
  ): Promise<BookingList> {
    return { bookings: await this.bookedVisits.arrived(actor, query) };
  }

  @Get('bookings/to-review')
  @Permit('professional', 'team-lead')
  @Audited('client-identifiers.viewed')
  @Answers(bookingListSchema)
  async toReview(@Staff() actor: StaffActor): Promise<BookingList> {
    return { bookings: await this.bookedVisits.toReview(actor) };
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

  @Post('visits/:visitId/time')
  @Permit('professional', 'team-lead')
  @Audited('booking.changed')
  @RateLimit(120)
  @Answers(bookingSchema)
  async move(
    @Staff() actor: StaffActor,
    @Param('visitId', { schema: idSchema }) visitId: string,
    @Body({ schema: moveVisitRequestSchema }) request: MoveVisitRequest,
  ): Promise<Booking> {
    return this.bookedVisits.changed(actor, visitId, (tx) =>
      this.moveVisit.move(tx, actor, visitId, request),
    );
  }

  @Post('visits/:visitId/cancel')
  @Permit('professional', 'team-lead')
  @Audited('booking.cancelled')
  @Answers(bookingSchema)
  async cancel(
    @Staff() actor: StaffActor,
    @Param('visitId', { schema: idSchema }) visitId: string,
    @Body({ schema: cancelVisitRequestSchema }) request: CancelVisitRequest,
  ): Promise<Booking> {
    return this.bookedVisits.changed(actor, visitId, (tx) =>
      this.cancelVisit.cancel(tx, actor, visitId, request),
    );
  }
}
