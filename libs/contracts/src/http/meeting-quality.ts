import { z } from 'zod';
import { localisedTextSchema } from '../language.js';
import { idSchema } from '../primitives.js';
import { COUNT_FLOOR } from './statistics.js';

/** How a meeting went technically, as somebody says who was in it. */
export const meetingQualitySchema = z.enum(['good', 'fair', 'poor']);
export type MeetingQuality = z.infer<typeof meetingQualitySchema>;

/** `POST /api/door/quality`: the one question after a visit. The answer is counted, and kept of nobody. */
export const tellQualityRequestSchema = z.strictObject({ quality: meetingQualitySchema });
export type TellQualityRequest = z.infer<typeof tellQualityRequestSchema>;

/** Answer of `GET /api/statistics/meeting-quality`: what was answered in months that are over, the latest first. */
export const meetingQualityCountsSchema = z.object({
  counts: z.array(
    z.object({
      /** Local month of the visits' booked start. */
      month: z.string().regex(/^\d{4}-\d{2}$/),
      serviceId: idSchema,
      serviceName: localisedTextSchema,
      quality: meetingQualitySchema,
      /** Null for fewer than `COUNT_FLOOR`. */
      answers: z.number().int().min(COUNT_FLOOR).nullable(),
    }),
  ),
});
export type MeetingQualityCounts = z.infer<typeof meetingQualityCountsSchema>;
