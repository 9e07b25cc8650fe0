import { z } from 'zod';
import { erasureReasonSchema } from '../words.js';

/** `POST /api/visits/:visitId/erasure`: the visit is forgotten at once. */
export const eraseVisitRequestSchema = z.strictObject({ reason: erasureReasonSchema });
export type EraseVisitRequest = z.infer<typeof eraseVisitRequestSchema>;
