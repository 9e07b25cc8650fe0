import { z } from 'zod';
import { instantSchema } from '../primitives.js';
import { outcomeReasonSchema, outcomeSchema, visitRelationSchema } from '../words.js';

/** That the outcome of a visit was corrected: what was recorded first, when it was changed last, by what its changer reaches it, and why. */
export const outcomeCorrectionSchema = z.object({
  firstOutcome: outcomeSchema,
  correctedAt: instantSchema,
  by: visitRelationSchema,
  reason: outcomeReasonSchema,
});
export type OutcomeCorrection = z.infer<typeof outcomeCorrectionSchema>;
