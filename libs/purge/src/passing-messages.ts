import { addPeriod } from '@tapaamo/common';
import type { CaughtMessages } from '@tapaamo/notification';
import { MESSAGES_KEPT } from '@tapaamo/retention';
import type { EntityManager } from 'typeorm';

/** Each organisation with the period of its newest policy for messages. */
const POLICIES = `SELECT organisation.id, coalesce((
    SELECT period FROM retention_policy WHERE organisation_id = organisation.id AND category = 'messages'
    ORDER BY version DESC LIMIT 1), $1) AS period FROM organisation`;

/**
 * Of visits that are over and not held, counted as their identifiers are. What still waits to be sent is another's to withdraw.
 */
const ERASE = `WITH gone AS (DELETE FROM outbox_message message USING visit, booking
  WHERE message.organisation_id = ANY ($1) AND message.status <> 'queued'
    AND visit.id = message.visit_id AND visit.ended_at IS NOT NULL AND visit.held_due_at IS NULL AND booking.id = visit.booking_id
    AND CASE coalesce(booking.first_outcome, booking.status) WHEN 'cancelled' THEN visit.ended_at
      ELSE greatest(booking.ends_at, visit.last_met_at) END <= $2
  RETURNING message.id)
  SELECT id FROM gone WHERE $3`;

/**
 * Erases messages, their receivers and receipts once their organisation's policy keeps them no longer. With their visit they
 * go in any case, if that is sooner.
 */
export async function eraseMessages(
  tx: EntityManager,
  now: Date,
  caught: CaughtMessages,
): Promise<void> {
  const found = await tx.query<{ id: string; period: string }[]>(POLICIES, [MESSAGES_KEPT]);
  for (const [period, organisations] of Map.groupBy(found, (one) => one.period)) {
    const ids = organisations.map(({ id }) => id);
    const latest = addPeriod(now, `-${period}`);
    const gone = await tx.query<{ id: string }[]>(ERASE, [ids, latest, caught.areKept]);
    await caught.forget(gone.map(({ id }) => id));
  }
}
