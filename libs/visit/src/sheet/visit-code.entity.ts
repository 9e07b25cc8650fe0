import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A visit code that stands on a sheet that somebody opened; there is none before. Goes with its participant. */
@Entity({ name: 'visit_code' })
@Unique('visit_code_code_hash_key', ['codeHash'])
export class VisitCode {
  @PrimaryColumn('uuid', {
    name: 'participant_id',
    primaryKeyConstraintName: 'visit_code_pkey',
  })
  participantId: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  /** Under a key of the installation that is in no database. */
  @Column('bytea', { name: 'code_hash' }) codeHash: Buffer;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
