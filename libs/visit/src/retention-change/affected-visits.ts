import type { RetentionPreview } from '@tapaamo/contracts';
import {
  dueUnder,
  isShorter,
  longestOf,
  nightOfShortening,
  relationshipReviewAt,
  type RetentionPolicy,
} from '@tapaamo/retention';
import type { EntityManager } from 'typeorm';

/** A visit that a shorter policy forgets earlier, and when. */
export interface AffectedVisit {
  visitId: string;
  dueAt: Date;
  /** When the policy asks whether the client relationship goes on. */
  reviewAt: Date | null;
  isHeld: boolean;
}

/** What of a policy decides. */
type Rule = Pick<RetentionPolicy, 'period' | 'reviewPeriod' | 'ceilingPeriod'>;

interface Living {
  visitId: string;
  present: Date;
  isHeld: boolean;
  scheduledEnd: Date;
  actualEnd: Date | null;
  cancelledAt: Date | null;
  relationshipEndedAt: Date | null;
}

/**
 * What is reckoned with is what an ended visit's due instant was settled by. What is held is hidden, and due all the same when
 * its hold is over: the transaction must see what is due.
 */
const LIVING = `SELECT visit.id AS "visitId", coalesce(held_due_at, purge_due_at) AS present,
    held_due_at IS NOT NULL AS "isHeld", booking.ends_at AS "scheduledEnd",
    last_met_at AS "actualEnd",
    CASE coalesce(booking.first_outcome, booking.status) WHEN 'cancelled' THEN visit.ended_at END AS "cancelledAt",
    relationship_ended_at AS "relationshipEndedAt"
  FROM visit JOIN booking ON booking.id = visit.booking_id
  WHERE booking.service_id = $1 AND coalesce(held_due_at, purge_due_at) > $2 ORDER BY visit.id`;

/** The visits of a service that are not due yet and would be sooner under a rule that is confirmed now. */
export async function affectedVisits(
  tx: EntityManager,
  serviceId: string,
  rule: Rule,
  now: Date,
): Promise<AffectedVisit[]> {
  const from = nightOfShortening(now);
  const living = await tx.query<Living[]>(LIVING, [serviceId, now]);
  return living.flatMap(({ visitId, present, isHeld, ...end }) => {
    const dueAt = dueUnder(rule, end, { present, from });
    const reviewAt = relationshipReviewAt(rule.reviewPeriod, end);
    return dueAt < present ? [{ visitId, dueAt, reviewAt, isHeld }] : [];
  });
}

/** What a rule would do in place of the present one. A longer one does nothing to visits that exist. */
export async function previewOf(
  tx: EntityManager,
  serviceId: string,
  { rule, present }: { rule: Rule; present: Rule },
  now: Date,
): Promise<RetentionPreview> {
  const [longest, presently] = [longestOf(rule), longestOf(present)];
  if (!isShorter(longest, presently)) {
    const direction = isShorter(presently, longest) ? 'longer' : 'same';
    return { direction, affected: 0, firstNight: 0, held: 0, earliestAt: null };
  }
  const affected = await affectedVisits(tx, serviceId, rule, now);
  const instants = affected.filter(({ isHeld }) => !isHeld).map(({ dueAt }) => dueAt.getTime());
  const night = nightOfShortening(now).getTime();
  const earliest = instants.reduce((one, other) => Math.min(one, other), Infinity);
  return {
    direction: 'shorter',
    affected: affected.length,
    firstNight: instants.filter((instant) => instant === night).length,
    held: affected.filter(({ isHeld }) => isHeld).length,
    earliestAt: instants.length === 0 ? null : new Date(earliest).toISOString(),
  };
}
