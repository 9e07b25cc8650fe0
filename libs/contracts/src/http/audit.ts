import { z } from 'zod';
import {
  auditActorKindSchema,
  auditBreakSchema,
  auditEventNameSchema,
  auditTargetKindSchema,
} from '../audit-events.js';
import { idSchema, instantSchema, localDateSchema } from '../primitives.js';

/** Place of an entry in the chain. */
const sequenceSchema = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

const filters = {
  /** Local days, both included. */
  from: localDateSchema.optional(),
  to: localDateSchema.optional(),
  /** Account of a member of staff: who did it, to whom it was done, or whom the details name. */
  person: idSchema.optional(),
  event: auditEventNameSchema.optional(),
  visit: idSchema.optional(),
};

/** `GET /api/audit`: newest first; `before` is `next` of the page that was read last. */
export const auditQuerySchema = z.strictObject({ ...filters, before: sequenceSchema.optional() });
export type AuditQuery = z.infer<typeof auditQuerySchema>;

/** `GET /api/audit/export`. */
export const auditExportQuerySchema = z.strictObject({
  ...filters,
  format: z.enum(['csv', 'jsonl']),
});
export type AuditExportQuery = z.infer<typeof auditExportQuerySchema>;

/** One entry. Names are those of staff and keys as they are now; null when the account is gone. */
export const auditEntrySchema = z.object({
  sequence: z.number().int(),
  id: idSchema,
  at: instantSchema,
  actor: z.object({
    kind: auditActorKindSchema,
    id: idSchema.nullable(),
    name: z.string().nullable(),
  }),
  event: auditEventNameSchema,
  target: z
    .object({ kind: auditTargetKindSchema, id: idSchema, name: z.string().nullable() })
    .nullable(),
  visits: z.array(idSchema),
  network: z.string().nullable(),
  correlationId: idSchema.nullable(),
  /** As `AUDIT_EVENTS` tells for the event. */
  details: z.record(z.string(), z.unknown()),
  /** The staff whom the details name, by their ids there. */
  people: z.array(z.object({ id: idSchema, name: z.string().nullable() })),
});
export type AuditEntryView = z.infer<typeof auditEntrySchema>;

/** Answer of `GET /api/audit`. */
export const auditPageSchema = z.object({
  entries: z.array(auditEntrySchema),
  /** For `before` of the next page; null at the end. */
  next: z.number().int().nullable(),
});
export type AuditPage = z.infer<typeof auditPageSchema>;

/** Answer of `GET /api/audit/state`: whether the log fits together, and whom it can be filtered by. */
export const auditStateSchema = z.object({
  entries: z.number().int().min(0),
  checkedAt: instantSchema.nullable(),
  fullyCheckedAt: instantSchema.nullable(),
  break: z
    .object({
      kind: auditBreakSchema,
      sequence: z.number().int(),
      entryId: idSchema.nullable(),
      foundAt: instantSchema,
    })
    .nullable(),
  staff: z.array(z.object({ id: idSchema, name: z.string() })),
});
export type AuditState = z.infer<typeof auditStateSchema>;
