import { z } from 'zod';
import { idSchema, instantSchema } from '../primitives.js';
import { unrevivableSchema } from './forgetting.js';

/** How long clients of a service can be known after a visit (ISO 8601), the shortest first. */
export const RETENTION_PERIODS = ['P7D', 'P14D', 'P1M', 'P3M'] as const;
/** One of the periods that an organisation can choose. */
export const retentionPeriodSchema = z.enum(RETENTION_PERIODS);
export type RetentionPeriod = z.infer<typeof retentionPeriodSchema>;

/** What the period counts from: the end of the visit, or of the client relationship. */
export const retentionAnchorSchema = z.enum(['visit-end', 'relationship-end']);
export type RetentionAnchor = z.infer<typeof retentionAnchorSchema>;

/** What organisations have a policy for. */
export const retentionCategorySchema = z.enum(['identifiers', 'messages', 'audit']);
export type RetentionCategory = z.infer<typeof retentionCategorySchema>;

/** How long after the end of a client relationship its visits are known (ISO 8601). */
export const RELATIONSHIP_PERIOD: RetentionPeriod = 'P14D';
/** How long after a visit it is asked whether its client relationship goes on, and after each answer again (ISO 8601). */
export const RELATIONSHIP_REVIEW = 'P6M';
/** How long after a visit its client is known at most, whatever is said of the relationship, or never said (ISO 8601). */
export const RELATIONSHIP_CEILING = 'P12M';

/** How long clients of a service are known: what it counts from, and for how long. */
const keeping = { anchor: retentionAnchorSchema, period: retentionPeriodSchema };
/** What an organisation chooses for a service. */
export const retentionRuleSchema = z.object(keeping);
export type RetentionChoice = z.infer<typeof retentionRuleSchema>;

const count = z.number().int().min(0);

/** What a policy would do to visits that wait for their day. Counts only. */
export const retentionPreviewSchema = z.object({
  /** A shorter period waits for another admin, and reaches visits that exist; a longer one never does. */
  direction: z.enum(['shorter', 'longer', 'same']),
  /** Visits that would be forgotten earlier. */
  affected: count,
  /** Of these, those that the period no longer keeps and nothing holds: forgotten in the first night. */
  firstNight: count,
  /** Of these, those that are held: they are forgotten when their hold ends, and not before. */
  held: count,
  /** When the first of them that is not held would be forgotten; null when there is none. */
  earliestAt: instantSchema.nullable(),
});
export type RetentionPreview = z.infer<typeof retentionPreviewSchema>;

/** How long clients of one service are known. */
export const serviceRetentionSchema = z.object({
  serviceId: idSchema,
  nameFi: z.string(),
  nameSv: z.string(),
  nameEn: z.string(),
  anchor: retentionAnchorSchema,
  /** ISO 8601 duration after the anchor; an operator may have set one that is not in the list. */
  period: z.string(),
  /** Every policy it had, the newest first. */
  history: z.array(
    z.object({
      version: z.number().int().min(1),
      anchor: retentionAnchorSchema,
      period: z.string(),
      since: instantSchema,
    }),
  ),
  /** A shorter period that waits for another admin. */
  waiting: z
    .object({
      changeId: idSchema,
      ...keeping,
      proposedAt: instantSchema,
      /** Whether who asks proposed it, and so cannot confirm it. */
      isOwn: z.boolean(),
      preview: retentionPreviewSchema,
    })
    .nullable(),
});
export type ServiceRetention = z.infer<typeof serviceRetentionSchema>;

/** Answer of `GET /api/organisation/retention`. */
export const retentionSchema = z.object({
  /** Open services first, then by Finnish name. */
  services: z.array(serviceRetentionSchema),
  /** What else is kept, what that counts from and for how long: messages from the visit, the audit log from each entry. */
  others: z.array(
    z.object({ category: retentionCategorySchema.exclude(['identifiers']), period: z.string() }),
  ),
  /** When the organisation's contract ends everything goes at once; until then copies of its keys may open. */
  unrevivable: unrevivableSchema,
});
export type Retention = z.infer<typeof retentionSchema>;

/** `POST /api/organisation/retention/:serviceId`. */
export const changeRetentionRequestSchema = z
  .strictObject({
    ...keeping,
    /** Visits that the preview told would be forgotten earlier. More of them by now are refused. */
    affected: count,
  })
  // After a client relationship there is one period to choose (README of retention).
  .refine(({ anchor, period }) => anchor === 'visit-end' || period === RELATIONSHIP_PERIOD, {
    path: ['period'],
  });
export type ChangeRetentionRequest = z.infer<typeof changeRetentionRequestSchema>;

/** `POST /api/organisation/retention/:serviceId/confirm`. */
export const confirmRetentionRequestSchema = z.strictObject({
  changeId: idSchema,
  affected: count,
});
export type ConfirmRetentionRequest = z.infer<typeof confirmRetentionRequestSchema>;

/** `POST /api/organisation/retention/:serviceId/withdraw`. */
export const withdrawRetentionRequestSchema = z.strictObject({ changeId: idSchema });
export type WithdrawRetentionRequest = z.infer<typeof withdrawRetentionRequestSchema>;
