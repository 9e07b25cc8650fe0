import type { DelayWord } from '@tapaamo/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The booking as it takes place. Its booked end, or a later `lastMetAt`, anchors its retention. */
@Entity({ name: 'visit' })
export class VisitRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'visit_pkey' }) id: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('uuid', { name: 'booking_id', unique: true }) bookingId: string;
  /** The meeting node the visit lives on, once it was needed. */
  @Column('uuid', { name: 'media_node_id', nullable: true }) mediaNodeId: string | null;
  /** The participant with whom somebody speaks alone, and the one of the staff who does; all others wait (`room/`). */
  @Column('uuid', { name: 'alone_with', nullable: true }) aloneWith: string | null;
  @Column('uuid', { name: 'alone_by', nullable: true }) aloneBy: string | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  /** When client and professional were first together. */
  @Column('timestamptz', { name: 'first_met_at', nullable: true }) firstMetAt: Date | null;
  /** When client and professional were last together, written whenever something parts them. */
  @Column('timestamptz', { name: 'last_met_at', nullable: true }) lastMetAt: Date | null;
  /** What those who wait are told of a delay, until when it counts, and when it was told. */
  @Column('text', { nullable: true }) delay: DelayWord | null;
  @Column('timestamptz', { name: 'delay_until', nullable: true }) delayUntil: Date | null;
  @Column('timestamptz', { name: 'delay_told_at', nullable: true }) delayToldAt: Date | null;
  /** What the organisation's record system calls it; sealed (`reference/`). */
  @Column('bytea', { name: 'sealed_reference', nullable: true }) sealedReference: Buffer | null;
  @Column('timestamptz', { name: 'purge_due_at' }) purgeDueAt: Date;
  /**
   * When it would be due, while a legal hold or a restriction keeps it: then `purgeDueAt` is when it was hidden, and nothing of
   * it is erased. Null while it is not held.
   */
  @Column('timestamptz', { name: 'held_due_at', nullable: true }) heldDueAt: Date | null;
  /** Release of the time zone data that `purgeDueAt` was reckoned with; null for instants from before it was kept. */
  @Column('text', { name: 'purge_tzdata', nullable: true }) purgeTzdata: string | null;
  @Column('uuid', { name: 'retention_policy_id' }) retentionPolicyId: string;
  /** Of a visit that counts from the end of the client relationship: when that was said, or else when it is asked about. */
  @Column('timestamptz', { name: 'relationship_ended_at', nullable: true })
  relationshipEndedAt: Date | null;
  @Column('timestamptz', { name: 'relationship_review_at', nullable: true })
  relationshipReviewAt: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
