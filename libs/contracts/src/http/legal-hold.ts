import { z } from 'zod';
import { idSchema, instantSchema, localDateSchema } from '../primitives.js';
import { holdKindSchema, holdReasonSchema, missedReviewSchema } from '../words.js';

/** A hold is looked at again after so many days at the latest. */
export const HOLD_REVIEW_DAYS = 90;

/** So many times a hold can be given another day of review. */
export const HOLD_EXTENSIONS = 3;

/** So many days a missed review is told on before a hold may end by itself. */
export const HOLD_ALARM_DAYS = 14;

/** One hold, as the board shows it: its age and its days, and nothing of the visit but its random id. */
export const holdSchema = z.object({
  id: idSchema,
  visitId: idSchema,
  kind: holdKindSchema,
  reason: holdReasonSchema,
  /** `requested` waits for another person and holds nothing yet; `releasing` ends with the next run. */
  state: z.enum(['requested', 'held', 'releasing']),
  requestedAt: instantSchema,
  confirmedAt: instantSchema.nullable(),
  /** Whole days since it was requested. */
  ageDays: z.number().int().min(0),
  reviewBy: localDateSchema,
  isReviewMissed: z.boolean(),
  /** How many times more it can be extended. */
  extensionsLeft: z.number().int().min(0),
  /** Whether who asks requested it, and so cannot confirm it. */
  isOwn: z.boolean(),
  onMissed: missedReviewSchema,
});
export type Hold = z.infer<typeof holdSchema>;

/** Answer of `GET /api/holds`: the longest awaited review first. Counts, ages and days; nobody's name. */
export const holdBoardSchema = z.object({
  /** What holds that are requested from now on do when their review is missed. */
  onMissed: missedReviewSchema,
  holds: z.array(holdSchema),
});
export type HoldBoard = z.infer<typeof holdBoardSchema>;

/** `POST /api/visits/:visitId/holds`. */
export const requestHoldRequestSchema = z.strictObject({
  reason: holdReasonSchema.exclude(['found-after-restore']),
  /** From tomorrow to 90 days ahead. */
  reviewBy: localDateSchema,
});
export type RequestHoldRequest = z.infer<typeof requestHoldRequestSchema>;

/** `POST /api/holds/:holdId/extend`. */
export const extendHoldRequestSchema = z.strictObject({ reviewBy: localDateSchema });
export type ExtendHoldRequest = z.infer<typeof extendHoldRequestSchema>;

/** `POST /api/holds/:holdId/release`. */
export const releaseHoldRequestSchema = z.strictObject({
  /** That the person who asked for a restriction was told before it is lifted (GDPR, article 18(3)). */
  personTold: z.boolean(),
});
export type ReleaseHoldRequest = z.infer<typeof releaseHoldRequestSchema>;

/** `PUT /api/holds/rule`. */
export const holdRuleRequestSchema = z.strictObject({ onMissed: missedReviewSchema });
export type HoldRuleRequest = z.infer<typeof holdRuleRequestSchema>;
