import { z } from 'zod';
import { localisedTextSchema } from '../language.js';
import { localDateSchema } from '../primitives.js';

/** `GET /api/holidays?year`. */
export const holidaysQuerySchema = z.strictObject({
  year: z.coerce.number().int().min(2000).max(2100),
});
export type HolidaysQuery = z.infer<typeof holidaysQuerySchema>;

/** A public holiday of Finland, or an eve on which offices are closed (`eve`). The name begins as within a sentence. */
export const holidaySchema = z.object({
  date: localDateSchema,
  name: localisedTextSchema,
  eve: z.boolean(),
});
export type Holiday = z.infer<typeof holidaySchema>;

/** Answer of `GET /api/holidays`, by date. */
export const holidayListSchema = z.object({ holidays: z.array(holidaySchema) });
export type HolidayList = z.infer<typeof holidayListSchema>;
