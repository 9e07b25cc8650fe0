import { addDays, instantOfLocal, localDateOf } from '@tapaamo/common';

const DAYS_BEFORE = 7;
const AT = '09:00';

/**
 * When a later visit of a series is told of: a week before, in the morning; one message at a time, when it helps.
 *
 * @param startsAt - Booked start.
 */
export function invitedAt(startsAt: Date): Date | null {
  return instantOfLocal(addDays(localDateOf(startsAt), -DAYS_BEFORE), AT);
}
