import { addPeriod } from '@tapaamo/common';
import { VISIT_CLOSES_MINUTES_AFTER } from '@tapaamo/contracts';

/** How long after its scheduled end a visit that ran over still counts, in milliseconds (forgetting.md 5.2). */
const OVERRUN_AT_MOST_MS = VISIT_CLOSES_MINUTES_AFTER * 60_000;

/** The part of a visit's retention policy that decides an instant. `period` is an ISO 8601 duration, `P1M` by default. */
export interface RetentionRule {
  period: string;
}

/** What is known of the end of a visit (UTC). */
export interface EndOfVisit {
  scheduledEnd: Date;
  /** When those who met were last together; null before that, and when nobody met. */
  actualEnd: Date | null;
  /** When it was called off. */
  cancelledAt?: Date | null;
}

/**
 * Instant at which a visit's identifiers are due to be forgotten.
 * Anchor: the scheduled end, or the actual end if that is later, 12 hours at most; of a cancelled visit the cancellation if that is earlier;
 * never "someone pressed close" (forgetting.md 5.2).
 *
 * @returns The same wall-clock time in Europe/Helsinki one period later; see `addPeriod` for short months and
 *   repeated hours. Regulation 1182/71 article 3 ends the period with that local day, so this is never late.
 */
export function purgeDueAt(rule: RetentionRule, end: EndOfVisit): Date {
  return addPeriod(anchorOf(end), rule.period);
}

function anchorOf({ scheduledEnd, actualEnd, cancelledAt = null }: EndOfVisit): Date {
  if (cancelledAt !== null) {
    return cancelledAt < scheduledEnd ? cancelledAt : scheduledEnd;
  }
  const overrun = (actualEnd ?? scheduledEnd).getTime() - scheduledEnd.getTime();
  return new Date(scheduledEnd.getTime() + Math.min(Math.max(overrun, 0), OVERRUN_AT_MOST_MS));
}
