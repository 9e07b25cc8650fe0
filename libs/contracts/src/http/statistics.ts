import { z } from 'zod';
import { localisedTextSchema } from '../language.js';
import { idSchema } from '../primitives.js';
import { unidentifiedReasonSchema } from '../words.js';

/** Fewer than this are told and kept as "fewer than five" only: of few somebody may know who they were. */
export const COUNT_FLOOR = 5;

/** For how many months back counts are shown, the present one included. */
export const MONTHS_SHOWN = 24;

/**
 * Answer of `GET /api/statistics/doubtful-admissions`: how often somebody was let in who was not identified as the booked
 * person, the latest month first. What never happened is left out. There are no sums: they would tell what is withheld.
 */
export const doubtfulAdmissionsSchema = z.object({
  counts: z.array(
    z.object({
      /** Local month of the visits' booked start. */
      month: z.string().regex(/^\d{4}-\d{2}$/),
      serviceId: idSchema,
      serviceName: localisedTextSchema,
      /** Why they were let in, as the professional said. */
      reason: unidentifiedReasonSchema,
      /** Null for fewer than `COUNT_FLOOR`. */
      admissions: z.number().int().min(COUNT_FLOOR).nullable(),
    }),
  ),
});
export type DoubtfulAdmissionCounts = z.infer<typeof doubtfulAdmissionsSchema>;
