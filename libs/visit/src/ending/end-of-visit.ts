import type { BookingRow } from '@tapaamo/booking';
import type { EndOfVisit } from '@tapaamo/retention';
import type { VisitRow } from '../visit.entity.js';

/** What is known of the end of a visit, as its due instant is settled by it. A corrected outcome changes nothing of it. */
export function endOfVisit(
  { endedAt, lastMetAt, relationshipEndedAt }: VisitRow,
  { endsAt, status, firstOutcome }: BookingRow,
): EndOfVisit {
  return {
    scheduledEnd: endsAt,
    actualEnd: lastMetAt,
    cancelledAt: (firstOutcome ?? status) === 'cancelled' ? endedAt : null,
    relationshipEndedAt,
  };
}
