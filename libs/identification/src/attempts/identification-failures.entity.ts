import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many identifications by one link were somebody else's, or too weak, in a row. Gone with the first that succeeds. */
@Entity({ name: 'identification_failure' })
export class IdentificationFailures {
  @PrimaryColumn('uuid', {
    name: 'participant_id',
    primaryKeyConstraintName: 'identification_failure_pkey',
  })
  participantId: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('uuid', { name: 'visit_id' }) visitId: string;
  @Column('integer', { name: 'in_a_row' }) inARow: number;
  /** When the last of them was: a link is locked for a while only. */
  @Column('timestamptz', { name: 'failed_at' }) failedAt: Date;
}
