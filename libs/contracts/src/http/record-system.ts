import { z } from 'zod';
import { idSchema, instantSchema } from '../primitives.js';

/** By what a record system is told: a signed webhook, or a FHIR server. */
export const recordTargetSchema = z.enum(['webhook', 'fhir']);
export type RecordTarget = z.infer<typeof recordTargetSchema>;

/** What a record system is told of. */
export const recordEventSchema = z.enum([
  'visit.booked',
  'visit.moved',
  'visit.cancelled',
  'visit.ended',
]);
export type RecordEvent = z.infer<typeof recordEventSchema>;

/** The same, and the event by which an admin tries the address. */
export const recordAttemptEventSchema = z.enum(['test', ...recordEventSchema.options]);
export type RecordAttemptEvent = z.infer<typeof recordAttemptEventSchema>;

/**
 * Why a record system did not take what it was told: nobody answered in time, the address leads where it may not, the
 * system refused it, a secret cannot be opened, the fault is ours, or the visit was forgotten before anybody took it.
 */
export const recordFailureSchema = z.enum([
  'unreachable',
  'not-allowed',
  'refused',
  'sealed',
  'failed',
  'forgotten',
]);
export type RecordFailure = z.infer<typeof recordFailureSchema>;

const address = z.string().trim().min(1).max(500).nullable();

/** `POST /api/organisation/record-system`. The token goes in and never comes out; null keeps the one there is. */
export const changeRecordSystemRequestSchema = z.strictObject({
  webhookAddress: address,
  webhookActive: z.boolean(),
  /** Whether it tells of bookings and moves, too, and not only of what ended or was called off. */
  webhookCalendar: z.boolean(),
  fhirAddress: address,
  fhirActive: z.boolean(),
  fhirToken: z.string().trim().min(1).max(2000).nullable(),
  /** The version that was read. */
  version: z.number().int().min(0),
});
export type ChangeRecordSystemRequest = z.infer<typeof changeRecordSystemRequestSchema>;

/** One attempt to tell the record system. */
export const recordAttemptSchema = z.object({
  id: idSchema,
  at: instantSchema,
  target: recordTargetSchema,
  event: recordAttemptEventSchema,
  status: z.number().int().nullable(),
  failure: recordFailureSchema.nullable(),
});
export type RecordAttempt = z.infer<typeof recordAttemptSchema>;

/** Answer of `GET /api/organisation/record-system`. */
export const recordSystemSettingsSchema = z.object({
  /** The path is shown to admins only. */
  webhookAddress: z.string().nullable(),
  webhookActive: z.boolean(),
  webhookCalendar: z.boolean(),
  hasWebhookSecret: z.boolean(),
  /** Until when what is sent is signed with the secret before this one, too. */
  previousSecretUntil: instantSchema.nullable(),
  fhirAddress: z.string().nullable(),
  fhirActive: z.boolean(),
  hasFhirToken: z.boolean(),
  version: z.number().int().min(0),
  /** Receipts that were not taken yet, and since when the oldest waits. */
  waiting: z.number().int().min(0),
  oldestWaitingSince: instantSchema.nullable(),
  /** The latest first. */
  attempts: z.array(recordAttemptSchema),
});
export type RecordSystemSettings = z.infer<typeof recordSystemSettingsSchema>;

/** Answer of `POST /api/organisation/record-system/webhook-secret`: shown this once. */
export const webhookSecretSchema = z.object({ secret: z.string() });
export type WebhookSecret = z.infer<typeof webhookSecretSchema>;

/** Answer of `POST /api/organisation/record-system/test`. */
export const recordTestSchema = recordAttemptSchema.pick({ status: true, failure: true });
export type RecordTest = z.infer<typeof recordTestSchema>;
