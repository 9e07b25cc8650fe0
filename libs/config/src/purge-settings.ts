import { z } from 'zod';
import { words } from './words.js';

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
  ALERT_ADDRESSES: words
    .refine((all) => all.every((address) => z.email().safeParse(address).success), {
      error: 'only e-mail addresses',
    })
    .default([])
    .describe(
      'E-mail addresses of those who are told when something is the matter with forgetting; in production two at least. Empty: nobody is told by mail.',
    ),
} as const;
