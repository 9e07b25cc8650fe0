import { z } from 'zod';

/** Settings of forgetting. */
export const purgeSettings = {
  PURGE_MODE: z
    .enum(['on', 'dry-run'])
    .default('on')
    .describe(
      '"dry-run" reports what would be forgotten and erases nothing; refused in production.',
    ),
  PURGE_BATCH: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(500)
    .describe('Visits that are forgotten together, of one organisation at a time.'),
  PURGE_MAX_PER_SWEEP: z.coerce
    .number()
    .int()
    .min(1)
    .default(250_000)
    .describe(
      'Visits that one sweep forgets at most. What it leaves is the next one’s, and is told on the page of forgetting and in the metrics.',
    ),
} as const;
