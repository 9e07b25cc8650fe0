import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Which account is whose at a provider. Written at the first sign-in; addresses say nothing any more afterwards. */
@Entity({ name: 'staff_identity' })
@Index('staff_identity_professional_id_issuer_key', ['professionalId', 'issuer'], { unique: true })
export class StaffIdentity {
  @PrimaryColumn('uuid', {
    name: 'organisation_id',
    primaryKeyConstraintName: 'staff_identity_pkey',
  })
  organisationId: string;
  /** Hash of issuer and `sub`. */
  @PrimaryColumn('bytea', {
    name: 'subject_hash',
    primaryKeyConstraintName: 'staff_identity_pkey',
  })
  subjectHash: Buffer;
  @Column('uuid', { name: 'professional_id' }) professionalId: string;
  /** As the provider calls itself. */
  @Column('text') issuer: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
