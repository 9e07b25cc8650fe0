import { addDays, localDateOf } from '@tapaamo/common';
import { STAND_IN_DAYS_MAX } from '@tapaamo/contracts';
import {
  StandInEndsBeforeStartError,
  StandInInPastError,
  StandInTooLongError,
} from './team.errors.js';

/**
 * Makes sure that somebody can stand in on these local days (`YYYY-MM-DD`, both included).
 *
 * @throws StandInInPastError, StandInEndsBeforeStartError, StandInTooLongError
 */
export function requireStandInDays(
  { firstDay, lastDay }: { firstDay: string; lastDay: string },
  now: Date,
): void {
  if (firstDay < localDateOf(now)) {
    throw new StandInInPastError();
  }
  if (lastDay < firstDay) {
    throw new StandInEndsBeforeStartError();
  }
  if (lastDay > addDays(firstDay, STAND_IN_DAYS_MAX - 1)) {
    throw new StandInTooLongError();
  }
}
