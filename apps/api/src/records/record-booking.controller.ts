import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Audited, Permit } from '@tapaamo/access';
import {
  idSchema,
  moveVisitRequestSchema,
  recordBookingRequestSchema,
  recordBookingSchema,
  recordCancelRequestSchema,
  recordVisitSchema,
  type MoveVisitRequest,
  type RecordBooking,
  type RecordBookingRequest,
  type RecordCancelRequest,
  type RecordVisit,
} from '@tapaamo/contracts';
import { RecordBookings, RecordVisits, type RecordActor } from '@tapaamo/record-system';
import { RecordSystem } from '../http/actors.js';
import { Answers } from '../http/answers.decorator.js';
import { RateLimit } from '../http/rate-limit.guard.js';
import {
  IdempotencyKey,
  TakesIdempotencyKey,
  idempotencyKeyOf,
  requiredIdempotencyKey,
} from './idempotency-key.js';
import { RecordScoped } from './record-scoped.decorator.js';

const id = { schema: idSchema };

/** For record systems: bookings, and how visits stand. No answer has a client or a link in it. */
@Controller('api/records/v1')
export class RecordBookingController {
  constructor(
    private readonly bookings: RecordBookings,
    private readonly visits: RecordVisits,
  ) {}

  @Post('bookings')
  @Permit('record-system')
  @RecordScoped('bookings:write', 'Book a visit for a professional; its people are invited')
  @Audited('booking.created')
  @RateLimit(300)
  @TakesIdempotencyKey({ required: true })
  @Answers(recordBookingSchema, 201)
  book(
    @RecordSystem() actor: RecordActor,
    @IdempotencyKey() header: string | undefined,
    @Body({ schema: recordBookingRequestSchema }) request: RecordBookingRequest,
  ): Promise<RecordBooking> {
    return this.bookings.book(actor, requiredIdempotencyKey(header), request);
  }

  @Get('visits/:visitId')
  @Permit('record-system')
  @RecordScoped('bookings:read', 'How a visit stands, and its receipt once it has ended')
  @Audited('record-system.visit-read')
  @RateLimit(600)
  @Answers(recordVisitSchema)
  visit(
    @RecordSystem() actor: RecordActor,
    @Param('visitId', id) visitId: string,
  ): Promise<RecordVisit> {
    return this.visits.read(actor, visitId);
  }

  @Post('visits/:visitId/time')
  @Permit('record-system')
  @RecordScoped('bookings:write', 'Move a visit; its people are told')
  @Audited('booking.changed')
  @RateLimit(300)
  @TakesIdempotencyKey({ required: false })
  @Answers(recordBookingSchema)
  move(
    @RecordSystem() actor: RecordActor,
    @IdempotencyKey() header: string | undefined,
    @Param('visitId', id) visitId: string,
    @Body({ schema: moveVisitRequestSchema }) request: MoveVisitRequest,
  ): Promise<RecordBooking> {
    return this.bookings.move(actor, idempotencyKeyOf(header), visitId, request);
  }

  @Post('visits/:visitId/cancel')
  @Permit('record-system')
  @RecordScoped('bookings:write', 'Call a visit off; its people are told')
  @Audited('booking.cancelled')
  @RateLimit(300)
  @TakesIdempotencyKey({ required: false })
  @Answers(recordBookingSchema)
  cancel(
    @RecordSystem() actor: RecordActor,
    @IdempotencyKey() header: string | undefined,
    @Param('visitId', id) visitId: string,
    @Body({ schema: recordCancelRequestSchema }) request: RecordCancelRequest,
  ): Promise<RecordBooking> {
    return this.bookings.cancel(actor, idempotencyKeyOf(header), visitId, request);
  }
}
