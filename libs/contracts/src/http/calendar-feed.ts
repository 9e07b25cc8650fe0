import { z } from 'zod';
import { instantSchema } from '../primitives.js';

/** Answer of `GET /api/calendar-feed`: since when one's own feed has an address; null while it has none. */
export const calendarFeedStateSchema = z.object({ since: instantSchema.nullable() });
export type CalendarFeedState = z.infer<typeof calendarFeedStateSchema>;

/**
 * Answer of `POST /api/calendar-feed/renew`: the address for calendar programs. It is shown this once; the one before it
 * leads nowhere any more.
 */
export const calendarFeedAddressSchema = z.object({ address: z.url() });
export type CalendarFeedAddress = z.infer<typeof calendarFeedAddressSchema>;
