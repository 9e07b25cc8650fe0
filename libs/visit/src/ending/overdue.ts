import type { Clock } from '@tapaamo/common';
import { VISIT_CLOSES_MINUTES_AFTER } from '@tapaamo/contracts';

/** Visits with a booked end up to this instant, which nobody ended, are the clock's to end. */
export function overdueBefore(clock: Clock): Date {
  return new Date(clock.nowMs() - VISIT_CLOSES_MINUTES_AFTER * 60_000);
}
