import type { RecordScope } from '@tapaamo/contracts';

/** What a key allows, in words: keys of texts. */
export const SCOPE_TEXT = {
  'calendar:read': 'recordKeys.mayReadCalendar',
  'bookings:read': 'recordKeys.mayReadBookings',
  'bookings:write': 'recordKeys.mayBook',
} as const satisfies Record<RecordScope, string>;
