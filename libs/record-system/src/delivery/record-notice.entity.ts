import type { RecordEvent, RecordTarget } from '@tapaamo/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** SQL: whether the organisation wants its notices by this target now. `notice` and `system` are the rows. */
export const IS_WANTED = `CASE notice.target WHEN 'fhir' THEN system.fhir_active
  ELSE system.webhook_active
    AND (system.webhook_calendar OR notice.event IN ('visit.cancelled', 'visit.ended')) END`;

/**
 * That a record system is to be told of a booking, or was. A trigger of the database writes it with what it tells; what
 * is told is read out of the visit as it is sent. It goes with the booking.
 */
@Entity({ name: 'record_notice' })
export class RecordNotice {
  @PrimaryColumn('uuid', { name: 'booking_id', primaryKeyConstraintName: 'record_notice_pkey' })
  bookingId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'record_notice_pkey' }) target: RecordTarget;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('text') event: RecordEvent;
  /** When that happened, by the database's clock. */
  @Column('timestamptz', { name: 'happened_at', default: () => 'now()' }) happenedAt: Date;
  /** Grows with everything there is to tell of the booking; a correction has the same id and a higher version. */
  @Column('integer') version: number;
  @Column('integer') attempts: number;
  /** Null is at once. */
  @Column('timestamptz', { name: 'next_attempt_at', nullable: true }) nextAttemptAt: Date | null;
  /** Until when somebody may be sending it; null when nobody is. */
  @Column('timestamptz', { name: 'in_hand_until', nullable: true }) inHandUntil: Date | null;
  /** Null while it waits. */
  @Column('timestamptz', { name: 'accepted_at', nullable: true }) acceptedAt: Date | null;
}
