import type { OutcomeCorrection } from '@tapaamo/contracts';
import type { BookingRow } from './booking.entity.js';

/** That a booking's outcome was corrected; null where it is what was recorded. */
export function correctionOf({
  firstOutcome,
  correctedAt,
  correctedBy,
  outcomeReason,
}: Pick<
  BookingRow,
  'firstOutcome' | 'correctedAt' | 'correctedBy' | 'outcomeReason'
>): OutcomeCorrection | null {
  if (
    firstOutcome === null ||
    correctedAt === null ||
    correctedBy === null ||
    outcomeReason === null
  ) {
    return null;
  }
  return {
    firstOutcome,
    correctedAt: correctedAt.toISOString(),
    by: correctedBy,
    reason: outcomeReason,
  };
}
