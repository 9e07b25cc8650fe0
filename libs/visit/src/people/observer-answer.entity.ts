import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What somebody of the client's side said last of one student. Deleted with the visit. */
@Entity({ name: 'observer_answer' })
@Index('observer_answer_visit_id_idx', ['visitId'])
@Index('observer_answer_participant_id_idx', ['participantId'])
export class ObserverAnswer {
  @PrimaryColumn('uuid', {
    name: 'observer_id',
    primaryKeyConstraintName: 'observer_answer_pkey',
  })
  observerId: string;
  /** Who said it. */
  @PrimaryColumn('uuid', {
    name: 'participant_id',
    primaryKeyConstraintName: 'observer_answer_pkey',
  })
  participantId: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('uuid', { name: 'visit_id' }) visitId: string;
  @Column('boolean') agreed: boolean;
  @Column('timestamptz', { name: 'answered_at' }) answeredAt: Date;
}
