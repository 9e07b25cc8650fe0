import { z } from 'zod';
import { idSchema, instantSchema } from '../primitives.js';
import { bookingStatusSchema, cancelReasonSchema } from '../words.js';
import { busyQuerySchema } from './availability.js';
import {
  cancelVisitRequestSchema,
  companionWithoutHetuSchema,
  COMPANIONS_MAX,
  createBookingRequestSchema,
} from './booking.js';
import { colleagueSchema } from './colleague.js';
import { receiptSchema } from './receipt.js';

/** Where record systems ask, by a key in `Authorization: Bearer`. */
export const RECORDS_PATH = '/api/records/v1';

/** Header by which a record system has something done once, however often it asks. */
export const IDEMPOTENCY_KEY_HEADER = 'Idempotency-Key';

/** What it may hold: printable ASCII without spaces. A random UUID is good. */
export const idempotencyKeySchema = z.string().regex(/^[\x21-\x7e]{8,255}$/);

/** Answer of `GET /api/records/v1/professionals`, by name: everybody who meets clients and can sign in. */
export const recordProfessionalsSchema = z.object({ professionals: z.array(colleagueSchema) });
export type RecordProfessionals = z.infer<typeof recordProfessionalsSchema>;

/** `GET /api/records/v1/professionals/:professionalId/free`: local days, both included, at most 31. */
export const freeTimesQuerySchema = busyQuerySchema.extend({
  serviceId: idSchema,
  /** The service's own unless said otherwise. */
  durationMinutes: z.coerce.number().int().min(5).max(480).optional(),
});
export type FreeTimesQuery = z.infer<typeof freeTimesQuerySchema>;

/** Answer of it: from the next minute on, every stretch of time in which such a visit fits, in order. */
export const freeTimesSchema = z.object({
  durationMinutes: z.number().int(),
  /** Whether the professional keeps working hours here; of who does not, nights count as free. */
  keepsHours: z.boolean(),
  free: z.array(z.object({ startsAt: instantSchema, endsAt: instantSchema })),
});
export type FreeTimes = z.infer<typeof freeTimesSchema>;

/**
 * `POST /api/records/v1/bookings`: what a professional types (`POST /api/bookings`), and whose visit it is. One at a time,
 * and without identity codes: those a person tells us, so that no key can be used to bring them here.
 */
export const recordBookingRequestSchema = createBookingRequestSchema
  .omit({ repeat: true, clientHetu: true })
  .extend({
    professionalId: idSchema,
    participants: z.array(companionWithoutHetuSchema).max(COMPANIONS_MAX).optional(),
  });
export type RecordBookingRequest = z.infer<typeof recordBookingRequestSchema>;

/** `POST /api/records/v1/visits/:visitId/cancel`: this visit and none after it, so that the answer tells everything. */
export const recordCancelRequestSchema = cancelVisitRequestSchema.omit({ following: true });
export type RecordCancelRequest = z.infer<typeof recordCancelRequestSchema>;

/** Answer when a visit was booked, moved or called off: as it was then, also when the same is asked again. */
export const recordBookingSchema = z.object({
  visitId: idSchema,
  startsAt: instantSchema,
  endsAt: instantSchema,
  status: bookingStatusSchema,
  /** Goes back with the next change. */
  version: z.number().int().min(1),
});
export type RecordBooking = z.infer<typeof recordBookingSchema>;

/** Answer of `GET /api/records/v1/visits/:visitId`: a visit as it is now. It has neither client nor link. */
export const recordVisitSchema = recordBookingSchema.extend({
  professionalId: idSchema,
  serviceId: idSchema,
  /** What the record system itself calls the visit, as it said at booking or a professional said later. */
  recordReference: z.string().nullable(),
  cancelReason: cancelReasonSchema.nullable(),
  /** Once it has ended or was called off. */
  receipt: receiptSchema.nullable(),
});
export type RecordVisit = z.infer<typeof recordVisitSchema>;
