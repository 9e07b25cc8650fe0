import { z } from 'zod';
import { instantSchema, localDateSchema } from '../primitives.js';

/** Answer of `GET /api/forgetting` (admin): what is due, done and late in the organisation. Counts only. */
export const forgettingSchema = z.object({
  /** Visits whose purge is due within the next 24 hours. */
  dueNext24Hours: z.number().int().min(0),
  /** Visits whose purge is due within the next 31 days. */
  dueNext31Days: z.number().int().min(0),
  /** Visits waiting for their day, whenever it is. */
  dueInAll: z.number().int().min(0),
  doneLast24Hours: z.number().int().min(0),
  doneInAll: z.number().int().min(0),
  /** Visits past their instant and not erased yet. They are hidden all the same. */
  late: z.number().int().min(0),
  /** Age of the oldest late one in seconds; null when none is late. */
  oldestLateSeconds: z.number().min(0).nullable(),
  /** Visits of the organisation that the last sweep could not forget, and steps of that sweep that failed. */
  failed: z.number().int().min(0),
  lastSweepAt: instantSchema.nullable(),
  /** Day by day, the last 14 and the next 31 local days. */
  days: z.array(
    z.object({
      day: localDateSchema,
      due: z.number().int().min(0),
      done: z.number().int().min(0),
    }),
  ),
});
export type Forgetting = z.infer<typeof forgettingSchema>;
