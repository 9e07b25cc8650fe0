import { addPeriod } from '@tapaamo/common';
import { VISIT_CLOSES_MINUTES_AFTER } from '@tapaamo/contracts';

/** How long after its scheduled end a visit that ran over still counts, in milliseconds (forgetting.md 5.2). */
const OVERRUN_AT_MOST_MS = VISIT_CLOSES_MINUTES_AFTER * 60_000;

/** The part of a visit's retention policy that decides an instant. Periods are ISO 8601 durations, e.g. `P1M`. */
export interface RetentionRule {
  period: string;
  /**
   * Of a policy that counts from the end of the client relationship: how long after the visit the client is known at most,
   * whatever is said of the relationship, or never said. Null where the visit's own end counts.
   */
  ceilingPeriod?: string | null;
}

/** What is known of the end of a visit (UTC). */
export interface EndOfVisit {
  scheduledEnd: Date;
  /** When those who met were last together; null before that, and when nobody met. */
  actualEnd: Date | null;
  /** When it was called off. */
  cancelledAt?: Date | null;
  /** When somebody said that the client relationship is over; null while nobody has. Only some policies ask. */
  relationshipEndedAt?: Date | null;
}

/**
 * Instant at which a visit's identifiers are due to be forgotten.
 * Anchor: the scheduled end, or the actual end if that is later, 12 hours at most; of a cancelled visit the cancellation if that is earlier;
 * never "someone pressed close" (forgetting.md 5.2). Under a policy of the client relationship a visit that took place, or
 * ought to have, counts from the relationship's end instead, and until that is known from its ceiling.
 *
 * @returns The same wall-clock time in Europe/Helsinki one period later; see `addPeriod` for short months and
 *   repeated hours. Regulation 1182/71 article 3 ends the period with that local day, so this is never late.
 */
export function purgeDueAt(rule: RetentionRule, end: EndOfVisit): Date {
  const anchor = anchorOf(end);
  const { period, ceilingPeriod = null } = rule;
  if (ceilingPeriod === null || isCancelled(end)) {
    return addPeriod(anchor, period);
  }
  const ceiling = addPeriod(anchor, ceilingPeriod);
  const { relationshipEndedAt = null } = end;
  if (relationshipEndedAt === null) {
    return ceiling;
  }
  const due = addPeriod(relationshipEndedAt > anchor ? relationshipEndedAt : anchor, period);
  return due < ceiling ? due : ceiling;
}

/**
 * When it is asked whether the client relationship of a visit goes on.
 *
 * @param reviewPeriod - Of the visit's policy (ISO 8601); null for one that does not ask.
 * @returns Null where it is never asked: the relationship is over, or the visit was called off.
 */
export function relationshipReviewAt(reviewPeriod: string | null, end: EndOfVisit): Date | null {
  const isOver = isCancelled(end) || (end.relationshipEndedAt ?? null) !== null;
  return reviewPeriod === null || isOver ? null : addPeriod(anchorOf(end), reviewPeriod);
}

function isCancelled({ cancelledAt = null }: EndOfVisit): boolean {
  return cancelledAt !== null;
}

function anchorOf({ scheduledEnd, actualEnd, cancelledAt = null }: EndOfVisit): Date {
  if (cancelledAt !== null) {
    return cancelledAt < scheduledEnd ? cancelledAt : scheduledEnd;
  }
  const overrun = (actualEnd ?? scheduledEnd).getTime() - scheduledEnd.getTime();
  return new Date(scheduledEnd.getTime() + Math.min(Math.max(overrun, 0), OVERRUN_AT_MOST_MS));
}
