import { addPeriod } from '@tapaamo/common';

/** The part of a visit's retention policy that decides an instant. `period` is an ISO 8601 duration, `P1M` by default. */
export interface RetentionRule {
  period: string;
}

/**
 * Instant at which a visit's identifiers are due to be forgotten.
 * Anchor: the scheduled end, or the actual end if that is later; never "someone pressed close" (forgetting.md 5.2).
 *
 * @param visit - `scheduledEnd` of the booking and `endedAt`, if the visit has ended (both UTC).
 * @returns The same wall-clock time in Europe/Helsinki one period later; see `addPeriod` for short months and
 *   repeated hours. Regulation 1182/71 article 3 ends the period with that local day, so this is never late.
 */
export function purgeDueAt(
  rule: RetentionRule,
  visit: { scheduledEnd: Date; endedAt: Date | null },
): Date {
  const end =
    visit.endedAt !== null && visit.endedAt > visit.scheduledEnd
      ? visit.endedAt
      : visit.scheduledEnd;
  return addPeriod(end, rule.period);
}
