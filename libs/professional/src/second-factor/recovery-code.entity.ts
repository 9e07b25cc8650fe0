import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A code that replaces the generator once; the row goes with its use. */
@Entity({ name: 'recovery_code' })
@Index('recovery_code_organisation_id_idx', ['organisationId'])
@Index('recovery_code_professional_id_idx', ['professionalId'])
export class RecoveryCode {
  @PrimaryColumn('bytea', { name: 'code_hash', primaryKeyConstraintName: 'recovery_code_pkey' })
  codeHash: Buffer;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('uuid', { name: 'professional_id' }) professionalId: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
