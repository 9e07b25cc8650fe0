import { z } from 'zod';
import { idSchema, instantSchema } from '../primitives.js';

/** How long clients of a service can be known after a visit (ISO 8601), the shortest first. */
export const RETENTION_PERIODS = ['P7D', 'P14D', 'P1M', 'P3M'] as const;
/** One of the periods that an organisation can choose. */
export const retentionPeriodSchema = z.enum(RETENTION_PERIODS);
export type RetentionPeriod = z.infer<typeof retentionPeriodSchema>;

const count = z.number().int().min(0);

/** What a policy would do to visits that wait for their day. Counts only. */
export const retentionPreviewSchema = z.object({
  /** A shorter period waits for another admin, and reaches visits that exist; a longer one never does. */
  direction: z.enum(['shorter', 'longer', 'same']),
  /** Visits that would be forgotten earlier. */
  affected: count,
  /** Of these, those that the period no longer keeps: forgotten in the first night. */
  firstNight: count,
  /** When the first of them would be forgotten; null when none is. */
  earliestAt: instantSchema.nullable(),
});
export type RetentionPreview = z.infer<typeof retentionPreviewSchema>;

/** How long clients of one service are known. */
export const serviceRetentionSchema = z.object({
  serviceId: idSchema,
  nameFi: z.string(),
  nameSv: z.string(),
  nameEn: z.string(),
  /** ISO 8601 duration after the visit; an operator may have set one that is not in the list. */
  period: z.string(),
  /** Every period it had, the newest first. */
  history: z.array(
    z.object({ version: z.number().int().min(1), period: z.string(), since: instantSchema }),
  ),
  /** A shorter period that waits for another admin. */
  waiting: z
    .object({
      changeId: idSchema,
      period: retentionPeriodSchema,
      proposedAt: instantSchema,
      /** Whether who asks proposed it, and so cannot confirm it. */
      isOwn: z.boolean(),
      preview: retentionPreviewSchema,
    })
    .nullable(),
});
export type ServiceRetention = z.infer<typeof serviceRetentionSchema>;

/** Answer of `GET /api/organisation/retention`: open services first, then by Finnish name. */
export const retentionSchema = z.object({ services: z.array(serviceRetentionSchema) });
export type Retention = z.infer<typeof retentionSchema>;

/** `POST /api/organisation/retention/:serviceId`. */
export const changeRetentionRequestSchema = z.strictObject({
  period: retentionPeriodSchema,
  /** Visits that the preview told would be forgotten earlier. More of them by now are refused. */
  affected: count,
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
