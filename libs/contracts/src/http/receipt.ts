import { z } from 'zod';
import { localisedTextSchema } from '../language.js';
import { idSchema, instantSchema, localDateSchema } from '../primitives.js';
import { outcomeCorrectionSchema } from './outcome-correction.js';
import { recordTargetSchema } from './record-system.js';
import {
  assuranceSchema,
  cancelReasonSchema,
  identificationLevelSchema,
  identificationMethodSchema,
  participantRoleSchema,
  verdictBasisSchema,
  verdictResultSchema,
  outcomeSchema,
} from '../words.js';

/** What is told of a visit that has ended: times, roles, verdict, outcome. No name, no contact, no note. */
export const receiptSchema = z.object({
  visitId: idSchema,
  /** What the record system calls it; null where nobody said. */
  recordReference: z.string().nullable(),
  serviceId: idSchema,
  serviceName: localisedTextSchema,
  /** Whose visit it was; who held it stands among the participants. */
  professionalId: idSchema,
  outcome: outcomeSchema,
  /** Why it was called off, also where it turned out to have been held after all. */
  cancelReason: cancelReasonSchema.nullable(),
  /** What was recorded first, where the outcome was corrected. */
  correction: outcomeCorrectionSchema.nullable(),
  bookedFrom: instantSchema,
  bookedUntil: instantSchema,
  /** When the client first came to the waiting room, and was let in. */
  arrivedAt: instantSchema.nullable(),
  letInAt: instantSchema.nullable(),
  /** When client and professional were first and last together. */
  metFrom: instantSchema.nullable(),
  metUntil: instantSchema.nullable(),
  endedAt: instantSchema,
  /** Those who took part, in the order in which they came; a member of the staff by the id of their account. */
  participants: z.array(
    z.object({ role: participantRoleSchema, professionalId: idSchema.nullable() }),
  ),
  identificationLevel: identificationLevelSchema,
  /** Null when the client was not identified. */
  identification: z
    .object({
      result: verdictResultSchema,
      basis: verdictBasisSchema,
      assurance: assuranceSchema,
      method: identificationMethodSchema,
    })
    .nullable(),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** Answer of `GET /api/visits/:visitId/receipt`. */
export const visitReceiptSchema = z.object({
  receipt: receiptSchema,
  /** For a professional to copy into the client's record, with the client's name where it can be opened. */
  text: z.string(),
  /** Last day on which it can be read and delivered. */
  until: localDateSchema,
  /** Where the record system is told of it; `acceptedAt` is null while it waits. */
  deliveries: z.array(
    z.object({ target: recordTargetSchema, acceptedAt: instantSchema.nullable() }),
  ),
});
export type VisitReceipt = z.infer<typeof visitReceiptSchema>;
