import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That we ourselves could not reach the provider, or were told so by it, while this door session wanted to identify. */
@Entity({ name: 'seen_outage' })
export class SeenOutage {
  @PrimaryColumn('uuid', { name: 'session_id', primaryKeyConstraintName: 'seen_outage_pkey' })
  sessionId: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('uuid', { name: 'visit_id' }) visitId: string;
  @Column('uuid', { name: 'participant_id' }) participantId: string;
  @Column('timestamptz', { name: 'seen_at' }) seenAt: Date;
}
