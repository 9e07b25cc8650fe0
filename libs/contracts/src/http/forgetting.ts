import { z } from 'zod';
import { instantSchema, localDateSchema } from '../primitives.js';

/** What somebody who relies on destroyed day keys is to know of their store. */
export const keyStoreCaveatSchema = z.enum([
  /** A disk, its journal or its spare cells may keep bytes that were written over. */
  'disk-may-keep',
  /** The engine's snapshots and its log keep destroyed keys, sealed, until they expire. */
  'engine-keeps-snapshots',
  /** That the service deletes at once is its own word: nobody can look from outside. */
  'service-is-trusted',
]);
export type KeyStoreCaveat = z.infer<typeof keyStoreCaveatSchema>;

/** Where day keys live, and what destroying one is worth there. */
export const keyStoreSchema = z.object({
  provider: z.enum(['file', 'transit', 'kms']),
  /** A: nothing that opens is left anywhere. B: what is left is sealed by another key. C: a disk may keep bytes. */
  grade: z.enum(['A', 'B', 'C']),
  /** From destroying to destroyed, as an ISO 8601 duration. */
  destroyLatency: z.string(),
  caveats: z.array(keyStoreCaveatSchema),
});
export type AboutKeyStore = z.infer<typeof keyStoreSchema>;

/** For how long a destroyed day key, and with it the visits of its day, could still be brought back by anybody. */
export const unrevivableSchema = z.object({
  /** Days that sealed escrow files of the day keys are kept; null where there are none. */
  escrowDays: z.number().int().min(1).max(30).nullable(),
  /** Days from destroying until nobody brings the key back; null where the key store cannot know. */
  afterDays: z.number().int().min(0).nullable(),
});
export type Unrevivable = z.infer<typeof unrevivableSchema>;

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
  /** Visits that the last sweep left to the next one, because one forgets at most so many. */
  remaining: z.number().int().min(0),
  lastSweepAt: instantSchema.nullable(),
  keyStore: keyStoreSchema,
  unrevivable: unrevivableSchema,
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
