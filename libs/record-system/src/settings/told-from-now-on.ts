import type { EntityManager } from 'typeorm';

/** What ended while nobody was to be told, and is not forgotten yet, is told from now on. */
export async function tellOfEnded(
  tx: EntityManager,
  organisationId: string,
  now: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO record_notice (booking_id, organisation_id, target, event, version, attempts)
     SELECT booking.id, booking.organisation_id, targets.target,
       CASE booking.status WHEN 'cancelled' THEN 'visit.cancelled' ELSE 'visit.ended' END, 1, 0
     FROM booking JOIN visit ON visit.booking_id = booking.id
       JOIN record_system system ON system.organisation_id = booking.organisation_id
       CROSS JOIN LATERAL (VALUES ('webhook', system.webhook_active), ('fhir', system.fhir_active))
         AS targets (target, wanted)
     WHERE booking.organisation_id = $1 AND visit.ended_at IS NOT NULL AND visit.purge_due_at > $2
       AND targets.wanted
     ON CONFLICT (booking_id, target) DO UPDATE SET event = excluded.event, attempts = 0,
       version = record_notice.version + 1, next_attempt_at = NULL, accepted_at = NULL, happened_at = now()
       WHERE record_notice.event NOT IN ('visit.cancelled', 'visit.ended')`,
    [organisationId, now],
  );
}

/** A calendar that begins to follow is told of every visit that is ahead, also of one that it was told of before. */
export async function tellOfBooked(
  tx: EntityManager,
  organisationId: string,
  now: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO record_notice (booking_id, organisation_id, target, event, version, attempts)
     SELECT booking.id, booking.organisation_id, 'webhook', 'visit.booked', 1, 0
     FROM booking JOIN visit ON visit.booking_id = booking.id
     WHERE booking.organisation_id = $1 AND visit.ended_at IS NULL AND visit.purge_due_at > $2
     ON CONFLICT (booking_id, target) DO UPDATE SET event = excluded.event, attempts = 0,
       version = record_notice.version + 1, next_attempt_at = NULL, accepted_at = NULL, happened_at = now()`,
    [organisationId, now],
  );
}
