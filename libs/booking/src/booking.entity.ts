import type {
  BookingStatus,
  CancelReason,
  IdentificationLevel,
  Outcome,
  OutcomeReason,
  VisitRelation,
} from '@tapaamo/contracts';
import { Column, Entity, Exclusion, Index, PrimaryColumn } from 'typeorm';

/** The plan of a visit: who, which service, when. Holds nothing about the client. */
@Entity({ name: 'booking' })
@Exclusion(
  'booking_no_overlap',
  `USING gist (professional_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (status = ANY (ARRAY['booked'::text, 'arrived'::text]))`,
)
@Index('booking_booked_by_idx', ['bookedBy'])
@Index('booking_professional_id_starts_at_idx', ['professionalId', 'startsAt'])
export class BookingRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'booking_pkey' }) id: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('uuid', { name: 'service_id' }) serviceId: string;
  @Column('uuid', { name: 'professional_id' }) professionalId: string;
  @Column('timestamptz', { name: 'starts_at' }) startsAt: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt: Date;
  /** As the service had it when the booking was made. */
  @Column('text', { name: 'identification_level' }) identificationLevel: IdentificationLevel;
  /** As the service had it: nothing tells the organisation before it is sure who reads. */
  @Column('boolean') discreet: boolean;
  /** Then guardians stand for the client. */
  @Column('boolean', { name: 'client_is_minor' }) clientIsMinor: boolean;
  /** Contact data of the client's side is shown to who answers for the booking and to nobody else (turvakielto). */
  @Column('boolean', { name: 'non_disclosure' }) nonDisclosure: boolean;
  /** Who made it, or to whom it was handed over since: who answers for it, a stand-in or a lead does not. */
  @Column('uuid', { name: 'booked_by' }) bookedBy: string;
  @Column('text') status: BookingStatus;
  /** Counts changes. Also the SEQUENCE of the client's calendar entry (RFC 5546). */
  @Column('integer') version: number;
  /** The series that it was booked in. */
  @Column('uuid', { name: 'series_id', nullable: true }) seriesId: string | null;
  @Column('text', { name: 'cancel_reason', nullable: true }) cancelReason: CancelReason | null;
  /** Why the outcome was corrected. */
  @Column('text', { name: 'outcome_reason', nullable: true }) outcomeReason: OutcomeReason | null;
  /** What was recorded before it was corrected; null where it was not, or is so again. */
  @Column('text', { name: 'first_outcome', nullable: true }) firstOutcome: Outcome | null;
  @Column('timestamptz', { name: 'corrected_at', nullable: true }) correctedAt: Date | null;
  /** By what who corrected it reaches the visit. */
  @Column('text', { name: 'corrected_by', nullable: true }) correctedBy: VisitRelation | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
