import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Somebody identified for this participant in another browser, and refused to confirm it, or has not answered. A later attempt
 * that succeeds does not take it back: whoever was refused once may have found somebody else. It goes with the link, or with
 * the visit.
 */
@Entity({ name: 'hand_back_refusal' })
export class HandBackRefusal {
  @PrimaryColumn('uuid', {
    name: 'participant_id',
    primaryKeyConstraintName: 'hand_back_refusal_pkey',
  })
  participantId: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('uuid', { name: 'visit_id' }) visitId: string;
  @Column('timestamptz', { name: 'refused_at', nullable: true }) refusedAt: Date | null;
  /** How many were neither confirmed nor refused, those that still can be among them. */
  @Column('integer') unanswered: number;
}
