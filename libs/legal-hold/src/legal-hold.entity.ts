import type { HoldBasis, HoldKind, HoldReason, MissedReview } from '@tapaamo/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { HoldState } from './hold-state.js';

/** A legal hold or restriction of a visit. It goes with the visit. */
@Entity({ name: 'legal_hold' })
@Index('legal_hold_organisation_id_idx', ['organisationId'])
@Index('legal_hold_visit_id_idx', ['visitId'])
@Index('legal_hold_living_key', ['visitId'], {
  unique: true,
  where: `state IN ('requested', 'held', 'releasing')`,
})
export class LegalHold {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'legal_hold_pkey' }) id: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('uuid', { name: 'visit_id' }) visitId: string;
  @Column('text') kind: HoldKind;
  @Column('text') reason: HoldReason;
  @Column('text') basis: HoldBasis;
  @Column('text') state: HoldState;
  @Column('uuid', { name: 'requested_by' }) requestedBy: string;
  @Column('timestamptz', { name: 'requested_at' }) requestedAt: Date;
  /** Never who requested it. */
  @Column('uuid', { name: 'confirmed_by', nullable: true }) confirmedBy: string | null;
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt: Date | null;
  /** Local day on which somebody last decided until when. */
  @Column('date', { name: 'reviewed_on' }) reviewedOn: string;
  /** Last local day on which it is to be looked at again: within 90 days. */
  @Column('date', { name: 'review_by' }) reviewBy: string;
  @Column('integer', { default: 0 }) extensions: number;
  @Column('text', { name: 'on_missed' }) onMissed: MissedReview;
  /** Days on which it was told that its review was missed, and the last of them. */
  @Column('integer', { default: 0 }) alarms: number;
  @Column('date', { name: 'alarmed_on', nullable: true }) alarmedOn: string | null;
  /** When it was noted that who asked for the restriction knows that it is lifted (GDPR, article 18(3)). */
  @Column('timestamptz', { name: 'person_told_at', nullable: true }) personToldAt: Date | null;
  /** Null where nobody released it but its missed review. */
  @Column('uuid', { name: 'released_by', nullable: true }) releasedBy: string | null;
  @Column('timestamptz', { name: 'released_at', nullable: true }) releasedAt: Date | null;
}
