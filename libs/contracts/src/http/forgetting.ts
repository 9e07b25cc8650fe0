import { z } from 'zod';
import { alarmCodeSchema, pauseReasonSchema } from '../alarms.js';
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

/** What became of a past local day, of which only counts are left. */
export const dayEndSchema = z.object({
  day: localDateSchema,
  /** Visits of that due day that were erased. */
  erased: z.number().int().min(0),
  /** By when the last of them was, to the full hour; null when there was none. */
  erasedBy: instantSchema.nullable(),
  /** When the day's key was destroyed; null while it lives. */
  shreddedAt: instantSchema.nullable(),
  /** When what sealed that key was changed. */
  rekeyedAt: instantSchema.nullable(),
  /** From when on nobody brings the day back; null while that is open, or where the key store cannot know. */
  unrevivableAt: instantSchema.nullable(),
});
export type DayEnd = z.infer<typeof dayEndSchema>;

/** Answer of `GET /api/forgetting` (admin): what is due, done and late in the organisation. Counts only. */
export const forgettingSchema = z.object({
  /** Visits whose purge is due within the next 24 hours. */
  dueNext24Hours: z.number().int().min(0),
  /** Visits whose purge is due within the next 31 days. */
  dueNext31Days: z.number().int().min(0),
  /** Visits waiting for their day, whenever it is. */
  dueInAll: z.number().int().min(0),
  /** Visits that a legal hold or a restriction keeps, whenever they are due. They are in no other count. */
  held: z.number().int().min(0),
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
  /** What is the matter with forgetting, in the whole installation. */
  alarms: z.array(z.object({ code: alarmCodeSchema, since: instantSchema })),
  /** Since when nothing is erased, and why; null while erasing goes on. */
  paused: z.object({ since: instantSchema, reason: pauseReasonSchema }).nullable(),
  /** Past days with something erased or destroyed, of the last 45, the latest first. */
  dayEnds: z.array(dayEndSchema),
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
